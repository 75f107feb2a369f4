package uk.daymark.register.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;

/** The shapes and statuses that other systems rely on. Uses schools of its own: the database is shared with other tests. */
@WebTest
class ImportingOverHttpTest {

    private static final String SCHOOLS = "school_urn,name,phase,authority,policy,register_opens,register_closes_am,"
            + "register_closes_pm\n998101,Cedar,Primary,national,national,08:40,09:10,13:15\n";
    private static final String CALENDAR =
            "school_urn,kind,from,to,session,reason\n998101,TERM,2025-09-01,2025-10-24,,\n";
    private static final String PUPILS =
            "school_urn,pupil_ref,upn,legal_surname,legal_forename,preferred_surname,preferred_forename,date_of_birth,sex,"
                    + "year_group,form,on_roll_from,leaving_date,part_time,language,sen,looked_after,child_protection,"
                    + "child_in_need,free_meals\n"
                    + IntStream.rangeClosed(1, 40)
                            .mapToObj(
                                    ref -> "998101,h" + ref + ",,Khan,P,,,2014-03-02,F,7,7A,2025-09-01,,N,,,N,N,N,N\n")
                            .collect(Collectors.joining());
    private static final String MARKS = "school_urn,pupil_ref,date,session,code\n";

    @LocalServerPort
    private int port;

    private Http admin;

    @BeforeEach
    void aSchoolOfForty() {
        admin = Http.program(port, "admin");
        assertThat(post(admin, "schools?mode=apply", SCHOOLS).statusCode()).isEqualTo(200);
        assertThat(post(admin, "calendar?mode=apply", CALENDAR).statusCode()).isEqualTo(200);
        assertThat(post(admin, "pupils?mode=apply", PUPILS).statusCode()).isEqualTo(200);
    }

    @Test
    void previewsThenAppliesByTheTokenThenChangesNothing() throws IOException {
        String file = MARKS + "998101,h1,2025-09-08,AM,/\n998101,h1,2025-09-08,PM,\\\n";
        JsonNode preview = json(post(admin, "marks?mode=preview", file));
        assertThat(preview.at("/rows").toString())
                .isEqualTo("{\"total\":2,\"new\":2,\"changed\":0,\"unchanged\":0,\"rejected\":0}");
        assertThat(preview.path("applied").asBoolean()).isFalse();
        String token = preview.path("previewToken").asText();

        HttpResponse<String> other =
                post(admin, "marks?mode=apply&previewToken=" + token, file + "998101,h2,2025-09-08,AM,/\n");
        assertThat(other.statusCode()).isEqualTo(409);

        JsonNode applied = json(post(admin, "marks?mode=apply&previewToken=" + token, file));
        assertThat(applied.path("applied").asBoolean()).isTrue();
        assertThat(applied.at("/rows/new").asInt()).isEqualTo(2);
        assertThat(applied.has("previewToken")).as("nulls are written").isTrue();
        assertThat(applied.path("previewToken").isNull()).isTrue();

        HttpResponse<String> again = post(admin, "marks?mode=apply", file);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).at("/rows/unchanged").asInt()).isEqualTo(2);
    }

    @Test
    void refusesAFileWithARejectedRowInProblemJsonThatHasTheSameFields() throws IOException {
        String file = MARKS + "998101,h3,2025-09-08,AM,/\n998101,h3,2025-09-08,PM,QQ\n";
        HttpResponse<String> refused = post(admin, "marks?mode=apply", file);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        JsonNode body = json(refused);
        assertThat(body.path("type").asText()).isEqualTo("urn:daymark:problem:rows-rejected");
        assertThat(body.at("/rows/rejected").asInt()).isOne();
        assertThat(body.at("/rejects/0/line").asInt()).isEqualTo(3);
        assertThat(body.at("/errors/0/pointer").asText()).isEqualTo("/lines/3/code");

        JsonNode skipped = json(post(admin, "marks?mode=apply&rejects=skip", file));
        assertThat(skipped.at("/rows/new").asInt()).isOne();
        HttpResponse<String> list =
                admin.get("/api/imports/" + skipped.path("importId").asText() + "/rejects");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains("\"3\",\"code\",\"QQ\"");
    }

    @Test
    void holdsAFeedThatMarksEveryoneAbsentUntilItIsDiscarded() throws IOException {
        String file = MARKS
                + IntStream.rangeClosed(1, 40)
                        .mapToObj(ref -> "998101,h" + ref + ",2025-09-09,AM,O\n")
                        .collect(Collectors.joining());
        HttpResponse<String> held = post(admin, "marks?mode=apply", file);
        assertThat(held.statusCode()).isEqualTo(202);
        assertThat(json(held).path("held").asBoolean()).isTrue();
        String id = json(held).path("importId").asText();
        assertThat(admin.get("/api/imports/held").body()).contains(id);

        assertThat(Http.program(port, "office")
                        .json("/api/imports/" + id + "/release", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.json("/api/imports/" + id + "/discard", "{\"reason\":\"failed export\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(admin.get("/api/imports/held").body()).doesNotContain(id);
    }

    @Test
    void listsByThePageWithTheTotal() throws IOException {
        String preview = post(admin, "marks?mode=preview", MARKS).body();
        assertThat(preview).contains("importId");

        JsonNode imports = json(admin.get("/api/imports?page=2&size=1"));
        assertThat(imports.path("total").asInt()).isGreaterThan(1);
        assertThat(imports.path("page").asInt()).isEqualTo(2);
        assertThat(imports.path("items")).hasSize(1);
        JsonNode held = json(admin.get("/api/imports/held?page=100000&size=200"));
        assertThat(held.path("total").isNumber()).isTrue();
        assertThat(held.path("items")).isEmpty();
        Http office = Http.program(port, "office");
        JsonNode codes = json(office.get("/api/decided-codes?page=1&size=1"));
        assertThat(codes.at("/toBeEntered/total").isNumber()).isTrue();
        assertThat(codes.at("/questions/size").asInt()).isOne();
        HttpResponse<String> wrong = office.get("/api/decided-codes?page=0&size=201");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(json(wrong).path("errors").findValuesAsText("pointer")).containsExactly("?page", "?size");
        assertThat(admin.get("/api/imports/held?size=0").statusCode()).isEqualTo(400);
    }

    @Test
    void codesThatWaitAreTheBusinessOfThePupilsOwnSchoolUntilACaseIsReferred() throws IOException {
        TwoSchools.exist(port);
        TwoSchools.marked(port, TwoSchools.mark("PG4", "2025-09-10", "PM", "N"));
        HttpResponse<String> decided = Http.program(port, "head")
                .json(
                        "/api/decided-codes",
                        "{\"pupilRef\": \"PG4\", \"date\": \"2025-09-10\", \"session\": \"PM\", \"code\": \"I\", \"reason\": \"Rang\"}");
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        for (String call : List.of("/api/decided-codes?size=200", "/api/decided-codes/to-be-entered.csv")) {
            for (String user : List.of("office", "auditor")) {
                assertThat(Http.program(port, user).get(call).body()).as(user).contains("\"PG4\"");
            }
            for (String user : List.of("officer", "panel")) {
                HttpResponse<String> answer = Http.program(port, user).get(call);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).as(user).doesNotContain("\"PG4\"");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": null}", "{\"reason\": \" \"}"})
    void asksForAReasonByItsName(String body) throws IOException {
        Http lead = Http.program(port, "lead");
        for (String call : List.of(
                "imports/0/release", "imports/0/discard", "decided-codes/0/keep", "decided-codes/0/follow-register")) {
            HttpResponse<String> refused = lead.json("/api/" + call, body);
            assertThat(refused.statusCode()).as(call).isEqualTo(400);
            assertThat(json(refused).at("/errors/0/pointer").asText()).isEqualTo("/reason");
        }
    }

    @Test
    void showsTheRowsOfAFileToWhoeverSentIt() throws IOException {
        TwoSchools.exist(port);
        String file = MARKS + TwoSchools.OURS + ",PG3,2025-09-08,AM,/\n998101,Olive Stone,2025-09-08,AM,/\n";
        String id = json(post(admin, "marks?mode=apply&rejects=skip", file))
                .path("importId")
                .asText();
        Http office = Http.program(port, "office");

        assertThat(json(office.get("/api/imports/" + id))
                        .at("/answer/rows/rejected")
                        .asInt())
                .isOne();
        assertThat(office.get("/api/imports/" + id).body()).doesNotContain("Olive Stone");
        assertThat(office.get("/api/imports?size=200").body()).doesNotContain("Olive Stone");
        assertThat(office.get("/api/imports/" + id + "/rejects").statusCode()).isEqualTo(404);
        String preview =
                json(post(admin, "marks?mode=preview", file)).path("importId").asText();
        assertThat(office.get("/api/imports/" + preview).statusCode()).isEqualTo(404);
    }

    @Test
    void changesNoMarkThatChangedSinceTheCallerSawIt() throws IOException {
        TwoSchools.exist(port);
        TwoSchools.marked(port, TwoSchools.mark("PG7", "2025-09-08", "AM", "I"));
        Http office = Http.program(port, "office");
        String asked =
                "{\"pupilRef\":\"PG7\",\"date\":\"2025-09-08\",\"session\":\"AM\",\"code\":\"O\",\"seen\":\"%s\","
                        + "\"reason\":\"no answer\"}";
        for (String call : List.of("/api/amendments", "/api/decided-codes")) {
            HttpResponse<String> stale = office.json(call, asked.formatted("N"));
            assertThat(stale.statusCode()).isEqualTo(409);
            assertThat(json(stale).path("detail").asText()).contains("The code changed from N to I");
            assertThat(json(office.json(call, asked.formatted("ZZ")))
                            .at("/errors/0/pointer")
                            .asText())
                    .isEqualTo("/seen");
        }
        assertThat(office.json("/api/decided-codes", asked.formatted("I")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersTheSameKeyOnce() throws IOException {
        String file = MARKS + "998101,h5,2025-09-08,AM,/\n";
        String first = keyed("key-1", file).body();

        assertThat(keyed("key-1", file).body()).isEqualTo(first);
        assertThat(keyed("key-1", MARKS + "998101,h5,2025-09-08,AM,O\n").statusCode())
                .isEqualTo(409);
    }

    @Test
    void letsTheOfficeImportMarksOfItsOwnSchoolOnly() throws IOException {
        Http office = Http.program(port, "office");

        assertThat(post(office, "schools?mode=apply", SCHOOLS).statusCode()).isEqualTo(403);
        assertThat(post(office, "pupils?mode=apply", PUPILS).statusCode()).isEqualTo(403);
        HttpResponse<String> marks = post(office, "marks?mode=apply", MARKS + "998101,h1,2025-09-08,AM,/\n");
        assertThat(marks.statusCode()).isEqualTo(422);
        assertThat(json(marks).at("/rejects/0/message").asText())
                .startsWith("This file names school 998101; you are signed in for 999001.");
    }

    @Test
    void tellsInWordsWhyAFileCannotBeRead() throws IOException {
        HttpResponse<String> packed = post(admin, "marks?mode=apply", "PK\u0003\u0004");

        assertThat(packed.statusCode()).isEqualTo(422);
        assertThat(json(packed).path("type").asText()).isEqualTo("urn:daymark:problem:unreadable-file");
        assertThat(post(admin, "marks?mode=apply", "").statusCode()).isEqualTo(422);
    }

    @Test
    void namesEveryParameterThatCannotBeUsed() throws IOException {
        HttpResponse<String> answer = post(admin, "marks?mode=now&rejects=maybe&school=12", MARKS);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("errors").findValuesAsText("pointer"))
                .containsExactly("?mode", "?rejects", "?school");
        assertThat(admin.json("/api/imports/marks?mode=apply", "{}").statusCode())
                .isEqualTo(415);
        assertThat(post(admin, "homework?mode=apply", MARKS).statusCode()).isIn(404, 405);
    }

    private HttpResponse<String> keyed(String key, String csv) {
        return admin.send(admin.request("/api/imports/marks?mode=apply")
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(csv)));
    }

    private static HttpResponse<String> post(Http caller, String what, String csv) {
        return caller.post("/api/imports/" + what, "text/csv", csv);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
