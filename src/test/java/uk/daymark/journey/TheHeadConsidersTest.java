package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CasePart;
import uk.daymark.journal.Journal;

/** The worked cases GC-16 to GC-18 at a school under the national policy, up to the headteacher's decision. */
class TheHeadConsidersTest {

    private static final String EIGHT_O_AND_TWO_N = "O O O O O O O O N N";
    private static final String ONE_ILL_ONE_O = "O O O O O O O O I O";
    private static final String TEN_O = "O O O O O O O O O O";
    private static final String WEEK = "2025-11-10";

    private static OwnApplication daymark;
    private static Casework school;

    @BeforeAll
    static void aSchool() {
        daymark = OwnApplication.empty("2025-11-14T16:30", "999001");
        school = new Casework(daymark, "999001");
        school.exists("national", "national", "16", "17", "18", "19", "20", "21", "22", "23");
        for (String ref : List.of("16", "17", "18", "19", "20", "21", "22", "23")) {
            school.present(ref, "2025-09-01", "2025-11-03");
        }
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    @Test
    void aThresholdReachedOnlyWithNAsksTheLeadForReasonsByTheFifthSchoolDay() { // GC-16
        school.week("16", WEEK, EIGHT_O_AND_TWO_N);
        JsonNode task = school.taskThere("lead", "16", "establish-reasons");
        assertThat(task.path("why").asText()).contains("reached only with 2 sessions with no reason yet");
        assertThat(task.path("dueAt").asText()).startsWith("2025-11-21");
        assertThat(task.path("whatWouldChangeThis").asText()).contains("Nothing may be sent until then");
        assertThat(school.task("head", "16", "must-consider")).isEmpty();
    }

    @Test
    void oneNThatBecomesIllnessWithdrawsTheTaskAndKeepsTheReason() { // GC-17
        school.week("17", WEEK, EIGHT_O_AND_TWO_N);
        school.taskThere("lead", "17", "establish-reasons");
        String ref = school.caseOf("17").ref().value();
        assertThat(school.week("preview", "17", WEEK, ONE_ILL_ONE_O)).contains("withdraws 1 decision task");
        school.taskThere("lead", "17", "establish-reasons");

        school.week("17", WEEK, ONE_ILL_ONE_O);

        assertThat(school.task("lead", "17", "establish-reasons")).isEmpty();
        assertThat(school.task("head", "17", "must-consider")).isEmpty();
        assertThat(daymark.bean(Journal.class).of(ref).toString())
                .contains("amended: ")
                .contains("now I (illness), was N");
    }

    @Test
    void onceBothAreOTheHeadIsAskedAndTheAmendedMarkOfADecisionComesBackToTheHead() { // GC-18
        school.week("18", WEEK, EIGHT_O_AND_TWO_N);
        school.week("18", WEEK, TEN_O);
        assertThat(school.task("lead", "18", "establish-reasons")).isEmpty();
        JsonNode task = school.taskThere("head", "18", "must-consider");
        assertThat(task.path("title").asText()).isEqualTo("Consider a penalty notice: Amira Khan");
        assertThat(school.tries("lead", task, Map.of("decision", "no-action", "reason", "Mine to decide?"))
                        .statusCode())
                .isIn(403, 404, 409);
        assertThat(school.tries("head", task, Map.of("decision", "refer-to-authority"))
                        .statusCode())
                .as("a reason is needed")
                .isEqualTo(422);

        school.does(
                "head",
                "18",
                "must-consider",
                Map.of("decision", "refer-to-authority", "reason", "Support was refused"));

        assertThat(school.caseOf("18").stage()).isEqualTo("referral");
        school.week("18", WEEK, ONE_ILL_ONE_O);
        JsonNode review = school.taskThere("head", "18", "review-decision");
        assertThat(review.path("assignee").asText()).isEqualTo("head");
        assertThat(review.path("why").asText()).contains("14 November 2025 morning is now I");
        school.does(
                "head", "18", "review-decision", Map.of("review", "stands", "reason", "Nine and the pattern suffice"));
    }

    @Test
    void aCodeDecidedHereWaitsForTheRegisterAndSomebodyIsToldToEnterItBeforeTheHeadIsAsked() { // GC-18, decided by a
        // person
        school.week("22", WEEK, EIGHT_O_AND_TWO_N);
        assertThat(school.taskThere("lead", "22", "establish-reasons")
                        .path("title")
                        .asText())
                .startsWith("Establish the reasons");
        for (String session : List.of("AM", "PM")) {
            HttpResponse<String> decided = daymark.as("lead")
                    .json(
                            "/api/decided-codes",
                            "{\"pupilRef\": \"22\", \"date\": \"2025-11-14\", \"session\": \"" + session
                                    + "\", \"code\": \"O\", \"reason\": \"No reason was given in five school days\"}");
            assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        }
        JsonNode waiting = school.taskThere("lead", "22", "establish-reasons");
        assertThat(waiting.path("title").asText()).startsWith("Enter decided codes in the school's register");
        assertThat(waiting.path("why").asText())
                .contains("only with 2 sessions whose code the school's register has not taken yet: enter them")
                .doesNotContain("no reason yet");
        String ref = school.caseOf("22").ref().value();
        assertThat(daymark.get("lead", "/api/cases/" + ref).path("notOpen").toString())
                .contains("2 sessions carry a code that the school's register has not taken yet");
        assertThat(school.task("head", "22", "must-consider")).isEmpty();

        assertThat(school.week("22", WEEK, TEN_O)).contains("confirms 2 codes decided here");

        assertThat(school.task("lead", "22", "establish-reasons")).isEmpty();
        assertThat(school.taskThere("head", "22", "must-consider").path("why").asText())
                .startsWith("10 sessions without leave");
    }

    @Test
    void onlyAnImportThatIsAppliedAndChangesAMarkReliedOnBringsADecisionBackToWhoMadeIt() {
        school.week("23", WEEK, TEN_O);
        school.does("head", "23", "must-consider", Map.of("decision", "no-action", "reason", "A bereavement"));
        String ref = school.caseOf("23").ref().value();

        school.week("23", WEEK, TEN_O);
        assertThat(school.task("head", "23", "review-decision"))
                .as("the same file again")
                .isEmpty();
        school.week("23", "2025-11-03", "/ \\ / \\ / \\ / \\ / I");
        assertThat(school.task("head", "23", "review-decision"))
                .as("a mark that did not count")
                .isEmpty();
        school.week("preview", "23", WEEK, ONE_ILL_ONE_O);
        assertThat(school.task("head", "23", "review-decision")).as("a preview").isEmpty();

        school.week("23", WEEK, ONE_ILL_ONE_O);
        JsonNode review = school.taskThere("head", "23", "review-decision");
        assertThat(review.path("assignee").asText()).isEqualTo("head");
        assertThat(review.path("caseRef").asText()).isEqualTo(ref);
        assertThat(review.path("process").asText()).isEqualTo("decision-review");
        assertThat(review.path("why").asText())
                .contains("14 November 2025 morning is now I")
                .doesNotContain("afternoon");
        school.does("head", "23", "review-decision", Map.of("review", "stands", "reason", "Nine suffice as well"));
        assertThat(daymark.bean(Journal.class).verify(ref).contentEqual()).isTrue();
    }

    @Test
    void aCountThatIsNoLongerFirmCannotBeDecidedOn() {
        school.week("19", WEEK, TEN_O);
        JsonNode task = school.taskThere("head", "19", "must-consider");
        school.week("19", WEEK, EIGHT_O_AND_TWO_N);
        HttpResponse<String> refused =
                school.tries("head", task, Map.of("decision", "refer-to-authority", "reason", "It was ten"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Nothing can be decided yet").contains("2 sessions have no reason yet");
        school.taskThere("head", "19", "must-consider");
    }

    @Test
    void aThresholdThatHasLapsedTakesTheTaskFromTheHead() {
        school.week("20", WEEK, TEN_O);
        JsonNode task = school.taskThere("head", "20", "must-consider");
        school.week("20", WEEK, ONE_ILL_ONE_O);
        assertThat(school.task("head", "20", "must-consider")).isEmpty();
        assertThat(daymark.as("head")
                        .json(
                                "/api/tasks/" + task.path("id").asText() + "/complete",
                                "{\"version\": 1, \"fields\": {\"decision\": \"no-action\", \"reason\": \"Late\"}}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aLettersFirstStepIsAskedForAtOnceAndTheCaseSaysWhatIsNotOpen() {
        school.week("21", WEEK, EIGHT_O_AND_TWO_N);
        school.taskThere("office", "21", "post-letter");
        CaseFile file = school.caseOf("21");
        assertThat(file.stage()).isEqualTo("concern-letter");
        assertThat(daymark.beans(CasePart.class).flatMap(part -> part.notOpen(file).stream()))
                .anyMatch(step -> step.because().startsWith("Only 8 of 10 sessions are firm"));
    }
}
