package uk.daymark.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;

/** What the register check takes, warns of and refuses. */
@WebTest
class RegisterCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALENDAR = """
            "calendar": {"terms": [{"from": "2025-09-03", "to": "2025-10-24"}, {"from": "2025-11-03", "to": "2025-12-19"}],
                         "closures": [{"date": "2025-11-28", "reason": "INSET"}, {"date": "2025-11-29", "reason": "a Saturday"}],
                         "halfDays": [{"date": "2025-12-19", "session": "AM"}, {"date": "2026-01-01", "session": "PM"}]}
            """;

    @LocalServerPort
    private int port;

    @Test
    void anNIsReplacedByTheSameDayWhetherTheCalendarIsGivenForAllDaysOrForOneSchool() throws Exception {
        String terms = "{\"terms\": [{\"from\": \"2025-11-03\", \"to\": \"2025-12-19\"}]}";
        String body = """
                {"policy": "national", %s, "register": {"from": "2025-11-03", "to": "2025-12-19"}, "asOf": "2025-11-21",
                 "unlistedWeeks": "PRESENT", "marks": {"2025-11-10": "/ \\\\ / \\\\ / \\\\ / \\\\ N \\\\",
                 "2025-11-17": "- - / \\\\ / \\\\ / \\\\ / \\\\"}}
                """;
        JsonNode oneCalendar = figures(body.formatted("\"calendar\": " + terms));
        JsonNode oneSchool = figures(body.formatted(
                "\"enrolments\": [{\"school\": \"ash\", \"from\": \"2025-11-03\", \"to\": \"2025-12-19\", \"calendar\": "
                        + terms + "}]"));
        assertThat(oneCalendar.at("/unexplained/0/replaceBy").asText()).isEqualTo("2025-11-24");
        assertThat(oneSchool.at("/unexplained/0/replaceBy").asText()).isEqualTo("2025-11-24");
    }

    @Test
    void refusesAReadingThatIsNotBuiltAndAPairThatFalls() throws Exception {
        String body = """
                {"policy": "national", "overrides": {"%s": %s}, %s, "register": {"from": "2025-09-03", "to": "2025-09-12"},
                 "unlistedWeeks": "NOT_TAKEN", "marks": {}}
                """;
        HttpResponse<String> spans = Http.program(port, "office")
                .post(
                        "/api/checks/register",
                        "application/json",
                        body.formatted("threshold.spans_settings", "false", CALENDAR));
        assertThat(spans.statusCode()).isEqualTo(400);
        assertThat(spans.body()).contains("threshold.spans_settings");
        HttpResponse<String> falling = Http.program(port, "office")
                .post("/api/checks/register", "application/json", body.formatted("nti.length", "[52, 1]", CALENDAR));
        assertThat(falling.statusCode()).isEqualTo(400);
        assertThat(falling.body())
                .contains("/overrides/nti.length")
                .contains("shortest")
                .contains("longest");
    }

    @Test
    void writesEveryFieldOfTheContractNullsIncluded() throws Exception {
        JsonNode answer = figures("""
                {"policy": "national", %s, "register": {"from": "2025-09-03", "to": "2025-09-12"},
                 "unlistedWeeks": "NOT_TAKEN", "marks": {}}
                """.formatted(CALENDAR));
        assertThat(answer.at("/summary/attendancePercent").isNull()).isTrue();
        assertThat(answer.at("/summary/possible").asInt()).isZero();
        assertThat(answer.at("/window/metAt").isNull()).isTrue();
        assertThat(answer.at("/window/from").asText()).isEqualTo("2025-09-01");
        assertThat(answer.at("/window/schoolWeeks").asInt()).isEqualTo(2);
        assertThat(answer.at("/window/asOf").asText()).isEqualTo("2025-09-12");
        assertThat(names(answer.get("summary")))
                .contains(
                        "from",
                        "to",
                        "present",
                        "approved",
                        "authorised",
                        "unauthorised",
                        "notPossible",
                        "possible",
                        "absent",
                        "attendancePercent",
                        "persistentlyAbsent",
                        "severelyAbsent");
        assertThat(names(answer.get("window")))
                .contains(
                        "asOf",
                        "from",
                        "schoolWeeks",
                        "anchor",
                        "required",
                        "count",
                        "firm",
                        "provisional",
                        "met",
                        "metAt",
                        "sessions",
                        "weeksPassedOver",
                        "otherReading");
        assertThat(answer.at("/leaveRun/codes").toString()).isEqualTo("[\"G\"]");
        assertThat(answer.get("unexplained")).isEmpty();
        assertThat(answer.get("findings")).isEmpty();
        assertThat(answer.at("/policy/version").asText()).hasSize(64);
    }

    @Test
    void tellsFirmFromProvisionalAndByWhenAnNMustBeReplaced() throws Exception {
        JsonNode answer = figures("""
                {"policy": "national", %s, "register": {"from": "2025-09-03", "to": "2025-11-14"},
                 "unlistedWeeks": "PRESENT", "marks": {"2025-11-10": "O O O O O O O O N N"}}
                """.formatted(CALENDAR));
        assertThat(answer.at("/window/count").asInt()).isEqualTo(10);
        assertThat(answer.at("/window/firm").asInt()).isEqualTo(8);
        assertThat(answer.at("/window/provisional").asInt()).isEqualTo(2);
        assertThat(answer.at("/unexplained/0").toString())
                .isEqualTo("{\"date\":\"2025-11-14\",\"session\":\"AM\",\"replaceBy\":\"2025-11-21\"}");
        assertThat(answer.at("/window/weeksPassedOver").toString()).isEqualTo("[\"2025-10-27\"]");
        JsonNode finding = answer.at("/findings/0");
        assertThat(finding.get("kind").asText()).isEqualTo("PENALTY_NOTICE_THRESHOLD");
        assertThat(finding.get("since").asText()).isEqualTo("2025-11-14");
        assertThat(finding.get("source").asText()).isNotBlank();
    }

    @Test
    void overridesReplaceValuesOfThePolicyAndChangeItsVersion() throws Exception {
        String body = """
                {"policy": "national", %s %s, "register": {"from": "2025-09-03", "to": "2025-11-14"},
                 "unlistedWeeks": "PRESENT", "marks": {"2025-11-10": "O O O O O O O O N N"}}
                """;
        JsonNode plain = figures(body.formatted("", CALENDAR));
        JsonNode overridden = figures(body.formatted(
                "\"overrides\": {\"threshold.codes\": [\"G\", \"O\", \"U\"], \"threshold.sessions\": 8},", CALENDAR));
        assertThat(overridden.at("/window/count").asInt()).isEqualTo(8);
        assertThat(overridden.at("/window/met").asBoolean()).isTrue();
        assertThat(overridden.at("/policy/version")).isNotEqualTo(plain.at("/policy/version"));
    }

    @Test
    void aSupersededPolicyIsUsedWhereItIsNamedAndAWarningSaysSo() throws Exception {
        JsonNode answer = figures("""
                {"policy": "cambridgeshire-2021", %s, "register": {"from": "2025-09-03", "to": "2025-11-14"},
                 "unlistedWeeks": "PRESENT", "marks": {"2025-11-10": "O O O O O O O O / \\\\"}}
                """.formatted(CALENDAR));
        assertThat(answer.at("/window/required").asInt()).isEqualTo(8);
        assertThat(answer.at("/window/met").asBoolean()).isTrue();
        assertThat(answer.at("/warnings/0/code").asText()).isEqualTo("POLICY_SUPERSEDED");
    }

    @Test
    void marksWhereNoSessionIsPlannedAreLeftOutWithAWarning() throws Exception {
        JsonNode answer = figures("""
                {"policy": "national", %s, "register": {"from": "2025-09-03", "to": "2025-11-28"},
                 "unlistedWeeks": "NOT_TAKEN", "marks": {"2025-11-24": "/ \\\\ / \\\\ / \\\\ / \\\\ O O", "2025-12-01": "O - - - - - - - - -"}}
                """.formatted(CALENDAR));
        assertThat(answer.at("/summary/possible").asInt()).isEqualTo(8);
        assertThat(answer.get("warnings")).hasSize(2);
        assertThat(answer.at("/warnings/0/pointer").asText()).isEqualTo("/marks/2025-11-24");
        assertThat(answer.at("/warnings/0/message").asText()).contains("Fri AM, Fri PM");
        assertThat(answer.at("/warnings/1/code").asText()).isEqualTo("OUTSIDE_REGISTER");
    }

    @Test
    void aDashSaysThatNoSessionIsPlannedThere() throws Exception {
        String body = """
                {"policy": "national", %s, "register": {"from": "2025-11-03", "to": "2025-11-14"},
                 "unlistedWeeks": "NOT_TAKEN", "marks": {"2025-11-03": "/ \\\\ / \\\\ / \\\\ / \\\\ G G", "2025-11-10": "%s G G G G G G / \\\\"}}
                """;
        assertThat(figures(body.formatted(CALENDAR, "- -"))
                        .at("/leaveRun/longest")
                        .asInt())
                .as("a run goes on over what was not planned")
                .isEqualTo(8);
    }

    @Test
    void aSessionThatWasNotTakenIsNeitherPossibleNorAbsentAndEndsARun() throws Exception {
        JsonNode answer = figures("""
                {"policy": "national", %s, "register": {"from": "2025-11-03", "to": "2025-11-21"},
                 "unlistedWeeks": "NOT_TAKEN", "marks": {"2025-11-03": "/ \\\\ / \\\\ / \\\\ / \\\\ G G", "2025-11-17": "G G / \\\\ / \\\\ / \\\\ / \\\\"}}
                """.formatted(CALENDAR));
        assertThat(answer.at("/summary/possible").asInt()).isEqualTo(20);
        assertThat(answer.at("/leaveRun/longest").asInt()).isEqualTo(2);
    }

    @Test
    void presentWrittenInTheOtherHalfIsTakenByItsSession() throws Exception {
        JsonNode answer = figures("""
                {"policy": "national", %s, "register": {"from": "2025-11-03", "to": "2025-11-07"},
                 "unlistedWeeks": "NOT_TAKEN", "marks": {"2025-11-03": "/ / / / / / / / / /"}}
                """.formatted(CALENDAR));
        assertThat(answer.at("/summary/present").asInt()).isEqualTo(10);
        assertThat(answer.get("warnings")).hasSize(5);
    }

    @Test
    void retiredCodesAreReadInOldRegistersAndRefusedInNewOnes() throws Exception {
        String body = """
                {"policy": "national", "calendar": {"terms": [{"from": "2024-06-03", "to": "2024-07-19"}, {"from": "2024-09-02", "to": "2024-10-25"}]},
                 "register": {"from": "2024-06-03", "to": "2024-10-25"}, "unlistedWeeks": "NOT_TAKEN", "marks": {"%s": "H J Y \\\\ / \\\\ / \\\\ / \\\\"}}
                """;
        JsonNode old = figures(body.formatted("2024-06-10")).get("summary");
        assertThat(old.get("authorised").asInt()).isEqualTo(1);
        assertThat(old.get("approved").asInt()).isEqualTo(1);
        assertThat(old.get("notPossible").asInt()).isEqualTo(1);
        assertThat(faults(body.formatted("2024-09-09")))
                .hasSize(3)
                .allSatisfy(fault ->
                        assertThat(fault).startsWith("/marks/2024-09-09").contains("18 August 2024"));
    }

    @Test
    void everyFaultOfABadBodyIsListedByPointer() throws Exception {
        assertThat(faults("""
                        {"policy": "atlantis", "overrides": {"threshold.sessions": 1}, "surprise": 1,
                         "calendar": {"terms": [{"from": "2025-09-03", "to": "2025-02-30"}, {"from": "2025-12-19", "to": "2025-11-03"}, 7],
                                      "closures": [{"reason": "no date"}], "halfDays": [{"date": "2025-12-19", "session": "PMX"}]},
                         "register": {"from": "2025-09-03"}, "unlistedWeeks": "MAYBE", "asOf": "99999-01-01", "dateOfBirth": 20140302,
                         "marks": {"2025-09-09": "/ \\\\ / \\\\ / \\\\ / \\\\ / \\\\", "2025-09-15": "/ \\\\", "2025-09-22": "o \\\\ Q9 \\\\ / \\\\ / \\\\ / \\\\", "x": 3}}
                        """))
                .extracting(fault -> fault.substring(0, fault.indexOf(' ')))
                .contains(
                        "/policy",
                        "/surprise",
                        "/calendar/terms/0/to",
                        "/calendar/terms/1/to",
                        "/calendar/terms/2",
                        "/calendar/closures/0/date",
                        "/calendar/halfDays/0/session",
                        "/register/to",
                        "/unlistedWeeks",
                        "/asOf",
                        "/dateOfBirth",
                        "/marks/2025-09-09",
                        "/marks/2025-09-15",
                        "/marks/2025-09-22",
                        "/marks/x");
    }

    @Test
    void overridesThatThePolicySchemaDoesNotKnowAreRefusedByPointer() throws Exception {
        assertThat(faults("""
                        {"policy": "national", "overrides": {"threshold.sesions": 9, "threshold.codes": ["QQ"], "window.anchor": "MONTH"},
                         %s, "register": {"from": "2025-09-03", "to": "2025-09-12"}}
                        """.formatted(CALENDAR)))
                .extracting(fault -> fault.substring(0, fault.indexOf(' ')))
                .containsExactlyInAnyOrder(
                        "/overrides/threshold.sesions", "/overrides/threshold.codes", "/overrides/window.anchor");
    }

    @Test
    void whatIsNullOrAnEmptyListCountsAsLeftOut() throws Exception {
        JsonNode answer = figures("""
                {"policy": "national", %s, "enrolments": [], "register": {"from": "2025-11-03", "to": "2025-11-14"},
                 "unlistedWeeks": "PRESENT", "marks": {"2025-11-10": null}, "asOf": null}
                """.formatted(CALENDAR));
        assertThat(answer.at("/summary/present").asInt()).isEqualTo(20);
    }

    @Test
    void aRunOfLeaveAfterTheDayFindsNothingYet() throws Exception {
        String body = """
                {"policy": "cambridgeshire", %s, "register": {"from": "2025-11-03", "to": "2025-11-14"}, "asOf": "%s",
                 "unlistedWeeks": "PRESENT", "marks": {"2025-11-10": "G G G G G G G G G G"}}
                """;
        JsonNode before = figures(body.formatted(CALENDAR, "2025-11-07"));
        assertThat(before.at("/leaveRun/longest").asInt())
                .as("looks at the whole register")
                .isEqualTo(10);
        assertThat(before.get("findings").findValuesAsText("kind")).doesNotContain("LEAVE_RUN");
        assertThat(figures(body.formatted(CALENDAR, "2025-11-14"))
                        .get("findings")
                        .findValuesAsText("kind"))
                .contains("LEAVE_RUN");
    }

    @Test
    void bodiesThatAreNoJsonObjectAreRefusedWithoutATrace() throws Exception {
        for (String body : List.of("", "[]", "null", "{", "{} {}", "{\"a\":1,\"a\":2}", "[".repeat(10_000), "\"x\"")) {
            HttpResponse<String> answer = Http.program(port, "office").json("/api/checks/register", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body()).doesNotContain("Exception").contains("\"errors\"");
        }
    }

    @Test
    void anySignedInRoleMayAskAndNobodyElse() {
        for (String user : List.of("office", "lead", "head", "officer", "panel", "auditor", "admin")) {
            assertThat(Http.program(port, user)
                            .json("/api/checks/register", "{}")
                            .statusCode())
                    .as(user)
                    .isEqualTo(400);
        }
        assertThat(Http.nobody(port).json("/api/checks/register", "{}").statusCode())
                .isEqualTo(401);
    }

    private JsonNode figures(String body) throws Exception {
        HttpResponse<String> answer = Http.program(port, "office").json("/api/checks/register", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** Each fault as "pointer message". */
    private List<String> faults(String body) throws Exception {
        HttpResponse<String> answer = Http.program(port, "office").json("/api/checks/register", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return StreamSupport.stream(JSON.readTree(answer.body()).get("errors").spliterator(), false)
                .map(fault -> fault.get("pointer").asText() + " "
                        + fault.get("message").asText())
                .toList();
    }

    private static List<String> names(JsonNode node) {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
                .toList();
    }
}
