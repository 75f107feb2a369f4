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
import uk.daymark.cases.Cases;
import uk.daymark.cases.Support;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;
import uk.daymark.enforcement.improve.ImprovementNotice;
import uk.daymark.enforcement.improve.ImprovementNotice.Outcome;
import uk.daymark.enforcement.improve.Improvements;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.letters.Letter;
import uk.daymark.letters.Letters;
import uk.daymark.measure.GoldenCases;
import uk.daymark.workflow.Processes;

/**
 * GC-38 and GC-39, the worked cases about a notice to improve whose school weeks are those of GC-37, 3 November to 12 December 2025, under
 * Cambridgeshire's policy: over HTTP, with the case's own marks. The dates of GC-37 and the three weeks of Buckinghamshire in GC-38
 * stand in {@code GoldenDatesTest}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NoticesToImproveOfTheWorkedCasesTest {

    private static final String SCHOOL = "999001";
    private static final String LISTED = "38A";
    private static final String NOT_LISTED = "38B";
    private static final String KEPT = "39";
    private static final Map<String, String> KEYS = new HashMap<>();

    private static OwnApplication daymark;
    private static Casework school;
    private static Enforcement authority;

    @BeforeAll
    static void threeNoticesFromTheThirdOfNovember() {
        daymark = OwnApplication.empty("2025-10-24T16:30", SCHOOL);
        school = new Casework(daymark, SCHOOL);
        authority = new Enforcement(daymark, school);
        school.exists("cambridgeshire", "cambridgeshire", LISTED, NOT_LISTED, KEPT);
        for (String pupil : List.of(LISTED, NOT_LISTED, KEPT)) {
            school.present(pupil, "2025-09-01", "2025-10-13");
            school.week(pupil, "2025-10-20", "O O O O O O O O O O");
            daymark.bean(Support.class)
                    .add(
                            school.caseOf(pupil).ref(),
                            SupportRecord.Details.offered(
                                    SupportKind.EARLY_HELP,
                                    LocalDate.parse("2025-10-01"),
                                    "letter",
                                    SupportRecord.Response.DECLINED,
                                    ""),
                            "");
            ParentKey parent = authority.noticeDecided(pupil, "2025-10-20", "2025-10-24");
            daymark.bean(Processes.class).withdraw("penalty-notice", parent.toString(), "A notice to improve first");
            daymark.bean(Processes.class).start("notice-to-improve", parent.toString(), Map.of());
            KEYS.put(pupil, parent.toString());
            school.does("officer", pupil, "draft-notice-to-improve", giving(pupil.equals(LISTED) ? "each" : "none"));
            authority.post(pupil, "2025-10-24");
        }
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    private static Map<String, Object> giving(String earlyGround) {
        return Map.of(
                "noticeDecision", "give",
                "weeks", 6,
                "allowed", 0,
                "enough", "Every session, unless Amira is ill",
                "earlyGround", earlyGround,
                "supportSoFar", "Early help was offered",
                "support", "Ring the family hub",
                "reason", "One clear chance");
    }

    @Test
    @Order(1)
    void gc38AFurtherSessionInTheFirstWeekIsPutToTheOfficerOnlyWhereTheNoticeListedIt() {
        JsonNode worked = GoldenCases.named("GC-38").get("facts");
        assertThat(worked.get("date").asText()).isEqualTo("2025-11-06");
        String oneMore = "/ \\ / \\ / \\ " + worked.get("new_mark").asText() + " \\ / \\";
        JsonNode time = GoldenCases.named("GC-37").get("nti");
        for (String pupil : List.of(LISTED, NOT_LISTED)) {
            assertThat(notice(pupil).time()).hasValueSatisfying(runs -> {
                assertThat(runs.from())
                        .as("from within half-term")
                        .isBetween(LocalDate.parse("2025-10-27"), GoldenCases.date(time.get("start")));
                assertThat(runs.to()).isEqualTo(GoldenCases.date(time.get("end")));
            });
        }
        daymark.moveTo("2025-11-07T16:30");
        school.week(LISTED, "2025-11-03", oneMore);
        school.week(NOT_LISTED, "2025-11-03", oneMore);
        daymark.moveTo("2025-11-10T08:30");

        assertThat(school.task("officer", NOT_LISTED, "decide-early-breach"))
                .as("it waits for the end")
                .isEmpty();
        school.does(
                "officer",
                LISTED,
                "decide-early-breach",
                Map.of("breachDecision", "end", "reason", "Away again on 6 November"));
        assertThat(notice(LISTED).end()).as("the parent is told first").isEmpty();
        assertThat(lastLetter(LISTED).text()).contains("Away again on 6 November");
        authority.post(LISTED, "2025-11-10");
        assertThat(notice(LISTED).end()).hasValueSatisfying(end -> {
            assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(end.early()).isTrue();
        });
        assertThat(notice(NOT_LISTED).end()).isEmpty();
    }

    @Test
    @Order(2)
    void gc39ANoticeThatWasKeptIsMetThoughThreeSessionsWereIllness() {
        JsonNode worked = GoldenCases.named("GC-39").get("facts");
        assertThat(worked.get("unauthorised_in_period").asInt()).isZero();
        assertThat(worked.get("authorised_I").asInt()).isEqualTo(3);
        daymark.moveTo("2025-12-12T16:30");
        for (String monday :
                List.of("2025-11-03", "2025-11-10", "2025-11-17", "2025-11-24", "2025-12-01", "2025-12-08")) {
            school.week(
                    KEPT, monday, monday.equals("2025-11-10") ? "I I I \\ / \\ / \\ / \\" : "/ \\ / \\ / \\ / \\ / \\");
        }
        daymark.moveTo("2025-12-15T08:30");
        JsonNode judge = school.taskThere("officer", KEPT, "judge-improvement");
        assertThat(Http.browser(daymark.port(), "officer")
                        .get("/tasks/" + judge.path("id").asText())
                        .body())
                .contains("Met. ");
        HttpResponse<String> failed =
                school.tries("officer", judge, Map.of("improvement", "failed", "reason", "She was away three times"));
        assertThat(failed.statusCode()).as("illness alone is no breach").isEqualTo(422);
        assertThat(failed.body()).contains("it was met, as it said itself");
        school.does("officer", KEPT, "judge-improvement", Map.of("improvement", "met", "reason", "Ill three times"));
        assertThat(lastLetter(KEPT).text()).contains("Thank you");
        authority.post(KEPT, "2025-12-15");

        assertThat(notice(KEPT).end()).map(ImprovementNotice.End::outcome).contains(Outcome.MET);
        assertThat(daymark.bean(Cases.class).openOf(school.caseOf(KEPT).enrolment()))
                .as("the plan goes on")
                .isPresent();
        assertThat(daymark.get("officer", "/api/tasks?view=all&size=200&pupil=" + KEPT)
                        .path("items"))
                .as("the sessions before start nothing by themselves")
                .isEmpty();
        assertThat(daymark.get("officer", "/api/notices?pupil=" + KEPT).path("items"))
                .isEmpty();
    }

    private static ImprovementNotice notice(String pupil) {
        return daymark.bean(Improvements.class).last(KEYS.get(pupil)).orElseThrow();
    }

    private static Letter lastLetter(String pupil) {
        return daymark.bean(Letters.class).ofKey(KEYS.get(pupil)).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
