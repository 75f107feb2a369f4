package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A case under Herefordshire's bands, date by date: early help below 90 percent, letter, the head's decision. */
class HerefordshireCaseTest {

    private static OwnApplication daymark;
    private static Casework school;

    @BeforeAll
    static void aSchool() {
        daymark = OwnApplication.empty("2025-09-19T16:30", "999001");
        school = new Casework(daymark, "999001");
        school.exists("herefordshire", "herefordshire", "71", "72");
        school.present("71", "2025-09-01", "2025-09-08");
        school.present("72", "2025-09-01", "2025-09-08");
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    @Test
    void fromEarlyHelpToTheHeadsDecision() {
        school.week("72", "2025-09-15", "/ \\ O O / \\ / \\ / \\");
        assertThat(daymark.get("head", "/api/cases?pupil=72").path("total").asInt())
                .as("92 percent is Universal: no case")
                .isZero();

        school.week("71", "2025-09-15", "/ \\ O O O O / \\ / \\");
        assertThat(school.caseOf("71").stage()).isEqualTo("early-help-check");
        JsonNode help = school.taskThere("lead", "71", "early-help-check");
        assertThat(help.path("pupilRef").asText()).isEqualTo("71");
        school.does(
                "lead",
                "71",
                "early-help-check",
                Map.of(
                        "offered",
                        "offered",
                        "offeredOn",
                        "2025-09-19",
                        "how",
                        "call",
                        "response",
                        "declined",
                        "reason",
                        "Mother does not want it now"));

        daymark.moveTo("2025-10-09T16:30");
        school.week("71", "2025-09-22", "/ \\ / \\ / \\ O O / \\");
        school.week("71", "2025-09-29", "O O / \\ / \\ / \\ / \\");
        assertThat(school.caseOf("71").stage())
                .as("fifteen school days are not over")
                .isEqualTo("early-help-check");
        daymark.moveTo("2025-10-13T08:30");
        assertThat(school.caseOf("71").stage()).isEqualTo("concern-letter");
        school.posted("71", "2025-10-13");

        daymark.moveTo("2025-10-14T16:30");
        school.week("71", "2025-10-13", "O O - - - - - - - -");
        JsonNode consider = school.taskThere("head", "71", "must-consider");
        assertThat(consider.path("why").asText()).startsWith("10 sessions without leave in 10 school weeks");
        school.does(
                "head",
                "71",
                "must-consider",
                Map.of("decision", "refer-to-authority", "reason", "Help was offered and declined"));
        assertThat(school.caseOf("71").stage()).isEqualTo("referral");
        assertThat(daymark.get("head", "/api/cases/" + school.caseOf("71").ref().value() + "/decisions")
                        .path("items"))
                .anySatisfy(rule -> assertThat(rule.path("table").asText()).isEqualTo("support-first"));
    }
}
