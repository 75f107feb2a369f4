package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;

/** Between the issue of a notice and its posting the register may be amended, and time goes by. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnIssuedNoticeIsPostedOnlyWhileItHoldsTest {

    private static final String SCHOOL = "910371";
    private static final String DAY = "2025-12-01";

    private static OwnApplication daymark;
    private static Casework school;
    private static Enforcement authority;

    @BeforeAll
    static void noticesThatAreIssuedAndNotPosted() {
        daymark = OwnApplication.empty("2025-09-03T08:00", SCHOOL);
        school = new Casework(daymark, SCHOOL);
        authority = new Enforcement(daymark, school);
        List<String> issued = List.of("PFEW", "PENOUGH", "PLATE");
        school.exists("hertfordshire", "hertfordshire", "PFEW", "PENOUGH", "PLATE", "PAUTH");
        daymark.moveTo(DAY + "T08:30");
        for (String pupil : List.of("PFEW", "PENOUGH", "PLATE", "PAUTH")) {
            school.present(pupil, "2025-09-01", "2025-11-03");
            school.week(pupil, "2025-11-10", "O O O O O O O O O O");
            school.week(pupil, "2025-11-17", "O O / \\ / \\ / \\ / \\");
        }
        for (String pupil : issued) {
            authority.noticeDecided(pupil, "2025-09-08", "2025-11-21");
            school.does("officer", pupil, "authorise-notice", Enforcement.issue("2025-11-10", "2025-11-21", DAY));
        }
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    private static HttpResponse<String> posts(String pupil, String on, String already) {
        Map<String, Object> fields = new HashMap<>(
                Map.of("letterSending", "posted", "sentOn", on, "postage", "first-class", "proof", "Certificate 12"));
        fields.put("sentBeforeChange", already);
        return school.tries("officer", school.taskThere("officer", pupil, "post-authority-letter"), fields);
    }

    private static void writtenAnew(String pupil) {
        school.does("officer", pupil, "post-authority-letter", Map.of("letterSending", "anew"));
    }

    private static void withdrawalIsRefused(String pupil) {
        school.does("officer", pupil, "look-at-request", Map.of("advice", "refuse", "reason", "The rest stands."));
        school.does("officer", pupil, "decide-withdrawal", Map.of("decision", "refuse", "reason", "No ground fits."));
    }

    @Test
    @Order(1)
    void whatIsAmendedAfterTheIssueStopsThePostingUntilSomebodyHasDecided() {
        school.week("PENOUGH", "2025-11-10", "I O O O O O O O O O");
        writtenAnew("PENOUGH");
        HttpResponse<String> refused = posts("PENOUGH", DAY, "no");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body())
                .contains("It is not to be posted", "Its withdrawal is asked for and not decided")
                .doesNotContain("do not carry");
        assertThat(Http.browser(daymark.port(), "officer")
                        .get("/tasks/"
                                + school.taskThere("officer", "PENOUGH", "post-authority-letter")
                                        .at("/id")
                                        .asText())
                        .body())
                .contains("Do not post it", "Its withdrawal is asked for");
        withdrawalIsRefused("PENOUGH");
        assertThat(posts("PENOUGH", DAY, "no").statusCode())
                .as("eleven of the twelve are left")
                .isBetween(200, 204);
    }

    @Test
    @Order(2)
    void aNoticeWhoseSessionsAreTooFewNowIsNotPostedWhateverWasDecidedAboutItsWithdrawal() {
        school.week("PFEW", "2025-11-10", "I I I I O O O O O O");
        withdrawalIsRefused("PFEW");
        writtenAnew("PFEW");
        HttpResponse<String> refused = posts("PFEW", DAY, "no");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body())
                .contains("do not carry it any more", "8 of the sessions count in", "10 are needed", "Source:");
        assertThat(authority.notice(authority.ref("PFEW")).at("/state").asText())
                .isEqualTo("NOT_POSTED");
        assertThat(posts("PFEW", DAY, "yes").statusCode())
                .as("what is in the post already is known to be there")
                .isBetween(200, 204);
        assertThat(school.taskThere("officer", "PFEW", "look-at-request")
                        .at("/why")
                        .asText())
                .as("and somebody looks at what stood against it")
                .contains("A notice that was not to be posted", "was in the post already", "do not carry it any more");
        assertThat(daymark.bean(JdbcTemplate.class)
                        .queryForList(
                                "select why from journal_entry where subject = ? and what like ?",
                                String.class,
                                school.caseOf("PFEW").ref() + "/1",
                                "%in the post already when something was found against posting it."))
                .singleElement()
                .asString()
                .contains("10 are needed");
    }

    @Test
    @Order(3)
    void whatHasToBeDecidedBeforeIsDueOnTheLastDayThatLeavesTime() {
        daymark.moveTo("2026-04-07T09:00");
        authority.noticeDecided("PAUTH", "2025-09-08", "2025-11-21");
        assertThat(due("PAUTH", "authorise-notice")).startsWith("2026-04-08");
        assertThat(authority
                        .asks("officer", authority.ref("PLATE"), "OFFICER", "It lies about.")
                        .statusCode())
                .isEqualTo(201);
        assertThat(due("PLATE", "look-at-request")).startsWith("2026-04-08");
        school.does(
                "officer", "PLATE", "look-at-request", Map.of("advice", "refuse", "reason", "It can be posted still."));
        assertThat(due("PLATE", "decide-withdrawal")).startsWith("2026-04-08");
        school.does("officer", "PLATE", "decide-withdrawal", Map.of("decision", "refuse", "reason", "Post it today."));
    }

    private static String due(String pupil, String kind) {
        return school.taskThere("officer", pupil, kind).at("/dueAt").asText();
    }

    @Test
    @Order(4)
    void onADayThatLeavesNoTimeToProsecuteItIsNotPosted() {
        daymark.moveTo("2026-04-10T09:00");
        writtenAnew("PLATE");
        HttpResponse<String> refused = posts("PLATE", "2026-04-10", "no");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body())
                .contains("NO_TIME_TO_PROSECUTE", "10 May 2026", "Source:")
                .doesNotContain("do not carry");
        assertThat(authority.notice(authority.ref("PLATE")).at("/state").asText())
                .isEqualTo("NOT_POSTED");
    }
}
