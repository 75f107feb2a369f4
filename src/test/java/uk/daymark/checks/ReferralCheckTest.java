package uk.daymark.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.measure.GoldenCases;

/** Would the authority accept a referral, asked over HTTP: GC-40, 42, 43, 45, 46, 50 and the referral of GC-53. */
@WebTest
class ReferralCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Test
    void gc40AHoldIsToldWithTheDayOnWhichItEndsAndThePanelAfter() throws Exception {
        JsonNode support = GoldenCases.named("GC-40").get("support");
        for (JsonNode check : support.get("check")) {
            ObjectNode body = referral("cambridgeshire", check.get("date").asText());
            support(body).set("earlyHelpOpenedOn", support.get("eha_opened"));
            JsonNode answer = ask(body);
            boolean hold = check.get("hold").asBoolean();
            assertThat(codes(answer, "failed")).isEqualTo(hold ? List.of("SUPPORT_OPEN_UNDER_12_WEEKS") : List.of());
            assertThat(answer.get("admissible").asBoolean()).isEqualTo(!hold);
            assertThat(answer.get("earliestAdmissibleOn").asText()).isEqualTo("2025-12-01");
            assertThat(answer.get("nextPanelOn").asText()).isEqualTo("2025-12-08");
            if (hold) {
                assertThat(answer.at("/failed/0/until").asText()).isEqualTo("2025-12-01");
                assertThat(answer.at("/failed/0/source").asText()).contains("(S3)", "confirm");
            }
        }
    }

    @Test
    void gc42AReferralWithNIsReturnedWhateverElseItShows() throws Exception {
        JsonNode facts = GoldenCases.named("GC-42").get("facts");
        ObjectNode body = referral("cambridgeshire", "2025-11-24");
        body.putObject("period")
                .put("from", facts.at("/period/0").asText())
                .put("to", facts.at("/period/1").asText());
        body.putObject("figures")
                .put("schoolWeeks", facts.get("school_weeks").asInt())
                .put("absent", 14)
                .put("unauthorised", facts.get("unauthorised_GOU").asInt())
                .put("nMarks", facts.get("n_marks").asInt());
        JsonNode answer = ask(body);
        assertThat(codes(answer, "failed")).containsExactly("N_MARKS_IN_PERIOD");
        assertThat(answer.get("earliestAdmissibleOn").isNull()).isTrue();
        assertThat(answer.get("nextPanelOn").isNull()).isTrue();
        assertThat(answer.at("/failed/0/until").isNull()).isTrue();
        ((ObjectNode) body.get("figures")).put("nMarks", 0);
        assertThat(ask(body).get("admissible").asBoolean()).isTrue();
    }

    @ParameterizedTest(name = "to {0}")
    @CsvSource({"2025-11-14, PERIOD_TOO_SHORT", "2025-11-17, ''", "2025-11-21, ''"})
    void gc43SchoolWeeksAreCountedInThePeriodAndNotWeeksOfTheCalendar(String to, String failed) throws Exception {
        JsonNode referral = GoldenCases.named("GC-43").get("referral");
        ObjectNode body = referral("cambridgeshire", "2025-11-24");
        body.remove("figures");
        body.putObject("period").put("from", referral.get("from").asText()).put("to", to);
        register(body)
                .putObject("marks")
                .put("2025-09-15", "O O O O O O O O O O")
                .put("2025-09-22", "O O / \\ / \\ / \\ / \\");
        assertThat(codes(ask(body), "failed")).isEqualTo(failed.isEmpty() ? List.of() : List.of(failed));
    }

    @Test
    void gc45EightWeeksWithABankHolidayHaveTooFewSessions() throws Exception {
        JsonNode fast = GoldenCases.named("GC-45").get("fasttrack");
        ObjectNode body = referral("cambridgeshire-2021", "2026-06-15");
        body.remove("figures");
        body.putObject("period").put("from", fast.get("from_monday").asText()).put("to", "2026-06-12");
        ObjectNode register = register(body);
        register.putObject("register").put("from", "2025-09-03").put("to", "2026-06-19");
        register.putObject("marks").put("2026-04-20", "O O O O O O O O / \\");
        JsonNode answer = ask(body);
        assertThat(codes(answer, "failed")).containsExactly("TOO_FEW_SESSIONS");
        assertThat(answer.at("/failed/0/message").asText())
                .contains(fast.get("sessions").asText());
        assertThat(codes(answer, "warnings")).contains("POLICY_SUPERSEDED");

        body.putObject("period").put("from", fast.get("from_monday").asText()).put("to", "2026-06-19");
        JsonNode extended = ask(body);
        assertThat(codes(extended, "failed")).isEmpty();
        assertThat(codes(extended, "warnings")).contains("ATTENDANCE_ABOVE_THE_SHARE");

        body.putObject("period").put("from", "2025-09-08").put("to", "2025-11-07");
        register.putObject("marks").put("2025-09-15", "O O O O O O O O / \\");
        assertThat(codes(ask(body), "failed")).as("exactly 80 sessions").isEmpty();
        register.putObject("marks").put("2025-09-15", "O O O O O O O / Y1 \\");
        assertThat(codes(ask(body), "failed"))
                .as("79 possible sessions, 7 of them unauthorised")
                .containsExactly("TOO_FEW_UNAUTHORISED", "TOO_FEW_SESSIONS");
    }

    @Test
    void gc46ThePanelSitsOnTheNextMondayInTerm() throws Exception {
        for (JsonNode panel : GoldenCases.named("GC-46").get("panel")) {
            for (String policy : List.of("cambridgeshire", "cambridgeshire-2021")) {
                ObjectNode body = referral(policy, panel.get("ready").asText());
                if (policy.equals("cambridgeshire-2021")) {
                    ((ObjectNode) body.get("figures")).put("schoolWeeks", 8).put("possible", 80);
                }
                JsonNode answer = ask(body);
                assertThat(answer.get("admissible").asBoolean()).isTrue();
                assertThat(answer.get("earliestAdmissibleOn")).isEqualTo(panel.get("ready"));
                assertThat(answer.get("nextPanelOn")).as(policy).isEqualTo(panel.get("panel"));
            }
        }
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2025-12-03, ''", "2025-12-04, REFERRAL_DEADLINE_PASSED"})
    void gc50AnExcludedPupilIsReferredWithinFifteenSchoolDays(String on, String failed) throws Exception {
        JsonNode excluded = GoldenCases.named("GC-50").get("excluded");
        assertThat(excluded.get("cambs_deadline").asText()).isEqualTo("2025-12-03");
        ObjectNode body = referral("cambridgeshire", on).put("route", "PUBLIC_PLACE");
        body.remove("figures");
        ObjectNode place = body.putObject("publicPlace");
        place.set("seenOn", excluded.get("seen"));
        place.set("suspendedFrom", excluded.get("suspended_from"));
        place.set("days", excluded.get("days"));
        place.put("noticeUnderS104OnFile", true);
        JsonNode answer = ask(body);
        assertThat(codes(answer, "failed")).isEqualTo(failed.isEmpty() ? List.of() : List.of(failed));
        assertThat(answer.get("complete").asBoolean()).isTrue();
        place.put("noticeUnderS104OnFile", false).put("seenOn", "2025-11-13");
        assertThat(codes(ask(body), "failed")).startsWith("NO_NOTICE_UNDER_S104", "NOT_SEEN_IN_THE_FIRST_DAYS");
        place.removeAll();
        assertThat(codes(ask(body), "unknown"))
                .containsExactly("NO_NOTICE_UNDER_S104", "NOT_SEEN_IN_THE_FIRST_DAYS", "REFERRAL_DEADLINE_PASSED");
    }

    @Test
    void gc53TheReferralOf24NovemberGoesToThePanelOfFirstDecember() throws Exception {
        ObjectNode body = referral("cambridgeshire", "2025-11-24");
        body.remove("figures");
        register(body)
                .putObject("marks")
                .put("2025-09-15", "O O O O / \\ / \\ / \\")
                .put("2025-11-17", "/ \\ / \\ O O O O O O");
        JsonNode answer = ask(body);
        assertThat(answer.get("failed")).isEmpty();
        assertThat(answer.get("unknown")).isEmpty();
        assertThat(answer.get("nextPanelOn").asText()).isEqualTo("2025-12-01");
        assertThat(codes(answer, "passed"))
                .containsExactly(
                        "N_MARKS_IN_PERIOD",
                        "PERIOD_TOO_SHORT",
                        "TOO_FEW_UNAUTHORISED",
                        "MAJORITY_NOT_UNAUTHORISED",
                        "EARLY_HELP_NOT_OFFERED",
                        "SUPPORT_OPEN_UNDER_12_WEEKS");
    }

    @Test
    void everyCheckThatFailsIsListedAndNotOnlyTheFirst() throws Exception {
        ObjectNode body = referral("cambridgeshire", "2025-11-24");
        ((ObjectNode) body.get("figures"))
                .put("schoolWeeks", 9)
                .put("absent", 30)
                .put("unauthorised", 9)
                .put("nMarks", 1);
        support(body)
                .put("earlyHelpOffered", false)
                .put("targetedSupportOpenedOn", "2025-11-01")
                .put("specialistTeachingOpenedOn", "2025-11-23")
                .put("iaepReviews", 1)
                .put("ehcp", true)
                .put("ehcpLastReviewedOn", "2024-11-23");
        JsonNode answer = ask(body);
        assertThat(codes(answer, "failed"))
                .containsExactly(
                        "N_MARKS_IN_PERIOD",
                        "PERIOD_TOO_SHORT",
                        "TOO_FEW_UNAUTHORISED",
                        "EARLY_HELP_NOT_OFFERED",
                        "SUPPORT_OPEN_UNDER_12_WEEKS",
                        "SPECIALIST_TEACHING_UNDER_12_WEEKS",
                        "IAEP_UNDER_TWO_REVIEWS",
                        "EHCP_NOT_RECENTLY_REVIEWED");
        answer.get("failed").forEach(rule -> {
            assertThat(rule.get("message").asText()).isNotBlank();
            assertThat(rule.get("source").asText()).isNotBlank();
            assertThat(rule.get("whatWouldChangeThis").asText()).isNotBlank();
        });
    }

    @ParameterizedTest(name = "{0} weeks, {1} of {2}: {3}")
    @CsvSource({
        "10, 10, 40, ''",
        "11, 12, 24, MAJORITY_NOT_UNAUTHORISED",
        "11, 13, 24, ''",
        "11, 12, 23, ''",
        "12, 10, 10, ''"
    })
    void exactlyHalfIsNoMajorityAndOnlyALongerPeriodAsksForOne(int weeks, int unauthorised, int absent, String failed)
            throws Exception {
        ObjectNode body = referral("cambridgeshire", "2025-11-24");
        ((ObjectNode) body.get("figures"))
                .put("schoolWeeks", weeks)
                .put("unauthorised", unauthorised)
                .put("absent", absent);
        assertThat(codes(ask(body), "failed")).isEqualTo(failed.isEmpty() ? List.of() : List.of(failed));
    }

    @ParameterizedTest(name = "reviewed {0}: {1}")
    @CsvSource({"2024-11-24, true", "2024-11-23, false", "2025-11-24, true"})
    void aReviewOfAPlanIsRecentForTheMonthsOfThePolicy(String reviewed, boolean passes) throws Exception {
        ObjectNode body = referral("cambridgeshire", "2025-11-24");
        support(body).put("ehcp", true).put("ehcpLastReviewedOn", reviewed);
        assertThat(codes(ask(body), passes ? "passed" : "failed")).contains("EHCP_NOT_RECENTLY_REVIEWED");
        support(body).put("ehcp", false);
        assertThat(ask(body).toString()).doesNotContain("EHCP_NOT_RECENTLY_REVIEWED");
    }

    @Test
    void aPlanThatGoesStaleDuringTheWaitLeavesNoDayOnWhichWaitingAloneHelps() throws Exception {
        ObjectNode body = referral("cambridgeshire", "2025-11-24");
        support(body).put("earlyHelpOpenedOn", "2025-11-01").put("ehcp", true).put("ehcpLastReviewedOn", "2024-12-24");
        JsonNode answer = ask(body);
        assertThat(codes(answer, "failed")).containsExactly("SUPPORT_OPEN_UNDER_12_WEEKS");
        assertThat(answer.at("/failed/0/until").asText()).isEqualTo("2026-01-24");
        assertThat(answer.get("earliestAdmissibleOn").isNull()).isTrue();
    }

    @Test
    void whatIsNotSaidIsUnknownAndNeverFails() throws Exception {
        JsonNode answer =
                ask(JSON.createObjectNode().put("policy", "cambridgeshire").put("on", "2025-11-24"));
        assertThat(answer.get("failed")).isEmpty();
        assertThat(answer.get("complete").asBoolean()).isFalse();
        assertThat(codes(answer, "unknown"))
                .containsExactly(
                        "N_MARKS_IN_PERIOD",
                        "PERIOD_TOO_SHORT",
                        "TOO_FEW_UNAUTHORISED",
                        "MAJORITY_NOT_UNAUTHORISED",
                        "EARLY_HELP_NOT_OFFERED",
                        "SUPPORT_OPEN_UNDER_12_WEEKS");
        assertThat(answer.get("nextPanelOn").isNull()).isTrue();
        assertThat(codes(answer, "warnings")).containsExactly("PANEL_DAY_NOT_KNOWN");
    }

    @Test
    void anAuthorityWithoutAPanelNamesNoSitting() throws Exception {
        for (String policy : List.of("national", "hertfordshire")) {
            JsonNode answer = ask(referral(policy, "2025-11-24"));
            assertThat(answer.get("admissible").asBoolean()).as(policy).isTrue();
            assertThat(answer.has("nextPanelOn") && answer.get("nextPanelOn").isNull())
                    .isTrue();
            assertThat(answer.get("warnings")).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "cambridgeshire, 'G G G G G G / G G G', LEAVE_RUN_TOO_SHORT",
        "cambridgeshire, 'G G G G G G G G G G', ''",
        "cambridgeshire-2021, '/ \\ / \\ G G G G G G', ''",
        "cambridgeshire-2021, '/ \\ G G G G G / G G', LEAVE_RUN_TOO_SHORT",
        "cambridgeshire, 'G G G G G G G G G N', 'N_MARKS_IN_PERIOD,LEAVE_RUN_TOO_SHORT'"
    })
    void leaveIsMeasuredAsTheRunThatThePolicyAsksFor(String policy, String marks, String failed) throws Exception {
        ObjectNode body = leave(policy);
        register(body).putObject("marks").put("2025-10-06", marks);
        assertThat(codes(ask(body), "failed")).isEqualTo(failed.isEmpty() ? List.of() : List.of(failed.split(",")));
    }

    @Test
    void whereNoRunIsAskedForLeaveIsCountedInOneWindow() throws Exception {
        ObjectNode body = leave("national");
        ObjectNode marks = register(body).putObject("marks");
        marks.put("2025-09-08", "G G G G G / \\ / \\ /").put("2025-11-17", "G G G G G / \\ / \\ /");
        assertThat(codes(ask(body), "failed")).as("the tenth school week").isEmpty();
        marks.put("2025-11-17", "/ \\ / \\ / \\ / \\ / \\").put("2025-11-24", "G G G G G / \\ / - -");
        body.putObject("period").put("from", "2025-09-03").put("to", "2025-11-28");
        ((ObjectNode) body.at("/register/register")).put("to", "2025-11-28");
        assertThat(codes(ask(body), "failed")).as("the eleventh").containsExactly("LEAVE_RUN_TOO_SHORT");
    }

    @Test
    void leaveAsksWhetherTheParentsWereWarnedAndKeepsTheTimeThatAPolicySets() throws Exception {
        ObjectNode body = leave("cambridgeshire");
        register(body).putObject("marks").put("2025-11-17", "G G G G G G G G G G");
        ((ObjectNode) body.get("leave")).put("parentsWarned", false);
        assertThat(codes(ask(body), "failed")).containsExactly("PARENTS_NOT_WARNED_OF_LEAVE");
        body.remove("leave");
        assertThat(codes(ask(body), "unknown")).containsExactly("PARENTS_NOT_WARNED_OF_LEAVE");
        body.putObject("overrides").put("leave.referral_deadline", 10);
        body.put("on", "2025-12-09");
        assertThat(codes(ask(body), "passed")).contains("REFERRAL_DEADLINE_PASSED");
        body.put("on", "2025-12-10");
        assertThat(codes(ask(body), "failed")).containsExactly("REFERRAL_DEADLINE_PASSED");
    }

    @Test
    void theRegisterMayOverrideThePolicyAndWhatTheBodyOverridesGoesFirst() throws Exception {
        ObjectNode body = leave("cambridgeshire");
        register(body).putObject("marks").put("2025-11-17", "G G G G G G G G G G");
        body.put("on", "2025-12-10");
        register(body).putObject("overrides").put("leave.referral_deadline", 10);
        assertThat(codes(ask(body), "failed")).containsExactly("REFERRAL_DEADLINE_PASSED");
        body.putObject("overrides").put("leave.referral_deadline", 11);
        assertThat(codes(ask(body), "passed")).contains("REFERRAL_DEADLINE_PASSED");
        register(body).putObject("overrides").put("no.such.key", 1);
        HttpResponse<String> refused = send(body.toString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("/register/overrides/no.such.key");
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2025-11-26, passed", "2025-11-30, passed", "2025-12-09, unknown"})
    void aReferralSurelyInTimeNeedsNoCalendarBeyondIt(String on, String list) throws Exception {
        ObjectNode body = referral("cambridgeshire", on).put("route", "PUBLIC_PLACE");
        body.remove("figures");
        register(body)
                .putObject("calendar")
                .putArray("terms")
                .addObject()
                .put("from", "2025-09-03")
                .put("to", "2025-11-28");
        body.putObject("publicPlace").put("seenOn", "2025-11-12").put("noticeUnderS104OnFile", true);
        assertThat(codes(ask(body), list)).contains("REFERRAL_DEADLINE_PASSED");
    }

    @ParameterizedTest
    @CsvSource({"2025-09-03, 2025-10-24", "2025-11-17, 2025-12-19"})
    void whetherADayIsOneOfTheFirstIsNotKnownWhereTheCalendarDoesNotReachIt(String from, String to) throws Exception {
        ObjectNode body = referral("cambridgeshire", "2025-11-24").put("route", "PUBLIC_PLACE");
        body.remove("figures");
        register(body)
                .putObject("calendar")
                .putArray("terms")
                .addObject()
                .put("from", from)
                .put("to", to);
        body.putObject("publicPlace")
                .put("seenOn", "2025-11-11")
                .put("suspendedFrom", "2025-11-10")
                .put("days", 3)
                .put("noticeUnderS104OnFile", true);
        assertThat(codes(ask(body), "unknown")).contains("NOT_SEEN_IN_THE_FIRST_DAYS");
    }

    @Test
    void aValueThatIsOverriddenSpeaksOfWhatItSpokeOfBefore() throws Exception {
        ObjectNode body = referral("cambridgeshire", "2025-11-24").put("route", "LEAVE");
        body.putObject("support").put("earlyHelpOffered", false);
        ((ObjectNode) body.get("register")).putObject("overrides").put("hold.eha_not_offered", true);
        assertThat(codes(ask(body), "failed")).doesNotContain("EARLY_HELP_NOT_OFFERED");
    }

    @Test
    void sessionsOutsideCompulsorySchoolAgeCarryNoReferral() throws Exception {
        ObjectNode body = referral("cambridgeshire", "2026-07-13");
        body.remove("figures");
        body.putObject("period").put("from", "2026-04-13").put("to", "2026-07-03");
        ObjectNode register = register(body).put("dateOfBirth", "2009-09-01");
        register.putObject("register").put("from", "2025-09-03").put("to", "2026-07-03");
        register.putObject("marks")
                .put("2026-06-22", "/ \\ O O O O O O O O")
                .put("2026-06-29", "O O / \\ / \\ / \\ / \\");
        JsonNode answer = ask(body);
        assertThat(codes(answer, "failed")).containsExactly("TOO_FEW_UNAUTHORISED");
        assertThat(answer.at("/failed/0/message").asText()).startsWith("8 sessions");
    }

    @Test
    void figuresGivenWinOverTheMarksOneByOne() throws Exception {
        ObjectNode body = referral("cambridgeshire", "2025-11-24");
        body.putObject("figures").put("nMarks", 0).putNull("unauthorised");
        register(body).putObject("marks").put("2025-09-15", "O O O O O O O O O N");
        JsonNode answer = ask(body);
        assertThat(codes(answer, "failed")).containsExactly("TOO_FEW_UNAUTHORISED");
        assertThat(answer.at("/failed/0/message").asText()).startsWith("9 sessions");
        assertThat(codes(answer, "passed")).contains("N_MARKS_IN_PERIOD");
    }

    @Test
    void aPupilWhoMovedIsSeenOverBothSchools() throws Exception {
        ObjectNode body = referral("cambridgeshire", "2025-11-24");
        body.remove("figures");
        ObjectNode register = (ObjectNode) body.get("register");
        JsonNode first = register.remove("calendar");
        var enrolments = register.putArray("enrolments");
        enrolments.addObject().put("from", "2025-09-03").put("to", "2025-10-10").set("calendar", first);
        enrolments
                .addObject()
                .put("from", "2025-10-11")
                .put("to", "2026-07-31")
                .set("calendar", GoldenCases.calendarAsWritten("SCHOOL-Q"));
        register.putObject("marks").put("2025-09-15", "O O O O O O O O O O");
        JsonNode answer = ask(body);
        assertThat(codes(answer, "failed"))
                .as("the second school is closed in the week of 20 October")
                .containsExactly("PERIOD_TOO_SHORT");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "/on, 2025-02-30, /on",
        "/period/to, 2025-09-01, /period/to",
        "/route, HOLIDAY, /route",
        "/figures/unauthorised, 31, /figures/unauthorised",
        "/figures/nMarks, -1, /figures/nMarks",
        "/support/iaepReviews, -1, /support/iaepReviews",
        "/support/earlyHelpOffered, 1, /support/earlyHelpOffered",
        "/support/earlyHelpOpenedOn, yesterday, /support/earlyHelpOpenedOn",
        "/support/surprise, 1, /support/surprise",
        "/register/policy, national, /register/policy",
        "/register/marks, none, /register/marks",
        "/policy, nowhere, /policy"
    })
    void everyFaultIsToldAtItsPlace(String field, String value, String pointer) throws Exception {
        ObjectNode body = referral("cambridgeshire", "2025-11-24");
        int slash = field.lastIndexOf('/');
        ObjectNode place = (ObjectNode) body.at(field.substring(0, slash));
        if (value.matches("-?\\d+")) {
            place.put(field.substring(slash + 1), Integer.parseInt(value));
        } else {
            place.put(field.substring(slash + 1), value);
        }
        HttpResponse<String> answer = send(body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("errors").findValuesAsText("pointer"))
                .contains(pointer);
    }

    /** Admissible in every respect. */
    private static ObjectNode referral(String policy, String on) {
        ObjectNode body =
                JSON.createObjectNode().put("policy", policy).put("on", on).put("route", "IRREGULAR");
        body.putObject("period").put("from", "2025-09-08").put("to", "2025-11-21");
        ObjectNode register = body.putObject("register").put("unlistedWeeks", "PRESENT");
        register.set("calendar", GoldenCases.calendarAsWritten("CAL-A"));
        register.putObject("register").put("from", "2025-09-03").put("to", "2025-11-21");
        body.putObject("figures")
                .put("schoolWeeks", 10)
                .put("absent", 30)
                .put("unauthorised", 12)
                .put("nMarks", 0);
        body.putObject("support").put("earlyHelpOffered", true);
        return body;
    }

    private static ObjectNode leave(String policy) {
        ObjectNode body = referral(policy, "2025-11-24").put("route", "LEAVE");
        body.remove("figures");
        body.putObject("leave").put("parentsWarned", true);
        return body;
    }

    private static ObjectNode register(ObjectNode body) {
        return (ObjectNode) body.get("register");
    }

    private static ObjectNode support(ObjectNode body) {
        return (ObjectNode) body.get("support");
    }

    private static List<String> codes(JsonNode answer, String list) {
        List<String> codes = new ArrayList<>();
        answer.get(list).forEach(entry -> codes.add(entry.get("code").asText()));
        return codes;
    }

    private JsonNode ask(ObjectNode body) throws JsonProcessingException {
        HttpResponse<String> answer = send(body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String body) {
        return Http.program(port, "lead").json("/api/checks/referral", body);
    }
}
