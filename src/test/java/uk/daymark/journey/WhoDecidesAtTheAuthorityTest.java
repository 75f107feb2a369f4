package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;
import uk.daymark.enforcement.referral.ParentKey;

/** What lies at an authority is decided by its own people alone, and never by whoever referred it. */
class WhoDecidesAtTheAuthorityTest {

    private static final String HOME = "910401";
    private static final String MOVED = "910402";
    private static final String FROM = "2025-09-08";
    private static final String TO = "2025-11-14";

    private static OwnApplication daymark;
    private static Casework home;
    private static Casework moved;

    @BeforeAll
    static void twoSchoolsOfOneAuthority() {
        daymark = OwnApplication.empty("2025-11-14T16:30", HOME);
        home = new Casework(daymark, HOME);
        home.exists("hertfordshire", "hertfordshire", "H1");
        moved = new Casework(daymark, MOVED);
        moved.exists("hertfordshire", "hertfordshire", "M1", "M2", "M3", "M4", "M5", "M6");
        absent(home, "H1");
        for (String ref : List.of("M1", "M2", "M3", "M4", "M5", "M6")) {
            absent(moved, ref);
        }
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    private static void absent(Casework school, String ref) {
        school.present(ref, "2025-09-01", "2025-11-03");
        school.week(ref, "2025-11-10", "O O O O O O O O O O");
    }

    @Test
    void theOneWhoReferredDoesNotDecide() {
        ParentKey key = new Enforcement(daymark, home).toBeDecided("H1", FROM, TO);
        daymark.bean(JdbcTemplate.class)
                .update(
                        "update referral set submitted_by = 'officer', submitted_at = '2025-11-14 12:00:00+00' where case_ref = ?",
                        key.caseRef().value());
        Map<String, Object> none = Map.of("decision", "no-action", "reason", "It has improved at home");

        HttpResponse<String> refused =
                home.tries("officer", home.taskThere("officer", "H1", "decide-by-officer"), none);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("/fields/decision")
                .contains("You referred this case, and whoever referred it does not decide about it.")
                .contains("Source: fairness");
        home.does("second-officer", "H1", "decide-by-officer", none);
        assertThat(home.task("officer", "H1", "decide-by-officer")).isEmpty();
    }

    @Test
    void anotherAuthoritysTaskIsAsIfItWereNotThere() {
        Enforcement authority = new Enforcement(daymark, moved);
        authority.noticeDecided("M1", FROM, TO);
        String notice = authority.issued("M2", FROM, TO, "2025-11-14");
        assertThat(authority
                        .asks("officer", notice, "OFFICER", "It names the wrong person.")
                        .statusCode())
                .isEqualTo(201);
        authority.prosecutionDecided("M3", FROM, TO, "single-justice");
        authority.prosecutionDecided("M4", FROM, TO, "open-court");
        moved.does(
                "officer",
                "M4",
                "consider-supervision-order",
                Map.of(
                        "decision", "prosecute",
                        "considered", "An order would not help now",
                        "chargedFrom", "2025-11-10",
                        "chargedTo", "2025-11-14",
                        "reason", "Every offer was refused"));
        authority.improvementDecided("M5", FROM, TO);
        authority.toBeDecided("M6", FROM, TO);
        assertThat(tasks("officer"))
                .as("while the school is the authority's")
                .contains(
                        "authorise-notice",
                        "look-at-request",
                        "consider-supervision-order",
                        "choose-caution",
                        "draft-notice-to-improve",
                        "decide-by-officer");

        daymark.send("schools", "school_urn,name,authority,policy\n" + MOVED + ",Elm,cambridgeshire,cambridgeshire\n");

        JdbcTemplate jdbc = daymark.bean(JdbcTemplate.class);
        List<String> ids = jdbc.queryForList(
                "select id from work_item where school_urn = ? and status = 'OPEN' and role_group in ('officer', 'panel')",
                String.class,
                MOVED);
        assertThat(ids).hasSizeGreaterThanOrEqualTo(6);
        for (String user : List.of("officer", "second-officer", "panel")) {
            assertThat(daymark.get(user, "/api/tasks?view=all&size=200").toString())
                    .doesNotContain(ids);
            for (String id : ids) {
                assertThat(looksLikeNothing(user, id)).as(user + " " + id).isTrue();
            }
        }
    }

    /** Whether reading, doing and showing a task is answered as one is that never was. */
    private static boolean looksLikeNothing(String user, String id) {
        String never = "never-was";
        Http pages = Http.browser(daymark.port(), user);
        return same(
                        daymark.as(user).get("/api/tasks/" + id + "/form"),
                        daymark.as(user).get("/api/tasks/" + never + "/form"))
                && same(complete(user, id), complete(user, never))
                && pages.get("/tasks/" + id).statusCode() == 404;
    }

    private static HttpResponse<String> complete(String user, String id) {
        return daymark.as(user)
                .json(
                        "/api/tasks/" + id + "/complete",
                        "{\"version\": 1, \"fields\": {\"decision\": \"no-action\", \"reason\": \"Mine?\"}}");
    }

    private static boolean same(HttpResponse<String> one, HttpResponse<String> other) {
        return one.statusCode() == 404
                && other.statusCode() == 404
                && OwnApplication.json(one)
                        .path("detail")
                        .equals(OwnApplication.json(other).path("detail"));
    }

    private static List<String> tasks(String user) {
        JsonNode items = daymark.get(user, "/api/tasks?view=all&size=200").path("items");
        return items.findValuesAsText("kind");
    }
}
