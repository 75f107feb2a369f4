package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import uk.daymark.Http;
import uk.daymark.enforcement.referral.Referral;
import uk.daymark.enforcement.referral.Referral.Check;
import uk.daymark.enforcement.referral.Referral.Result;
import uk.daymark.enforcement.referral.Referrals;
import uk.daymark.people.Contacts;

/** GC-53: a case under Cambridgeshire's policy, date by date, from the first N to the first penalty notice. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CambridgeshireCaseTest {

    private static final String PRESENT = "/ \\ / \\ / \\ / \\ / \\";

    private static OwnApplication daymark;
    private static Casework school;

    @BeforeAll
    static void aSchool() {
        daymark = OwnApplication.empty("2025-09-15T07:30", "999001");
        school = new Casework(daymark, "999001");
        school.exists("cambridgeshire", "cambridgeshire", "53", "54", "55");
        daymark.send(
                "contacts",
                "school_urn,pupil_ref,contact_ref,priority,relationship,parental_responsibility,lives_with,surname,"
                        + "forename,address1,town,postcode,mobile\n999001,53,P53,1,mother,true,true,Khan,Nadia,"
                        + "1 Elm Road,Elmford,EL1 1AA,07700900053\n");
        school.present("53", "2025-09-01", "2025-09-08");
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    private static void posted(String on) {
        JsonNode letter = school.taskThere("office", "53", "post-letter");
        HttpResponse<String> answer = school.tries(
                "office", letter, Map.of("letterSending", "posted", "sentOn", on, "postage", "first-class"));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }

    private static JsonNode support() {
        return daymark.get("lead", "/api/cases/" + school.caseOf("53").ref()).path("support");
    }

    @Test
    @Order(1)
    void fromTheFirstLetterToTheReferral() {
        daymark.moveTo("2025-09-15T09:45");
        school.week("53", "2025-09-15", "N - - - - - - - - -");
        assertThat(school.taskThere("office", "53", "call-household")
                        .path("dueAt")
                        .asText())
                .as("a call the same morning")
                .startsWith("2025-09-15T");
        daymark.moveTo("2025-09-15T16:30");
        school.week("53", "2025-09-15", "N N - - - - - - - -");
        daymark.moveTo("2025-09-19T16:30");
        school.week("53", "2025-09-15", "N N / \\ / \\ / \\ / \\");
        daymark.moveTo("2025-09-22T09:45");
        school.does(
                "lead",
                "53",
                "confirm-absence-code",
                Map.of("finding", "no-reason", "reason", "Five school days are over"));
        assertThat(daymark.get("office", "/api/decided-codes")
                        .path("toBeEntered")
                        .toString())
                .contains("\"53\"");
        assertThat(school.week("53", "2025-09-15", "O O / \\ / \\ / \\ / \\"))
                .contains("confirms 2 codes decided here");
        daymark.moveTo("2025-09-29T14:00");
        school.week("53", "2025-09-22", PRESENT);
        school.week("53", "2025-09-29", "O O - - - - - - - -");
        assertThat(school.caseOf("53").stage()).isEqualTo("soft-letter");
        posted("2025-09-29");
        assertThat(support().path("earlyHelpOffered").asBoolean())
                .as("the soft letter offers early help in writing")
                .isTrue();
        assertThat(support().path("earlyHelpOpenedOn").isNull()).isTrue();

        daymark.moveTo("2025-10-10T16:30");
        school.week("53", "2025-09-29", "O O / \\ / \\ / \\ / \\");
        school.week("53", "2025-10-06", "O O / \\ / \\ / \\ / \\");
        assertThat(school.task("office", "53", "post-letter"))
                .as("ten school days are not over")
                .isEmpty();
        daymark.moveTo("2025-10-13T08:30");
        assertThat(school.caseOf("53").stage()).isEqualTo("concern-letter");
        posted("2025-10-13");

        assertThat(school.caseOf("53").stage()).isEqualTo("contract-meeting");
        JsonNode plan = school.taskThere("lead", "53", "plan-meeting");
        assertThat(school.tries(
                                "lead",
                                plan,
                                Map.of(
                                        "meetingOn",
                                        "2025-10-17",
                                        "meetingAt",
                                        "3:30pm",
                                        "meetingPlace",
                                        "in the library"))
                        .statusCode())
                .as("less than the policy's notice")
                .isBetween(400, 422);
        school.does(
                "lead",
                "53",
                "plan-meeting",
                Map.of("meetingOn", "2025-10-20", "meetingAt", "3:30pm", "meetingPlace", "in the library"));
        posted("2025-10-13");
        assertThat(school.tries(
                                "lead",
                                school.taskThere("lead", "53", "hold-meeting"),
                                Map.of("meeting", "nobody-came", "reason", "Not yet"))
                        .statusCode())
                .as("nobody can have missed a meeting that is to come")
                .isBetween(400, 422);

        daymark.moveTo("2025-10-20T16:30");
        school.week("53", "2025-10-13", PRESENT);
        school.does("lead", "53", "hold-meeting", Map.of("meeting", "nobody-came", "reason", "Waited until 4pm"));
        assertThat(school.task("lead", "53", "agree-contract"))
                .as("no contract in the parents' absence")
                .isEmpty();
        school.does(
                "lead",
                "53",
                "set-targets",
                Map.of(
                        "targets",
                        "In school every day\nRing us when ill",
                        "reviewOn",
                        "2025-11-17",
                        "reason",
                        "Missed"));
        posted("2025-10-20");
        school.does(
                "lead",
                "53",
                "plan-meeting",
                Map.of("meetingOn", "2025-11-06", "meetingAt", "3:30pm", "meetingPlace", "in the library"));
        school.does(
                "lead", "53", "check-hold", Map.of("holdDecision", "send", "reason", "A second attempt: another day"));
        assertThat(school.taskThere("office", "53", "post-letter").path("title").asText())
                .as("a second attempt, recorded")
                .contains("Invitation to a parent contract meeting");
        posted("2025-10-20");

        daymark.moveTo("2025-11-21T16:30");
        school.week("53", "2025-10-20", PRESENT);
        school.week("53", "2025-11-03", PRESENT);
        school.week("53", "2025-11-10", PRESENT);
        school.week("53", "2025-11-17", "O O / \\ / \\ / \\ O O");
        JsonNode consider = school.taskThere("head", "53", "must-consider");
        assertThat(consider.path("why").asText()).startsWith("10 sessions without leave in 10 school weeks");

        JsonNode offers = support().path("records");
        assertThat(offers.path(0).path("offeredOn").asText()).isEqualTo("2025-09-29");
        assertThat(offers.path(0).path("offeredHow").asText()).isEqualTo("letter");
        assertThat(offers.path(1).path("offeredOn").asText())
                .as("the letter of concern offers it again")
                .isEqualTo("2025-10-13");
        HttpResponse<String> notOurs =
                school.tries("head", consider, Map.of("decision", "notice-to-improve", "reason", "One more chance"));
        assertThat(notOurs.body()).contains("does not let the school issue a notice to improve");
        school.does(
                "head", "53", "must-consider", Map.of("decision", "refer-to-authority", "reason", "Help was refused"));
        assertThat(school.caseOf("53").stage()).isEqualTo("referral");
    }

    @Test
    @Order(2)
    void whereAttendanceFallsFastTheFirstLetterIsSkippedWithAReason() {
        school.present("54", "2025-09-01", "2025-11-03");
        school.week("54", "2025-11-10", "O O O O O O O O O O");
        JsonNode skip = school.taskThere("lead", "54", "skip-steps");
        Map<String, Object> reasons = Map.of("waiting", "Ten sessions in a week", "reason", "It cannot wait");
        HttpResponse<String> refused = school.tries("lead", skip, reasons);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Enter why the soft letter is skipped")
                .doesNotContain("/fields/evidence");
        Map<String, Object> whole = new HashMap<>(reasons);
        whole.put("softLetter", "The letter of concern says the same and more");
        school.does("lead", "54", "skip-steps", whole);
    }

    @Test
    @Order(3)
    void supportThatIsOpenHoldsAReferralBackForAHolidayAsWellAsItDoesAtTheAuthority() {
        school.present("55", "2025-09-01", "2025-11-03");
        school.week("55", "2025-11-10", "G G G G G G G G G G");
        for (String ref : List.of("54", "55")) {
            HttpResponse<String> recorded = daymark.as("lead")
                    .json(
                            "/api/cases/" + school.caseOf(ref).ref() + "/support",
                            "{\"kind\": \"EARLY_HELP\", \"offeredOn\": \"2025-11-17\", \"response\": \"ACCEPTED\","
                                    + " \"openedOn\": \"2025-11-17\"}");
            assertThat(recorded.statusCode()).isEqualTo(201);
        }
        Map<String, Object> refer = Map.of("decision", "refer-to-authority", "reason", "Ten in ten");
        for (String ref : List.of("54", "55")) {
            assertThat(school.tries("head", school.taskThere("head", ref, "must-consider"), refer)
                            .body())
                    .as("Cambridgeshire gives open support its time, whatever was missed")
                    .contains("it is given 12 weeks, until 9 February 2026");
        }
    }

    @Test
    @Order(4)
    void theReferralGoesToThePanelWhichSendsANoticeToImprove() {
        daymark.moveTo("2025-11-24T09:00");
        Map<String, Object> referral = prefilled("lead", "prepare-referral");
        assertThat(referral).containsEntry("periodFrom", "2025-09-08").containsEntry("periodTo", "2025-11-21");
        referral.putAll(Map.of(
                "next", "submit",
                "statement", "Letters, two meetings that nobody came to, early help offered twice.",
                "parent1", nadia(),
                "because1", "Amira lives with her",
                "reason", "Support was offered and refused"));
        school.does("lead", "53", "prepare-referral", referral);
        JsonNode triage = school.taskThere("officer", "53", "triage-referral");
        List<String> toWeigh = referred().checks().stream()
                .filter(check -> check.result() != Result.MET && !check.stops())
                .map(Check::key)
                .toList();
        assertThat(referred().checks())
                .as("ten weeks, ten marks, no N")
                .filteredOn(check -> List.of("PERIOD_TOO_SHORT", "TOO_FEW_UNAUTHORISED", "N_MARKS_IN_PERIOD")
                        .contains(check.code()))
                .hasSize(3)
                .allSatisfy(check -> assertThat(check.result()).isEqualTo(Result.MET));
        assertThat(school.tries(
                                "officer",
                                triage,
                                Map.of("triage", "accept", "agreed", toWeigh, "reason", "The evidence is complete"))
                        .statusCode())
                .isBetween(200, 204);
        JsonNode panel = school.taskThere("panel", "53", "decide-at-panel");
        assertThat(panel.path("dueAt").asText()).as("the next panel").startsWith("2025-12-01");

        daymark.moveTo("2025-12-01T10:00");
        keepsComing("2025-11-24", "2025-11-24");
        school.does(
                "panel",
                "53",
                "decide-at-panel",
                Map.of("decision", "notice-to-improve", "reason", "One more chance, with support"));
        Map<String, Object> improve = prefilled("officer", "draft-notice-to-improve");
        improve.putAll(Map.of(
                "noticeDecision", "give",
                "weeks", 6,
                "allowed", 0,
                "enough", "Every session, or a reason that the school accepts",
                "earlyGround", "none",
                "supportSoFar", "Early help was offered twice, and two meetings",
                "support", "Early help; ring the school",
                "reason", "As the panel decided"));
        school.does("officer", "53", "draft-notice-to-improve", improve);
        postedByTheAuthority("2025-12-01");
    }

    @Test
    @Order(5)
    void afterTheNoticeHasFailedTheFirstPenaltyNoticeIsIssuedAndPaid() {
        daymark.moveTo("2026-02-02T09:00");
        keepsComing("2025-12-01", "2025-12-01");
        school.week("53", "2025-12-08", "O O O O O O / \\ / \\");
        keepsComing("2025-12-15", "2025-12-15");
        school.week("53", "2026-01-05", "O O O O / \\ / \\ / \\");
        keepsComing("2026-01-12", "2026-01-26");
        school.does(
                "officer",
                "53",
                "judge-improvement",
                Map.of("improvement", "failed", "reason", "Ten more sessions missed"));
        assertThat(Http.browser(daymark.port(), "panel").get("/panel").body())
                .as("it is asked of the sitting of that day, not of December's")
                .contains("/panel/2026-02-02", "1 parent, 1 to decide");
        school.does(
                "panel",
                "53",
                "decide-at-panel",
                Map.of("decision", "penalty-notice", "reason", "The notice to improve has failed"));
        Map<String, Object> notice = prefilled("officer", "authorise-notice");
        assertThat(notice)
                .as("what was missed in the time to improve counts, and no N lies in these days")
                .containsEntry("offenceTo", "2026-01-06");
        notice.putAll(Map.of("decision", "issue", "postOn", "2026-02-02", "reason", "Every rule is kept"));
        school.does("officer", "53", "authorise-notice", notice);
        postedByTheAuthority("2026-02-02");

        JsonNode ledger = daymark.get("officer", "/api/notices?pupil=53").path("items");
        assertThat(ledger).hasSize(1);
        assertThat(ledger.path(0).path("rate").asText()).isEqualTo("FIRST");
        String ref = ledger.path(0).path("ref").asText();
        daymark.moveTo("2026-02-24T10:00");
        HttpResponse<String> paid = daymark.as("officer")
                .json(
                        "/api/payments",
                        "{\"entryId\": \"gc53\", \"receivedOn\": \"2026-02-24\", \"amount\": 80, \"method\": \"CARD\","
                                + " \"payer\": \"N Khan\", \"reference\": \"" + ref + "\", \"shares\": [{\"notice\": \""
                                + ref + "\", \"amount\": 80}]}");
        assertThat(paid.statusCode()).as(paid.body()).isEqualTo(201);
        assertThat(daymark.get("officer", "/api/notices/" + ref).path("state").asText())
                .as("the last day at the lower amount")
                .isEqualTo("PAID");
        assertThat(daymark.get("auditor", "/api/cases/" + school.caseOf("53").ref() + "/verify")
                        .path("linked")
                        .asBoolean())
                .isTrue();
    }

    private static Referral referred() {
        return daymark.bean(Referrals.class).of(school.caseOf("53").ref()).orElseThrow();
    }

    private static String nadia() {
        return String.valueOf(daymark.bean(Contacts.class)
                .of(school.caseOf("53").pupil())
                .get(0)
                .contact()
                .id()
                .number());
    }

    /** A task's form as it opens. */
    private static Map<String, Object> prefilled(String user, String kind) {
        Map<String, Object> fields = new HashMap<>();
        daymark.get(
                        user,
                        "/api/tasks/"
                                + school.taskThere(user, "53", kind).path("id").asText() + "/form")
                .path("values")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }

    private static void postedByTheAuthority(String on) {
        school.does(
                "officer",
                "53",
                "post-authority-letter",
                Map.of("letterSending", "posted", "sentOn", on, "postage", "first-class", "proof", "AB 1234"));
    }

    private static void keepsComing(String firstMonday, String lastMonday) {
        for (LocalDate monday = LocalDate.parse(firstMonday);
                !monday.isAfter(LocalDate.parse(lastMonday));
                monday = monday.plusWeeks(1)) {
            school.week("53", monday.toString(), PRESENT);
        }
    }
}
