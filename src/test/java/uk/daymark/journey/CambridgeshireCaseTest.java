package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** GC-53 up to the threshold: a case under Cambridgeshire's policy, date by date. */
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
    void supportThatIsOpenHoldsAReferralBackButNotForAHoliday() {
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
        assertThat(school.tries("head", school.taskThere("head", "54", "must-consider"), refer)
                        .body())
                .contains("it is given 12 weeks, until 9 February 2026");
        school.does("head", "55", "must-consider", refer);
    }
}
