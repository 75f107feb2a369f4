package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.improve.ImprovementNotice;
import uk.daymark.enforcement.improve.ImprovementNotice.Issuer;
import uk.daymark.enforcement.improve.ImprovementNotice.Outcome;
import uk.daymark.enforcement.improve.Improvements;
import uk.daymark.letters.Letter;
import uk.daymark.letters.Letters;
import uk.daymark.measure.DateRange;

/** Under the national policy the school may give a notice to improve itself: the head decides, the lead writes, the head judges. */
class NoticeToImproveByTheSchoolTest {

    private static final String TODAY = "2025-11-14";

    private static OwnApplication daymark;
    private static Casework school;

    @BeforeAll
    static void aSchool() {
        daymark = OwnApplication.empty(TODAY + "T16:30", "999001");
        school = new Casework(daymark, "999001");
        school.exists("national", "national", "41", "42");
        for (String ref : List.of("41", "42")) {
            school.present(ref, "2025-09-01", "2025-11-03");
            school.week(ref, "2025-11-10", "O O O O O O O O O O");
            school.does(
                    "head",
                    ref,
                    "must-consider",
                    Map.of("decision", "notice-to-improve", "reason", "Help has not been taken up"));
        }
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    private static CaseRef given(String ref, int allowed) {
        JsonNode task = school.taskThere("lead", ref, "draft-notice-at-school");
        assertThat(task.path("title").asText()).isEqualTo("Write a notice to improve to the parents of Amira Khan");
        assertThat(school.task("officer", ref, "draft-notice-at-school")).isEmpty();
        school.does(
                "lead",
                ref,
                "draft-notice-at-school",
                Map.of(
                        "noticeDecision",
                        "give",
                        "weeks",
                        3,
                        "allowed",
                        allowed,
                        "enough",
                        "Amira comes to every session unless she is ill.",
                        "earlyGround",
                        "none",
                        "supportSoFar",
                        "We met on 3 October.",
                        "support",
                        "Breakfast club: speak to Mr Lee.",
                        "reason",
                        "As the head decided"));
        while (school.task("office", ref, "post-letter").isPresent()) {
            school.posted(ref, TODAY);
        }
        return school.caseOf(ref).ref();
    }

    private static ImprovementNotice notice(CaseRef ref) {
        return daymark.bean(Improvements.class).last(ref.value()).orElseThrow();
    }

    @Test
    void aNoticeThatIsNotMetGoesBackToTheHeadAndAClosedCaseStopsOne() {
        CaseRef failed = given("41", 0);
        CaseRef stopped = given("42", 0);
        assertThat(notice(failed).issuer()).isEqualTo(Issuer.SCHOOL);
        assertThat(notice(failed).time())
                .as("three calendar weeks from the day on which it counts as received")
                .contains(new DateRange(LocalDate.parse("2025-11-20"), LocalDate.parse("2025-12-10")));
        Letter letter = daymark.bean(Letters.class).of(failed.value()).stream()
                .filter(one -> one.template().equals("notice-to-improve"))
                .findFirst()
                .orElseThrow();
        assertThat(letter.text()).startsWith("Elm\n").contains("This time will not be ended early.");

        daymark.bean(Cases.class).close(stopped, "The pupil has moved away.", "");
        assertThat(notice(stopped).end()).hasValueSatisfying(end -> {
            assertThat(end.outcome()).isEqualTo(Outcome.STOPPED);
            assertThat(end.why()).contains("The pupil has moved away.");
        });

        daymark.moveTo("2025-12-10T16:30");
        for (String monday : List.of("2025-11-17", "2025-11-24", "2025-12-01")) {
            school.week("41", monday, "/ \\ / \\ / \\ / \\ O \\");
        }
        school.week("41", "2025-12-08", "/ \\ / \\ / \\ - - - -");
        daymark.moveTo("2025-12-11T08:30");
        assertThat(school.task("lead", "41", "judge-improvement-at-school"))
                .as("the head's to decide")
                .map(task -> task.path("group").asText())
                .isNotEqualTo("lead");
        school.does(
                "head",
                "41",
                "judge-improvement-at-school",
                Map.of("improvement", "failed", "reason", "Three mornings without leave"));
        assertThat(notice(failed).end()).map(ImprovementNotice.End::outcome).contains(Outcome.FAILED);
        assertThat(school.taskThere("head", "41", "must-consider").path("why").asText())
                .startsWith("13 sessions without leave");
    }
}
