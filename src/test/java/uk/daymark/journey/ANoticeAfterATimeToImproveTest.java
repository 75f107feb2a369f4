package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.enforcement.referral.ParentKey;

/**
 * After a notice to improve, Cambridgeshire's gates look at the days that were referred, and what was missed since serves a notice. Time
 * goes on from test to test.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ANoticeAfterATimeToImproveTest {

    private static final String SCHOOL = "910704";
    private static final String FROM = "2025-09-08";
    private static final String TO = "2025-11-21";
    private static final String PRESENT = "/ \\ / \\ / \\ / \\ / \\";
    private static final String ABSENT = "O O O O O O O O O O";
    private static final String ILL = "I I I I I I I I I I";

    private static OwnApplication daymark;
    private static Casework school;
    private static Enforcement authority;

    @BeforeAll
    static void familiesThatWereReferred() {
        daymark = OwnApplication.empty("2025-09-03T08:00", SCHOOL);
        school = new Casework(daymark, SCHOOL);
        authority = new Enforcement(daymark, school);
        school.exists("cambridgeshire", "cambridgeshire", "LONGER", "LATER");
        daymark.moveTo("2025-12-19T08:30");
        for (String pupil : new String[] {"LONGER", "LATER"}) {
            school.present(pupil, "2025-09-01", "2025-11-03");
            school.week(pupil, "2025-11-10", ABSENT);
            school.week(pupil, "2025-11-17", "O O O O O O O O / \\");
            HttpResponse<String> offered = daymark.as("lead")
                    .json(
                            "/api/cases/" + school.caseOf(pupil).ref() + "/support",
                            "{\"kind\": \"EARLY_HELP\", \"offeredOn\": \"2025-11-17\", \"response\": \"DECLINED\"}");
            assertThat(offered.statusCode()).as(offered.body()).isEqualTo(201);
        }
        school.week("LONGER", "2025-11-24", PRESENT);
        school.week("LONGER", "2025-12-01", ILL);
        school.week("LONGER", "2025-12-08", ILL);
        school.week("LONGER", "2025-12-15", "O O / \\ / \\ / \\ / \\");
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    @Test
    @Order(1)
    void theRulesOfALongPeriodAreNotAskedOfAReferralThatWasNoneWhenItWasMade() {
        improved(authority.noticeDecided("LONGER", FROM, TO));
        school.does(
                "officer", "LONGER", "authorise-notice", Enforcement.issue("2025-11-10", "2025-12-15", "2025-12-19"));
        assertThat(authority.notice(authority.ref("LONGER")).at("/sessions")).hasSize(20);
    }

    @Test
    @Order(2)
    void whatWasMissedSinceServesANoticeWhenTheTimeForTheReferralIsOver() {
        daymark.moveTo("2026-05-26T09:00");
        school.week("LATER", "2026-03-09", ABSENT);
        school.week("LATER", "2026-03-16", ABSENT);
        ParentKey key = authority.toBeDecided("LATER", FROM, TO);
        JsonNode task = school.taskThere("panel", "LATER", "decide-at-panel");
        assertThat(task.at("/why").asText()).contains("No further action");
        assertThat(school.tries("panel", task, Map.of("decision", "penalty-notice", "reason", "Ten more sessions"))
                        .statusCode())
                .as("nothing but the referred days, which are out of time")
                .isEqualTo(422);
        improved(key);
        school.does(
                "panel",
                "LATER",
                "decide-at-panel",
                Map.of("decision", "penalty-notice", "reason", "Ten more sessions"));
        school.does(
                "officer", "LATER", "authorise-notice", Enforcement.issue("2026-03-09", "2026-03-20", "2026-05-26"));
        assertThat(authority.notice(authority.ref("LATER")).at("/sessions")).hasSize(20);
    }

    /** A notice to improve was posted to the parent after the panel's first decision, and failed. */
    private static void improved(ParentKey key) {
        daymark.bean(JdbcTemplate.class)
                .update(
                        "insert into improvement_notice (process_key, case_ref, issuer, weeks, allowed, enough, early_ground,"
                                + " help_so_far, help_offered, given_by, given_at, why, posted_on, served_on, from_date,"
                                + " until_date, outcome, ended_by, ended_at, ended_why) values (?, ?, 'AUTHORITY', 6, 0, 'All',"
                                + " 'NONE', '', '', 'officer', current_timestamp, 'A chance', ?, ?, ?, ?, 'FAILED', 'officer',"
                                + " current_timestamp, 'Not met')",
                        key.toString(),
                        key.caseRef().value(),
                        LocalDate.parse("2025-11-24"),
                        LocalDate.parse("2025-11-26"),
                        LocalDate.parse("2025-11-26"),
                        LocalDate.parse("2025-12-18"));
    }
}
