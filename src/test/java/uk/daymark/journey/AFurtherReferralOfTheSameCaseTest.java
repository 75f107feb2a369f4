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
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.Referral;
import uk.daymark.enforcement.referral.Referral.Check;
import uk.daymark.enforcement.referral.Referral.Result;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.enforcement.referral.Referrals;
import uk.daymark.enforcement.referral.Route;
import uk.daymark.measure.DateRange;
import uk.daymark.people.Contacts;

/** Hertfordshire: leave is handed over while the case's first referral is being prepared, and is decided when that is settled. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AFurtherReferralOfTheSameCaseTest {

    private static final String PUPIL = "91";
    private static final DateRange ABSENCE =
            new DateRange(LocalDate.parse("2025-11-10"), LocalDate.parse("2025-11-14"));
    private static final DateRange HOLIDAY =
            new DateRange(LocalDate.parse("2025-11-17"), LocalDate.parse("2025-11-21"));

    private static OwnApplication daymark;
    private static Casework school;

    @BeforeAll
    static void aReferralIsBeingPreparedAndTheFamilyGoesAway() {
        daymark = OwnApplication.empty("2025-11-14T16:30", "999001");
        school = new Casework(daymark, "999001");
        school.exists("hertfordshire", "hertfordshire", PUPIL);
        school.present(PUPIL, "2025-09-01", "2025-11-03");
        school.week(PUPIL, "2025-11-10", "O O O O O O O O O O");
        school.does(
                "head", PUPIL, "must-consider", Map.of("decision", "refer-to-authority", "reason", "Ten in a week"));
        daymark.moveTo("2025-11-24T08:30");
        school.week(PUPIL, "2025-11-17", "G G G G G G G G G G");
        school.does(
                "lead", PUPIL, "check-suspected-leave", Map.of("finding", "write", "reason", "Seen at the airport"));
        JsonNode letter = null;
        for (JsonNode item : daymark.get("office", "/api/tasks?view=all&size=200&kind=post-letter")
                .path("items")) {
            letter = item.path("title").asText().contains("leave") ? item : letter;
        }
        assertThat(school.tries(
                                "office",
                                letter,
                                Map.of("letterSending", "posted", "sentOn", "2025-11-24", "postage", "first-class"))
                        .statusCode())
                .isBetween(200, 204);
        String suspected = daymark.get("lead", "/api/suspected-leave?pupil=" + PUPIL)
                .at("/items/0/ref")
                .asText();
        assertThat(daymark.as("office")
                        .json(
                                "/api/suspected-leave/" + suspected + "/reply",
                                "{\"reply\": \"It was cheaper\", \"repliedOn\": \"2025-11-24\"}")
                        .statusCode())
                .isEqualTo(200);
        school.does("head", PUPIL, "weigh-reply", Map.of("verdict", "leave", "reason", "They went"));
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    private static List<Referral> rounds() {
        return daymark.bean(Referrals.class).rounds(school.caseOf(PUPIL).ref());
    }

    private static Map<String, Object> prefilled(String user, String kind) {
        Map<String, Object> fields = new HashMap<>();
        daymark.get(
                        user,
                        "/api/tasks/"
                                + school.taskThere(user, PUPIL, kind).path("id").asText() + "/form")
                .path("values")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }

    private static void submitted() {
        Map<String, Object> fields = prefilled("lead", "prepare-referral");
        fields.putAll(Map.of(
                "next", "submit",
                "statement", "A meeting every week",
                "parent1",
                        String.valueOf(daymark.bean(Contacts.class)
                                .of(school.caseOf(PUPIL).pupil())
                                .get(0)
                                .contact()
                                .id()
                                .number()),
                "because1", "The child lives with her",
                "reason", "Nothing has changed"));
        school.does("lead", PUPIL, "prepare-referral", fields);
    }

    private static void accepted() {
        Referral last = rounds().get(rounds().size() - 1);
        school.does(
                "officer",
                PUPIL,
                "triage-referral",
                Map.of(
                        "triage",
                        "accept",
                        "agreed",
                        last.checks().stream()
                                .filter(check -> check.result() != Result.MET && !check.stops())
                                .map(Check::key)
                                .toList(),
                        "reason",
                        "The evidence is there"));
    }

    private static void decided(String decision) {
        school.does("officer", PUPIL, "decide-by-officer", Map.of("decision", decision, "reason", "It has to end"));
    }

    private static String page(String user, String address) {
        return Http.browser(daymark.port(), user).get(address).body();
    }

    @Test
    @Order(1)
    void leaveHandedOverWhileAReferralIsPreparedWaitsAndTheCaseSaysSo() {
        school.does(
                "lead", PUPIL, "hand-over-leave", Map.of("next", "hand-over", "parent1", "yes", "reason", "She went"));

        assertThat(rounds()).extracting(Referral::route).containsExactly(Route.IRREGULAR);
        assertThat(page("lead", "/cases/" + school.caseOf(PUPIL).ref()))
                .contains(
                        "A further referral waits until the one under way has been answered",
                        "17 November 2025 to 21 November 2025");
    }

    @Test
    @Order(2)
    void itIsBegunForItsOwnDaysWhenTheFirstIsAccepted() {
        Map<String, Object> first = prefilled("lead", "prepare-referral");
        assertThat(first).containsEntry("route", "irregular");
        submitted();
        assertThat(rounds()).hasSize(1);

        accepted();

        assertThat(rounds()).extracting(Referral::standing).containsExactly(Standing.ACCEPTED, Standing.BEING_PREPARED);
        assertThat(rounds().get(1).route()).isEqualTo(Route.LEAVE);
        assertThat(rounds().get(1).period()).isEqualTo(HOLIDAY);
        assertThat(school.caseOf(PUPIL).stage()).isEqualTo("leave-route");
        assertThat(page("lead", "/cases/" + school.caseOf(PUPIL).ref())).doesNotContain("A further referral waits");
    }

    @Test
    @Order(3)
    void whatIsUnderWayForAParentGoesByTheReferralThatWasAcceptedForIt() {
        decided("penalty-notice");
        submitted();

        assertThat(prefilled("officer", "authorise-notice").get("offenceTo"))
                .as("by the first referral, though another was submitted")
                .isEqualTo(ABSENCE.to().toString());

        accepted();
        String ref = school.caseOf(PUPIL).ref().value();
        assertThat(school.task("officer", PUPIL, "decide-by-officer"))
                .as("one decision at a time for each parent")
                .isEmpty();
        JsonNode queue = daymark.get("officer", "/api/referrals").path("items");
        assertThat(queue).hasSize(2);
        assertThat(queue)
                .allSatisfy(line -> assertThat(line.path("undecided").asInt())
                        .as("a notice to issue, and a decision that waits for it")
                        .isEqualTo(1));
        assertThat(page("officer", "/referrals/" + ref))
                .contains("Waits until the earlier referral is settled", "Earlier referral:", "?round=1")
                .doesNotContain("Next referral:");
        assertThat(page("officer", "/referrals/" + ref + "?round=1"))
                .contains("Next referral:", "?round=2", "Penalty notice")
                .doesNotContain("Earlier referral:");
    }

    @Test
    @Order(4)
    void itIsDecidedWhenTheFirstIsSettledAndTheCaseIsSettledWithTheLast() {
        school.does(
                "officer",
                PUPIL,
                "authorise-notice",
                Map.of("decision", "do-not-issue", "reason", "She has moved to her sister's"));
        decided("no-action");

        assertThat(school.caseOf(PUPIL).stage()).isNotEqualTo("settled-at-authority");
        JsonNode task = school.taskThere("officer", PUPIL, "decide-by-officer");
        assertThat(page("officer", "/tasks/" + task.path("id").asText()))
                .contains("17 November 2025")
                .doesNotContain("10 November 2025, morning");
        HttpResponse<String> old = daymark.as("officer")
                .json(
                        "/api/tasks/" + task.path("id").asText() + "/complete",
                        "{\"version\": 0, \"fields\": {\"decision\": \"no-action\", \"reason\": \"x\"}}");
        assertThat(old.statusCode()).isEqualTo(409);
        assertThat(daymark.as("lead")
                        .json(
                                "/api/tasks/" + task.path("id").asText() + "/complete",
                                "{\"version\": 1, \"fields\": {\"decision\": \"no-action\", \"reason\": \"x\"}}")
                        .statusCode())
                .as("the school does not decide")
                .isEqualTo(404);

        decided("no-action");

        assertThat(school.caseOf(PUPIL).stage()).isEqualTo("settled-at-authority");
        assertThat(daymark.bean(LiableParents.class)
                        .of(school.caseOf(PUPIL).ref())
                        .get(0)
                        .decisions())
                .hasSize(3);
        assertThat(daymark.get("officer", "/api/referrals").path("items")).isEmpty();
    }
}
