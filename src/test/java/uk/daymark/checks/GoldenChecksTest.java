package uk.daymark.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.measure.GoldenCases;

/** Every worked case with marks, asked over HTTP as an outside system asks, under the policies that are shipped. */
@WebTest
class GoldenChecksTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> POLICIES = Map.of("NAT", "national", "HERTS", "hertfordshire");

    @LocalServerPort
    private int port;

    @TestFactory
    Stream<DynamicTest> answersAsTheWorkedCaseSays() {
        return GoldenCases.with("marks")
                .map(worked -> DynamicTest.dynamicTest(worked.get("id").asText(), () -> check(worked)));
    }

    @Test
    void gc52CountsNoSessionOutsideCompulsorySchoolAge() throws Exception {
        ObjectNode body = body("national", "2026-06-30");
        body.put("dateOfBirth", "2009-09-01");
        body.putObject("register").put("from", "2025-09-03").put("to", "2026-06-30");
        body.putObject("marks").put("2026-06-22", "/ \\ O O O O O O O O").put("2026-06-29", "O O / \\ / \\ / \\ / \\");
        JsonNode answer = ask("register", body);
        assertThat(answer.at("/window/count").asInt()).isEqualTo(8);
        assertThat(answer.at("/summary/unauthorised").asInt()).isEqualTo(10);
    }

    @Test
    void gc19AndGc37AndGc46AndGc50AndGc52AreAnsweredAsDates() throws Exception {
        ObjectNode body = JSON.createObjectNode();
        body.set("calendar", calendar("CAL-A"));
        body.putArray("ask")
                .add(question("REPLACE_N_BY", "2025-10-22"))
                .add(question("REPLACE_N_BY", "2025-11-26"))
                .add(question("ADD_SCHOOL_WEEKS", "2025-11-03").put("weeks", 6))
                .add(question("NEXT_PANEL", "2025-10-21").put("policy", "cambridgeshire-2021"))
                .add(question("NEXT_PANEL", "2026-04-28").put("policy", "cambridgeshire"))
                .add(question("ADD_SCHOOL_DAYS", "2025-11-11").put("days", 15))
                .add(JSON.createObjectNode()
                        .put("kind", "COMPULSORY_SCHOOL_AGE")
                        .put("dateOfBirth", "2020-08-31"))
                .add(question("ADD_SCHOOL_DAYS", "2026-12-18").put("days", 1));
        JsonNode answers = ask("dates", body).get("answers");
        assertThat(answers.findValuesAsText("date"))
                .containsExactly(
                        "2025-11-05", "2025-12-04", "2025-12-12", "2025-11-03", "2026-05-11", "2025-12-03", "null");
        assertThat(answers.get(6).toString()).isEqualTo("{\"from\":\"2025-08-31\",\"to\":\"2036-06-27\"}");
        assertThat(answers.get(7).get("message").asText()).contains("calendar ends");
    }

    private void check(JsonNode worked) throws Exception {
        JsonNode expect = worked.get("expect");
        if (expect.has("stats")) {
            checkSummary(worked, expect.get("stats"));
        }
        for (Map.Entry<String, String> policy : POLICIES.entrySet()) {
            JsonNode metAt = expect.path("met_at").path(policy.getKey());
            if (!metAt.isMissingNode()) {
                JsonNode met = ask("register", body(worked, policy.getValue(), lastDay(worked)))
                        .at("/window/metAt");
                assertThat(
                                met.isNull()
                                        ? "null"
                                        : met.get("date").asText() + " "
                                                + met.get("session").asText())
                        .isEqualTo(metAt.asText());
            }
            JsonNode count = expect.path("count").path(policy.getKey());
            if (!count.isMissingNode()) {
                JsonNode answer = ask(
                        "register",
                        body(
                                worked,
                                policy.getValue(),
                                expect.at("/count/as_of").asText()));
                assertThat(answer.at("/window/count").asInt()).isEqualTo(count.asInt());
                assertThat(answer.at("/window/sessions")).hasSize(count.asInt());
            }
        }
        if (expect.has("window_start")) {
            JsonNode answer = ask(
                    "register",
                    body(worked, "national", expect.at("/window_start/date").asText()));
            assertThat(answer.at("/window/from").asText())
                    .isEqualTo(expect.at("/window_start/monday").asText());
        }
        if (expect.has("max_g_run")) {
            assertThat(ask("register", body(worked, "national", lastDay(worked)))
                            .at("/leaveRun/longest")
                            .asInt())
                    .isEqualTo(expect.get("max_g_run").asInt());
        }
        if (expect.has("day_anchored")) {
            JsonNode answer = ask(
                    "register",
                    body(worked, "national", expect.at("/day_anchored/last").asText()));
            assertThat(answer.at("/window/otherReading/count").asInt())
                    .isEqualTo(expect.at("/day_anchored/count").asInt());
            assertThat(answer.at("/window/otherReading/met").asBoolean()).isTrue();
            ObjectNode byDay =
                    body(worked, "national", expect.at("/day_anchored/last").asText());
            byDay.putObject("overrides").put("window.anchor", "DAY");
            assertThat(ask("register", byDay).at("/window/from").asText())
                    .isEqualTo(expect.at("/day_anchored/first").asText());
        }
    }

    private void checkSummary(JsonNode worked, JsonNode stats) throws Exception {
        ObjectNode body = body(worked, "national", stats.get("to").asText());
        body.putObject("summary")
                .put("from", stats.get("from").asText())
                .put("to", stats.get("to").asText());
        JsonNode summary = ask("register", body).get("summary");
        Map.of(
                        "present", "present",
                        "aea", "approved",
                        "auth", "authorised",
                        "unauth", "unauthorised",
                        "notposs", "notPossible",
                        "possible", "possible",
                        "pa", "persistentlyAbsent",
                        "sa", "severelyAbsent")
                .forEach(
                        (theirs, ours) -> assertThat(summary.get(ours)).as(ours).isEqualTo(stats.get(theirs)));
        assertThat(summary.get("attendancePercent").asText())
                .isEqualTo(new BigDecimal(stats.get("att").asText())
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString());
    }

    private static ObjectNode body(JsonNode worked, String policy, String asOf) {
        ObjectNode body = body(policy, asOf);
        body.putObject("register")
                .put("from", worked.at("/register/0").asText())
                .put("to", lastDay(worked));
        body.set("marks", worked.get("marks"));
        if (worked.path("calendar").asText().equals("MIX")) {
            body.remove("calendar");
            var enrolments = body.putArray("enrolments");
            enrolments
                    .addObject()
                    .put("school", "first")
                    .put("from", "2025-09-03")
                    .put("to", "2025-10-10")
                    .set("calendar", calendar("CAL-A"));
            enrolments
                    .addObject()
                    .put("school", "q")
                    .put("from", "2025-10-11")
                    .put("to", "2026-07-31")
                    .set("calendar", calendar("SCHOOL-Q"));
        }
        return body;
    }

    private static ObjectNode body(String policy, String asOf) {
        ObjectNode body = JSON.createObjectNode();
        body.put("policy", policy).put("asOf", asOf).put("unlistedWeeks", "PRESENT");
        body.set("calendar", calendar("CAL-A"));
        return body;
    }

    private static ObjectNode question(String kind, String from) {
        return JSON.createObjectNode().put("kind", kind).put("from", from);
    }

    private static JsonNode calendar(String name) {
        return GoldenCases.calendarAsWritten(name);
    }

    private static String lastDay(JsonNode worked) {
        return worked.at("/register/1").asText();
    }

    private JsonNode ask(String check, ObjectNode body) throws JsonProcessingException {
        HttpResponse<String> answer = Http.program(port, "panel").json("/api/checks/" + check, body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
