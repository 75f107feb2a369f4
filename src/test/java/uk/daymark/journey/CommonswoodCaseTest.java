package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A case at a Hertfordshire school under Commonswood's own policy, date by date: letter, meeting with a contract, the head's decision. */
class CommonswoodCaseTest {

    private static final String PRESENT = "/ \\ / \\ / \\ / \\ / \\";

    private static OwnApplication daymark;
    private static Casework school;

    @BeforeAll
    static void aSchool() {
        daymark = OwnApplication.empty("2025-09-19T16:30", "999001");
        school = new Casework(daymark, "999001");
        school.exists("hertfordshire", "commonswood", "61");
        school.present("61", "2025-09-01", "2025-09-08");
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    @Test
    void fromTheLetterToTheHeadsDecision() {
        school.week("61", "2025-09-15", "/ \\ O O / \\ / \\ / \\");
        assertThat(school.caseOf("61").stage()).isEqualTo("concern-letter");
        JsonNode letter = school.taskThere("office", "61", "post-letter");
        assertThat(daymark.get("lead", "/api/cases/" + school.caseOf("61").ref().value())
                        .path("policy")
                        .asText())
                .isEqualTo("commonswood");
        assertThat(letter.path("title").asText()).contains("Amira Khan");
        school.posted("61", "2025-09-19");

        daymark.moveTo("2025-10-02T16:30");
        school.week("61", "2025-09-22", "/ \\ / \\ O O / \\ / \\");
        school.week("61", "2025-09-29", "/ \\ / \\ / \\ O O - -");
        assertThat(school.caseOf("61").stage())
                .as("ten school days are not over")
                .isEqualTo("concern-letter");
        daymark.moveTo("2025-10-03T08:30");
        assertThat(school.caseOf("61").stage()).isEqualTo("contract-meeting");
        school.does(
                "lead",
                "61",
                "plan-meeting",
                Map.of("meetingOn", "2025-10-15", "meetingAt", "3:30pm", "meetingPlace", "in the library"));
        school.posted("61", "2025-10-03");

        daymark.moveTo("2025-10-15T16:30");
        school.week("61", "2025-10-06", PRESENT);
        school.does(
                "lead",
                "61",
                "hold-meeting",
                Map.of(
                        "meeting",
                        "held",
                        "heldOn",
                        "2025-10-15",
                        "heldWith",
                        "Nadia Khan",
                        "discussed",
                        "Mornings are hard",
                        "reason",
                        "Both of us were there"));
        school.does(
                "lead",
                "61",
                "agree-contract",
                Map.of(
                        "signed",
                        "both",
                        "from",
                        "2025-10-16",
                        "until",
                        "2025-12-12",
                        "reviewOn",
                        "2025-11-26",
                        "parentsDo",
                        "Bring Amira by 8.40",
                        "schoolDoes",
                        "Breakfast club",
                        "reason",
                        "Both want it"));
        assertThat(school.caseOf("61").stage()).isEqualTo("contract-meeting");

        daymark.moveTo("2025-11-07T16:30");
        school.week("61", "2025-10-13", PRESENT);
        school.week("61", "2025-10-20", PRESENT);
        assertThat(school.task("head", "61", "must-consider"))
                .as("six sessions are not ten")
                .isEmpty();
        school.week("61", "2025-11-03", "O O / \\ / \\ / \\ O O");
        JsonNode consider = school.taskThere("head", "61", "must-consider");
        assertThat(consider.path("why").asText()).startsWith("10 sessions without leave in 10 school weeks");
        assertThat(school.tries(
                                "lead",
                                consider,
                                Map.of("decision", "continue-support", "reason", "The contract is young"))
                        .statusCode())
                .as("the decision is the head's")
                .isNotEqualTo(204);
        school.does(
                "head",
                "61",
                "must-consider",
                Map.of("decision", "continue-support", "reason", "The contract has run for two weeks"));
        assertThat(school.task("head", "61", "must-consider")).isEmpty();
        assertThat(daymark.get("head", "/api/cases/" + school.caseOf("61").ref().value() + "/timeline")
                        .toString())
                .contains("The contract has run for two weeks");
    }
}
