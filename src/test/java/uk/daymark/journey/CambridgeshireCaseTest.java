package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** GC-53 up to the threshold: a case under Cambridgeshire's policy, date by date. */
class CambridgeshireCaseTest {

    private static final String PRESENT = "/ \\ / \\ / \\ / \\ / \\";

    private static OwnApplication daymark;
    private static Casework school;

    @BeforeAll
    static void aSchool() {
        daymark = OwnApplication.empty("2025-09-15T07:30", "999001");
        school = new Casework(daymark, "999001");
        school.exists("cambridgeshire", "cambridgeshire", "53");
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
    void fromTheFirstLetterToTheReferral() {
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
        daymark.moveTo("2025-09-22T08:30");
        school.does(
                "lead",
                "53",
                "confirm-absence-code",
                Map.of("finding", "no-reason", "reason", "Five school days are over"));
        assertThat(daymark.get("office", "/api/decided-codes").path("toBeEntered").toString())
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
}
