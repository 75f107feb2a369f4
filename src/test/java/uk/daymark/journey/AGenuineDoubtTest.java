package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Evidence of illness at Commonswood: asked for on a pattern of illness alone, and only where the head has a doubt. */
class AGenuineDoubtTest {

    private static final String MONDAY_ILL = "I I / \\ / \\ / \\ / \\";
    private static final String FRIDAY_GONE = "/ \\ / \\ / \\ / \\ O O";

    private static OwnApplication daymark;
    private static Casework school;

    @BeforeAll
    static void aSchool() {
        daymark = OwnApplication.empty("2025-11-14T16:30", "999001");
        school = new Casework(daymark, "999001");
        school.exists("hertfordshire", "commonswood", "1", "2");
        for (String ref : List.of("1", "2")) {
            school.present(ref, "2025-09-01", "2025-11-10");
        }
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    private static void posted(String ref) {
        JsonNode letter = school.taskThere("office", ref, "post-letter");
        assertThat(school.tries(
                                "office",
                                letter,
                                Map.of(
                                        "letterSending",
                                        "posted",
                                        "sentOn",
                                        "2025-11-14",
                                        "postage",
                                        "first-class",
                                        "sentBeforeChange",
                                        "yes"))
                        .statusCode())
                .isBetween(200, 204);
    }

    @Test
    void aPatternOfIllnessAsksTheHeadAndWhatTheHeadDecidedIsLookedAtAgainWhenAMarkChanges() {
        for (String monday : List.of("2025-10-13", "2025-10-20", "2025-11-03", "2025-11-10")) {
            school.week("1", monday, MONDAY_ILL);
            school.week("2", monday, FRIDAY_GONE);
        }
        assertThat(school.caseOf("1").stage()).isEqualTo("authorised-absence-letter");
        assertThat(school.caseOf("2").stage()).isEqualTo("concern-letter");
        posted("1");
        posted("2");
        daymark.moveTo("2025-11-21T16:30");
        school.week("1", "2025-11-17", MONDAY_ILL);
        school.week("2", "2025-11-17", FRIDAY_GONE);
        daymark.moveTo("2025-11-28T08:30");
        assertThat(school.caseOf("2").stage())
                .as("Fridays missed without leave are no pattern of illness")
                .isEqualTo("contract-meeting");
        assertThat(school.caseOf("1").stage()).isEqualTo("medical-evidence");
        school.does("head", "1", "record-doubt", Map.of("doubt", "yes", "reason", "Seen in the park on Mondays"));
        String ref = school.caseOf("1").ref().value();
        JsonNode made = daymark.get("head", "/api/cases/" + ref + "/decisions").path("made");
        assertThat(made.path(0).path("task").asText()).isEqualTo("record-doubt");
        assertThat(made.path(0).path("sessions")).isNotEmpty();

        school.week("1", "2025-11-10", "M M / \\ / \\ / \\ / \\");

        JsonNode review = school.taskThere("head", "1", "review-decision");
        assertThat(review.path("assignee").asText()).isEqualTo("head");
        assertThat(school.tries("lead", review, Map.of("review", "stands", "reason", "Not mine"))
                        .statusCode())
                .isIn(403, 409);
        school.does("head", "1", "review-decision", Map.of("review", "stands", "reason", "One Monday of many"));
    }
}
