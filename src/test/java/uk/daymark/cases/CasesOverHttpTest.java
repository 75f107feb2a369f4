package uk.daymark.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.journal.Journal;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;
import uk.daymark.register.NotInRegisterException;
import uk.daymark.register.RegisterConflictException;
import uk.daymark.register.web.TwoSchools;
import uk.daymark.time.LondonTime;
import uk.daymark.web.Conflict;
import uk.daymark.web.NotFound;

@WebTest
class CasesOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Cases cases;

    @Autowired
    private Pupils pupils;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Journal journal;

    @Autowired
    private CaseLog log;

    @Autowired
    private Clock clock;

    @BeforeEach
    void schools() {
        TwoSchools.exist(port);
    }

    private Http as(String user) {
        return Http.program(port, user);
    }

    private HttpResponse<String> page(String user, String path) {
        return Http.browser(port, user).get(path);
    }

    private JsonNode get(String user, String path) throws Exception {
        HttpResponse<String> answer = as(user).get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private JsonNode post(String path, String body, int status) throws Exception {
        HttpResponse<String> answer = as("lead").json(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new ObjectMapper().readTree(answer.body());
    }

    private String opened(String pupil) throws Exception {
        return post("/api/cases", "{\"pupilRef\": \"" + pupil + "\", \"why\": \"His mother asked for help.\"}", 201)
                .path("ref")
                .asText();
    }

    @Test
    void aCaseIsOpenedByHandAndListed() throws Exception {
        String ref = opened("PG36");
        JsonNode list = get("lead", "/api/cases?pupil=PG36&status=OPEN&school=" + TwoSchools.OURS);
        assertThat(list.path("total").asInt()).isEqualTo(1);
        JsonNode line = list.path("items").path(0);
        assertThat(line.path("ref").asText()).isEqualTo(ref);
        assertThat(line.path("pupilRef").asText()).isEqualTo("PG36");
        assertThat(line.path("schoolUrn").asText()).isEqualTo(TwoSchools.OURS);
        assertThat(line.path("stage").asText()).isNotBlank();
        assertThat(line.path("policy").asText()).isEqualTo("commonswood");
        JsonNode whole = get("head", "/api/cases/" + ref);
        assertThat(fields(whole))
                .contains("next", "waiting", "notOpen", "support", "holds", "version", "closedOn", "openedWhy");
        assertThat(fields(whole.path("support")))
                .contains(
                        "earlyHelpOffered",
                        "earlyHelpOpenedOn",
                        "targetedSupportOpenedOn",
                        "specialistTeachingOpenedOn",
                        "iaepReviews",
                        "ehcp",
                        "ehcpLastReviewedOn");
        assertThat(whole.path("closedOn").isNull()).isTrue();
        assertThat(opened("PG36")).as("the one that is open").isEqualTo(ref);
    }

    private static List<String> fields(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void whatPeopleWriteStandsInTheTimelineAndTheChainHolds() throws Exception {
        String ref = opened("PG37");
        post("/api/cases/" + ref + "/notes", "{\"text\": \"Seems tired.\", \"on\": \"2025-09-12\"}", 201);
        post("/api/cases/" + ref + "/calls", "{\"text\": \"Will come in.\", \"with\": \"Nadia Khan\"}", 201);
        post("/api/cases/" + ref + "/meetings", "{\"with\": \"Both parents\", \"outcome\": \"A plan.\"}", 201);
        post(
                "/api/cases/" + ref + "/support",
                "{\"kind\": \"EARLY_HELP\", \"offeredOn\": \"2025-09-12\", \"response\": \"ACCEPTED\", \"openedOn\": \"2025-09-12\"}",
                201);
        JsonNode whole = post(
                "/api/cases/" + ref + "/earlier-steps",
                "{\"kind\": \"TARGETED_SUPPORT\", \"on\": \"2025-05-19\", \"openedOn\": \"2025-06-02\", \"what\": \"A family worker\", \"source\": \"paper file\"}",
                201);
        assertThat(whole.path("support").path("earlyHelpOffered").asBoolean()).isTrue();
        assertThat(whole.path("support").path("earlyHelpOpenedOn").asText()).isEqualTo("2025-09-12");
        assertThat(whole.path("support").path("targetedSupportOpenedOn").asText())
                .isEqualTo("2025-06-02");
        assertThat(whole.path("support").path("records")).hasSize(3);
        JsonNode items = get("lead", "/api/cases/" + ref + "/timeline?size=200").path("items");
        List<String> what = new ArrayList<>();
        items.forEach(item -> what.add(item.path("what").asText()));
        assertThat(what).contains("Note: Seems tired.", "Call with Nadia Khan: Will come in.");
        JsonNode note = items.path(what.indexOf("Note: Seems tired."));
        assertThat(note.path("by").asText()).isEqualTo("lead");
        assertThat(note.path("at").asText()).isEqualTo("2025-09-12");
        assertThat(items.path(what.indexOf("Call with Nadia Khan: Will come in."))
                        .path("at")
                        .asText())
                .isEqualTo(LocalDateTime.ofInstant(clock.instant(), LondonTime.ZONE)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        JsonNode verdict = get("auditor", "/api/cases/" + ref + "/verify");
        assertThat(verdict.path("linked").asBoolean()).isTrue();
        assertThat(verdict.path("contentEqual").asBoolean()).isTrue();
        assertThat(verdict.path("sealed").asBoolean()).isFalse();
        assertThat(verdict.path("entries").asInt()).isEqualTo(what.size());
    }

    @Test
    void aRecordOfSupportIsCorrectedWithAReasonAndTheOriginalIsKept() throws Exception {
        String ref = opened("PG41");
        String other = opened("PG42");
        JsonNode before = post(
                "/api/cases/" + ref + "/support",
                "{\"kind\": \"EARLY_HELP\", \"offeredOn\": \"2025-09-12\", \"response\": \"ACCEPTED\", \"openedOn\": \"2025-09-12\"}",
                201);
        long wrong = before.path("support").path("records").path(0).path("id").asLong();
        String call = "/api/cases/" + ref + "/support/" + wrong + "/correct";
        String right = "{\"kind\": \"EARLY_HELP\", \"offeredOn\": \"2025-09-11\", \"response\": \"DECLINED\"";
        for (String reason : List.of("}", ", \"reason\": \" \"}")) {
            HttpResponse<String> refused = as("lead").json(call, right + reason);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("\"/reason\"");
        }
        assertThat(as("lead")
                        .json(call, "{\"kind\": \"MAGIC\", \"reviews\": -1, \"reason\": \"x\"}")
                        .body())
                .contains("/kind", "/reviews");
        assertThat(get("lead", "/api/cases/" + ref).path("support"))
                .as("what was refused changed nothing")
                .isEqualTo(before.path("support"));

        JsonNode after = post(call, right + ", \"reason\": \"They said no on the telephone.\"}", 200);
        assertThat(after.path("support").path("records")).hasSize(1);
        JsonNode standing = after.path("support").path("records").path(0);
        assertThat(standing.path("response").asText()).isEqualTo("DECLINED");
        assertThat(standing.path("offeredOn").asText()).isEqualTo("2025-09-11");
        assertThat(standing.path("openedOn").isNull()).isTrue();
        assertThat(standing.path("corrects").asLong()).isEqualTo(wrong);
        assertThat(standing.path("why").asText()).isEqualTo("They said no on the telephone.");
        assertThat(standing.path("by").asText()).isEqualTo("lead");
        assertThat(after.path("support").path("earlyHelpOpenedOn").isNull()).isTrue();
        assertThat(jdbc.queryForObject("select response from case_support where id = ?", String.class, wrong))
                .as("the original")
                .isEqualTo("ACCEPTED");
        JsonNode items = get("lead", "/api/cases/" + ref + "/timeline?size=200").path("items");
        JsonNode entry = items.path(items.size() - 1);
        assertThat(entry.path("why").asText()).isEqualTo("They said no on the telephone.");
        assertThat(entry.path("before").asText()).contains("accepted", "open from 12 September 2025");
        assertThat(entry.path("after").asText()).contains("declined").doesNotContain("open from");
        assertThat(get("auditor", "/api/cases/" + ref + "/verify")
                        .path("contentEqual")
                        .asBoolean())
                .isTrue();

        assertThat(post(call, right + ", \"reason\": \"Again.\"}", 409)
                        .path("detail")
                        .asText())
                .contains("corrected already");
        assertThat(post(
                                "/api/cases/" + other + "/support/"
                                        + standing.path("id").asLong() + "/correct",
                                right + ", \"reason\": \"x\"}",
                                404)
                        .path("detail")
                        .asText())
                .as("a record of another case")
                .contains("no such record of support in this case");
    }

    @Test
    void whatSomebodyGivesAsTheSourceOfAStepCorrectsNothing() throws Exception {
        String ref = opened("PG35");
        post("/api/cases/" + ref + "/notes", "{\"text\": \"Seems tired.\"}", 201);
        long note = journal.of(ref).stream()
                .filter(entry -> entry.entry().what().equals("Note: Seems tired."))
                .findFirst()
                .orElseThrow()
                .number();
        post(
                "/api/cases/" + ref + "/support",
                "{\"kind\": \"EARLY_HELP\", \"offeredOn\": \"2025-09-12\", \"response\": \"ACCEPTED\", \"source\": \"corrects entry "
                        + note + "\"}",
                201);
        assertThat(journal.of(ref)).noneMatch(entry -> CaseLog.corrected(entry) > 0);
        log.correct(new CaseRef(ref), note, "Seems rested.", "Wrong child");
        assertThat(journal.of(ref))
                .filteredOn(entry -> CaseLog.corrected(entry) == note)
                .hasSize(1);
    }

    @Test
    void anOfficerSeesTheAttendanceOfPupilsWhoseCaseWasReferredAlone() throws Exception {
        String ref = opened("PG34");
        String figures = "/api/pupils/PG34/attendance?school=" + TwoSchools.OURS;
        String page = "/pupils/" + TwoSchools.OURS + "/PG34";
        String mark = page + "/marks/2025-09-12/am";
        for (String user : List.of("officer", "panel")) {
            HttpResponse<String> absent = as(user).get("/api/pupils/NOBODY/attendance?school=" + TwoSchools.OURS);
            HttpResponse<String> hidden = as(user).get(figures);
            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(hidden.body().replace("PG34", "NOBODY")).isEqualTo(absent.body());
            assertThat(as(user).get("/api/pupils/PG34/attendance").statusCode()).isEqualTo(404);
            assertThat(page(user, page).statusCode()).isEqualTo(404);
            assertThat(page(user, mark).statusCode()).isEqualTo(404);
            assertThat(page(user, "/pupils?q=PG34").body()).doesNotContain(page);
        }
        assertThat(as("auditor").get(figures).statusCode()).isEqualTo(200);
        cases.refer(new CaseRef(ref), "The threshold is met.");
        for (String user : List.of("officer", "panel")) {
            assertThat(as(user).get(figures).statusCode()).isEqualTo(200);
            assertThat(page(user, page).statusCode()).isEqualTo(200);
            assertThat(page(user, "/pupils?q=PG34").body()).contains(page);
        }
    }

    @Test
    void aCaseThatHasChangedSinceItWasSeenIsNotClosed() throws Exception {
        CaseRef ref = new CaseRef(opened("PG33"));
        long seen = cases.find(ref).orElseThrow().version();
        post("/api/cases/" + ref + "/notes", "{\"text\": \"They moved.\"}", 201);
        assertThat(cases.closeAsSeen(ref, seen, "Moved")).isFalse();
        assertThat(cases.find(ref).orElseThrow().status()).isEqualTo(CaseFile.Status.OPEN);
        assertThat(cases.closeAsSeen(ref, cases.find(ref).orElseThrow().version(), "Moved"))
                .isTrue();
        assertThat(cases.find(ref).orElseThrow().status()).isEqualTo(CaseFile.Status.CLOSED);
    }

    @Test
    void aSearchHasALongestLengthAndEmptyFiltersAreNone() {
        assertThat(as("lead").get("/api/cases?q=" + "x".repeat(201)).statusCode())
                .isEqualTo(400);
        assertThat(page("lead", "/cases?q=" + "x".repeat(5000)).statusCode()).isEqualTo(200);
        assertThat(as("lead").get("/api/tasks?view=all&kind=&due=&q=&page=").statusCode())
                .isEqualTo(200);
        assertThat(as("lead").get("/api/tasks?view=&size=").statusCode()).isEqualTo(200);
    }

    @Test
    void whatTheRegisterRefusesIsRefusedInWordsWhoeverAsksForIt() {
        assertThat(new NotInRegisterException("There is no such code.")).isInstanceOf(NotFound.class);
        assertThat(RegisterConflictException.class.getSuperclass()).isEqualTo(Conflict.class);
    }

    @Test
    void everyFaultOfWhatIsSentIsTold() throws Exception {
        String ref = opened("PG38");
        HttpResponse<String> answer = as("lead")
                .json(
                        "/api/cases/" + ref + "/support",
                        "{\"kind\": \"MAGIC\", \"offeredOn\": \"2199-01-01\", \"reviews\": -1, \"colour\": \"red\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/kind", "/offeredOn", "/reviews", "/colour");
        assertThat(as("lead")
                        .json("/api/cases/" + ref + "/notes", "{\"text\": \" \"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(as("lead").get("/api/cases?colour=red").statusCode()).isEqualTo(400);
        assertThat(as("lead").get("/api/cases?size=201").statusCode()).isEqualTo(400);
        assertThat(as("lead").get("/api/cases/" + ref + "/timeline?page=0").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsNotYoursIsAsWhatDoesNotExist() throws Exception {
        String ours = opened("PG39");
        String theirs = cases.open(
                        pupils.find(new Urn(TwoSchools.OTHER), "PH1")
                                .orElseThrow()
                                .enrolment()
                                .id(),
                        "Because.",
                        "")
                .ref()
                .value();
        String absent = as("lead").get("/api/cases/A-2025-999999").body().replaceAll("A-[0-9-]+", "REF");
        for (String part : List.of("", "/findings", "/timeline", "/path", "/decisions", "/verify")) {
            HttpResponse<String> answer = as("lead").get("/api/cases/" + theirs + part);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body().replaceAll("A-[0-9-]+", "REF").replace(part + "\"", "\""))
                    .isEqualTo(absent);
        }
        assertThat(as("lead").get("/api/cases?size=200").body()).doesNotContain(theirs);
        cases.stage(new CaseRef(theirs), "a-stage-only-there", "A step.", "");
        assertThat(page("lead", "/cases?status=ALL").body()).doesNotContain("a-stage-only-there");
        assertThat(as("lead")
                        .json("/api/cases/" + theirs + "/notes", "{\"text\": \"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(as("lead")
                        .json("/api/cases", "{\"pupilRef\": \"PH1\", \"why\": \"x\"}")
                        .statusCode())
                .isEqualTo(404);
        for (String user : List.of("officer", "panel")) {
            assertThat(as(user).get("/api/cases/" + ours).statusCode()).isEqualTo(404);
            assertThat(as(user).get("/api/cases?size=200").body()).doesNotContain(ours);
        }
        cases.refer(new CaseRef(ours), "The threshold is met.");
        for (String user : List.of("officer", "panel")) {
            assertThat(get(user, "/api/cases/" + ours).path("stage").asText()).isEqualTo("referral");
            assertThat(as(user).get("/api/cases?size=200").body())
                    .contains(ours)
                    .doesNotContain(theirs);
            assertThat(as(user).json("/api/cases/" + ours + "/notes", "{\"text\": \"x\"}")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(as("office").get("/api/cases/" + ours).statusCode()).isEqualTo(403);
        assertThat(as("admin").get("/api/cases/" + ours).statusCode()).isEqualTo(403);
        assertThat(get("auditor", "/api/cases/" + ours).path("ref").asText()).isEqualTo(ours);
    }

    @Test
    void everyLookIsRecorded() throws Exception {
        String ref = opened("PG40");
        get("auditor", "/api/cases/" + ref + "/timeline");
        assertThat(jdbc.queryForList(
                        "select by_user || ': ' || what from look_entry where subject = ?", String.class, ref))
                .contains("auditor: The timeline");
    }
}
