package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
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
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.cases.LiesAtAuthority;
import uk.daymark.enforcement.CheckWords;
import uk.daymark.enforcement.referral.LiableParent;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.Outcome;
import uk.daymark.enforcement.referral.Referral;
import uk.daymark.enforcement.referral.Referral.Check;
import uk.daymark.enforcement.referral.Referral.Result;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.enforcement.referral.Referral.View;
import uk.daymark.enforcement.referral.Referrals;
import uk.daymark.enforcement.referral.Sittings;
import uk.daymark.people.Contacts;
import uk.daymark.people.Scope;

/** Cambridgeshire: a referral is submitted, comes back for an N, is put right, accepted, and decided about by the panel for each parent. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReferralToThePanelTest {

    private static final String PUPIL = "71";
    private static final String WEEK = "2025-11-17";
    private static final String PRESENT = "/ \\ / \\ / \\ / \\ / \\";

    private static OwnApplication daymark;
    private static Casework school;

    @BeforeAll
    static void aCaseThatTheHeadRefers() {
        daymark = OwnApplication.empty("2025-11-21T16:30", "999001");
        school = new Casework(daymark, "999001");
        school.exists("cambridgeshire", "cambridgeshire", PUPIL);
        daymark.send(
                "contacts",
                "school_urn,pupil_ref,contact_ref,priority,relationship,parental_responsibility,lives_with,surname,"
                        + "forename,address1,town,postcode\n999001,71,F71,2,father,true,false,Khan,Omar,"
                        + "9 Oak Road,Elmford,EL1 2BB\n");
        school.present(PUPIL, "2025-09-01", "2025-11-10");
        for (String monday : List.of("2025-09-15", "2025-09-29", "2025-10-06")) {
            school.week(PUPIL, monday, "O O / \\ / \\ / \\ / \\");
        }
        school.week(PUPIL, WEEK, "O O / \\ / \\ / \\ O O");
        HttpResponse<String> offered = daymark.as("lead")
                .json(
                        "/api/cases/" + school.caseOf(PUPIL).ref() + "/support",
                        "{\"kind\": \"EARLY_HELP\", \"offeredOn\": \"2025-10-06\", \"offeredHow\": \"letter\","
                                + " \"response\": \"DECLINED\"}");
        assertThat(offered.statusCode()).as(offered.body()).isEqualTo(201);
        school.does(
                "head", PUPIL, "must-consider", Map.of("decision", "refer-to-authority", "reason", "Help was refused"));
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    private static Referral referral() {
        return daymark.bean(Referrals.class).of(school.caseOf(PUPIL).ref()).orElseThrow();
    }

    private static Map<String, Object> submission() {
        JsonNode values = daymark.get(
                        "lead",
                        "/api/tasks/"
                                + school.taskThere("lead", PUPIL, "prepare-referral")
                                        .path("id")
                                        .asText() + "/form")
                .path("values");
        Map<String, Object> fields = new HashMap<>();
        values.properties()
                .forEach(value -> fields.put(value.getKey(), value.getValue().asText()));
        fields.put("next", "submit");
        fields.put("statement", "Two letters, a call a week and early help offered. Nothing changed.");
        fields.put("reason", "Support was offered and refused");
        return fields;
    }

    private static Map<String, Object> withBothParents(Map<String, Object> fields) {
        fields.put("parent1", contact("Nadia"));
        fields.put("because1", "The child lives with her and she kept the child at home");
        fields.put("parent2", contact("Omar"));
        fields.put("because2", "He has parental responsibility and knew of every absence");
        return fields;
    }

    private static String contact(String forename) {
        return daymark.bean(Contacts.class).of(school.caseOf(PUPIL).pupil()).stream()
                .filter(one -> one.contact().details().forename().equals(forename))
                .map(one -> String.valueOf(one.contact().id().number()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> needsAView() {
        return referral().checks().stream()
                .filter(check -> check.result() != Result.MET && !check.stops())
                .map(Check::key)
                .toList();
    }

    @Test
    @Order(0)
    void whatWasWrittenOfTheParentsIsThereAgainWhenTheLeadHasWaitedAndNobodyIsNamedByIt() {
        Map<String, Object> waiting = submission();
        waiting.put("next", "wait");
        waiting.put("lookAgainOn", "2025-11-22");
        waiting.put("parent1", contact("Nadia"));
        waiting.put("because1", "The child lives with her");
        waiting.put("parent2", contact("Omar"));
        school.does("lead", PUPIL, "prepare-referral", waiting);
        assertThat(school.task("lead", PUPIL, "prepare-referral")).isEmpty();
        daymark.moveTo("2025-11-22T07:00");
        assertThat(submission())
                .containsEntry("parent1", contact("Nadia"))
                .containsEntry("because1", "The child lives with her")
                .containsEntry("parent2", contact("Omar"));
        assertThat(daymark.bean(LiableParents.class).of(school.caseOf(PUPIL).ref()))
                .isEmpty();
    }

    @Test
    @Order(1)
    void theLeadSubmitsOnlyWithEveryParentNamedForAReason() {
        JsonNode task = school.taskThere("lead", PUPIL, "prepare-referral");
        assertThat(task.path("why").asText()).isEqualTo("Nothing stops the referral as things stand");
        assertThat(referral().period().from()).isEqualTo(LocalDate.parse("2025-09-08"));
        assertThat(school.task("officer", PUPIL, "triage-referral")).isEmpty();

        Map<String, Object> nobody = submission();
        nobody.keySet().removeIf(field -> field.matches("(parent|because)[0-9]"));
        assertThat(school.tries("lead", task, nobody).body()).contains("/fields/parent1", "Choose at least one parent");
        Map<String, Object> noReason = withBothParents(submission());
        noReason.remove("because2");
        assertThat(school.tries("lead", task, noReason).body()).contains("/fields/because2");
        assertThat(school.tries("office", task, withBothParents(submission())).statusCode())
                .as("the office does not refer")
                .isIn(403, 404, 409);
        assertThat(referral().standing()).isEqualTo(Standing.BEING_PREPARED);

        school.does("lead", PUPIL, "prepare-referral", withBothParents(submission()));

        assertThat(referral().standing()).isEqualTo(Standing.SUBMITTED);
        assertThat(referral().parents()).containsExactly(1, 2);
        assertThat(referral().checks())
                .filteredOn(check -> check.code().equals("NOT_WARNED_BY_POST"))
                .extracting(Check::result)
                .containsExactly(Result.NOT_MET, Result.NOT_MET);
        assertThat(daymark.bean(Referrals.class).waiting(Scope.authority("cambridgeshire")))
                .singleElement()
                .satisfies(waiting -> {
                    assertThat(waiting.undecided()).isEqualTo(2);
                    assertThat(waiting.actBy().orElseThrow().safe()).isEqualTo(LocalDate.parse("2026-03-15"));
                });
        assertThat(daymark.bean(Referrals.class).waiting(Scope.authority("hertfordshire")))
                .isEmpty();
    }

    @Test
    @Order(2)
    void anNThatComesLaterStopsItAndTheOfficerReturnsItForExactlyThat() {
        daymark.moveTo("2025-11-24T09:00");
        JsonNode before = school.taskThere("officer", PUPIL, "triage-referral");
        String withN = "O O / \\ / \\ / N O O";
        assertThat(school.week("preview", PUPIL, WEEK, withN)).contains("looks at the checks of 1 referral again");
        school.week(PUPIL, WEEK, withN);

        HttpResponse<String> old = daymark.as("officer")
                .json(
                        "/api/tasks/" + before.path("id").asText() + "/complete",
                        "{\"version\": " + before.path("version").asLong()
                                + ", \"fields\": {\"triage\": \"accept\", \"reason\": \"All there\"}}");
        assertThat(old.statusCode()).as("what the officer saw is old").isEqualTo(409);
        assertThat(old.body()).contains("the checks are looked at again", "20 November 2025 afternoon");
        JsonNode task = school.taskThere("officer", PUPIL, "triage-referral");
        HttpResponse<String> refused = school.tries(
                "officer", task, Map.of("triage", "accept", "agreed", needsAView(), "reason", "All there"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("1 N mark", "Source: ", "amend the register");
        assertThat(school.tries("panel", task, Map.of("triage", "accept", "reason", "Mine?"))
                        .statusCode())
                .as("the panel does not look at referrals")
                .isIn(403, 404, 409);
        assertThat(school.tries("officer", task, Map.of("triage", "return", "reason", "An N in the certificate"))
                        .body())
                .contains("/fields/notMet", "/fields/toPutRight");

        school.does(
                "officer",
                PUPIL,
                "triage-referral",
                Map.of(
                        "triage",
                        "return",
                        "notMet",
                        List.of("N_MARKS_IN_PERIOD"),
                        "toPutRight",
                        "Find out why Amira was away on Thursday afternoon",
                        "reason",
                        "An N in the certificate"));

        List<Referral> rounds =
                daymark.bean(Referrals.class).rounds(school.caseOf(PUPIL).ref());
        assertThat(rounds).extracting(Referral::standing).containsExactly(Standing.RETURNED, Standing.BEING_PREPARED);
        assertThat(rounds.get(0).checks())
                .filteredOn(check -> check.view() == View.NOT_MET)
                .extracting(Check::code)
                .containsExactly("N_MARKS_IN_PERIOD");
    }

    @Test
    @Order(3)
    void theSchoolPutsItRightAndSubmitsAgain() {
        JsonNode task = school.taskThere("lead", PUPIL, "prepare-referral");
        assertThat(task.path("title").asText()).startsWith("Put right what the authority returned");
        assertThat(task.path("why").asText()).contains("1 check stops the referral");
        assertThat(Http.browser(daymark.port(), "lead")
                        .get("/tasks/" + task.path("id").asText())
                        .body())
                .contains("Find out why Amira was away on Thursday afternoon", "Stops the referral");
        HttpResponse<String> refused = school.tries("lead", task, submission());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("1 N mark");

        school.week(PUPIL, WEEK, "O O / \\ / \\ / I O O");

        assertThat(school.taskThere("lead", PUPIL, "prepare-referral")
                        .path("why")
                        .asText())
                .contains("Nothing stops the referral");
        school.does("lead", PUPIL, "prepare-referral", submission());
        assertThat(referral().round()).isEqualTo(2);
        assertThat(referral().parents()).containsExactly(1, 2);
    }

    @Test
    @Order(4)
    void theOfficerAcceptsOnlyWithAViewOfEachCheckAndThePanelSitsOnTheNextMonday() {
        JsonNode task = school.taskThere("officer", PUPIL, "triage-referral");
        assertThat(school.tries("officer", task, Map.of("triage", "accept", "reason", "Fine"))
                        .body())
                .contains("/fields/agreed", "This needs your view");
        school.does(
                "officer",
                PUPIL,
                "triage-referral",
                Map.of(
                        "triage",
                        "accept",
                        "agreed",
                        needsAView(),
                        "reason",
                        "Support was offered; letters are on file"));
        assertThat(referral().standing()).isEqualTo(Standing.ACCEPTED);
        assertThat(referral().sittingOn()).contains(LocalDate.parse("2025-12-01"));
        assertThat(daymark.bean(Sittings.class).on(LocalDate.parse("2025-12-01"), Scope.authority("cambridgeshire")))
                .hasSize(2);
        assertThat(daymark.bean(Sittings.class).next(Scope.authority("cambridgeshire")))
                .containsExactly(new Sittings.Sitting(LocalDate.parse("2025-12-01"), 2, 2));
    }

    private static List<JsonNode> decisions() {
        List<JsonNode> all = new ArrayList<>();
        daymark.get("panel", "/api/tasks?view=all&size=200&kind=decide-at-panel")
                .path("items")
                .forEach(all::add);
        return all;
    }

    private static JsonNode decisionOf(String parent) {
        return decisions().stream()
                .filter(task -> task.path("title").asText().contains(parent))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No decision about " + parent + " in " + decisions()));
    }

    @Test
    @Order(5)
    void thePanelDecidesForEachParentOnTheDayOfItsSittingAndNobodyElseDoes() {
        assertThat(decisions()).hasSize(2).allSatisfy(task -> {
            assertThat(task.path("dueAt").asText()).startsWith("2025-12-01");
            assertThat(task.path("why").asText()).contains("Daymark proposes: Notice to improve");
        });
        JsonNode father = decisionOf("Omar Khan");
        Map<String, Object> none = Map.of("decision", "no-action", "reason", "He lives abroad and could not act");
        assertThat(school.tries("panel", father, none).body()).contains("sits on", "Source: ");
        daymark.moveTo("2025-12-01T10:00");
        assertThat(school.tries("officer", father, none).statusCode()).isIn(403, 404, 409);
        assertThat(daymark.as("lead")
                        .json(
                                "/api/tasks/" + father.path("id").asText() + "/complete",
                                "{\"version\": 1, \"fields\": {}}")
                        .statusCode())
                .as("the school does not see it")
                .isEqualTo(404);
        assertThat(school.tries("panel", father, Map.of("decision", "no-action"))
                        .statusCode())
                .as("a reason is needed")
                .isEqualTo(422);

        HttpResponse<String> decided = school.tries("panel", father, none);
        assertThat(decided.statusCode()).as(decided.body()).isBetween(200, 204);

        CaseFile file = school.caseOf(PUPIL);
        List<LiableParent> parents = daymark.bean(LiableParents.class).of(file.ref());
        assertThat(parents)
                .extracting(LiableParent::standing)
                .containsExactly(LiableParent.Standing.TO_DECIDE, LiableParent.Standing.ENDED);
        assertThat(parents.get(1).decided().orElseThrow()).satisfies(made -> {
            assertThat(made.outcome()).isEqualTo(Outcome.NO_ACTION);
            assertThat(made.proposed()).contains(Outcome.NOTICE_TO_IMPROVE);
            assertThat(made.rule()).matches("sanction-route [0-9.]+: improve-first.*");
            assertThat(made.sittingOn()).contains(LocalDate.parse("2025-12-01"));
            assertThat(made.by()).isEqualTo("panel");
        });
        assertThat(decisions()).hasSize(1);
        assertThat(school.taskThere("lead", PUPIL, "note-result").path("why").asText())
                .as("the school is told")
                .isEqualTo("The authority has decided about Omar Khan. No further action is taken.");
    }

    @Test
    @Order(6)
    void asTheRegisterStandsAtTheDecisionASanctionIsRefusedAndAnInvestigationLeadsBackToThePanel() {
        school.week(PUPIL, WEEK, "I I / \\ / \\ / I I I");
        assertThat(school.taskThere("officer", PUPIL, "review-by-officer")
                        .path("assignee")
                        .asText())
                .as("who accepted it looks again")
                .isEqualTo("officer");
        assertThat(school.taskThere("panel", PUPIL, "review-by-panel")
                        .path("why")
                        .asText())
                .contains("Omar Khan: No further action");
        daymark.moveTo("2025-12-08T10:00");
        JsonNode mother = decisionOf("Nadia Khan");
        HttpResponse<String> refused =
                school.tries("panel", mother, Map.of("decision", "penalty-notice", "reason", "Ten in ten"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("6 sessions are unauthorised", "Source: ");

        HttpResponse<String> decided = school.tries(
                "panel", mother, Map.of("decision", "investigate", "reason", "The marks changed: ask the school why"));
        assertThat(decided.statusCode()).as(decided.body()).isBetween(200, 204);
        school.does(
                "officer",
                PUPIL,
                "investigate-parent",
                Map.of("findings", "She was ill all week", "reason", "The school has seen the prescription"));
        assertThat(decisionOf("Nadia Khan").path("why").asText()).contains("Daymark proposes: No further action");
    }

    @Test
    @Order(7)
    void aNoticeToImproveThatThePanelDecidesIsWrittenByTheOfficer() {
        school.week(PUPIL, WEEK, "O O / \\ / \\ / I O O");
        Map<String, Object> improve =
                Map.of("decision", "notice-to-improve", "reason", "Help was offered twice and refused");
        assertThat(daymark.bean(Sittings.class).next(Scope.authority("cambridgeshire")))
                .as("what comes back on the day of a sitting is asked of it again")
                .containsExactly(new Sittings.Sitting(LocalDate.parse("2025-12-08"), 1, 1));

        daymark.moveTo("2025-12-09T09:00");
        assertThat(onTheAgenda("2025-12-15"))
                .as("what a sitting left is on the next agenda")
                .containsExactly("Nadia Khan");
        assertThat(daymark.bean(Sittings.class).next(Scope.authority("cambridgeshire")))
                .containsExactly(new Sittings.Sitting(LocalDate.parse("2025-12-15"), 1, 1));
        Http panel = Http.browser(daymark.port(), "panel");
        assertThat(panel.get("/panel").body()).contains("/panel/2025-12-15", "1 parent, 1 to decide");
        assertThat(panel.get("/referrals").body()).contains("Panel on 15 December 2025");

        daymark.moveTo("2025-12-16T10:00");
        assertThat(onTheAgenda("2025-12-15"))
                .as("what the sitting of yesterday decided is entered today")
                .containsExactly("Nadia Khan");
        HttpResponse<String> decided = school.tries("panel", decisionOf("Nadia Khan"), improve);
        assertThat(decided.statusCode()).as(decided.body()).isBetween(200, 204);
        assertThat(daymark.bean(LiableParents.class)
                        .of(school.caseOf(PUPIL).ref())
                        .get(0)
                        .decided()
                        .orElseThrow()
                        .sittingOn())
                .contains(LocalDate.parse("2025-12-15"));
        assertThat(daymark.bean(Sittings.class).next(Scope.authority("cambridgeshire")))
                .isEmpty();
        assertThat(panel.get("/panel/2025-12-01").body())
                .as("the agenda of a sitting that is over stays as it was")
                .contains("Nadia Khan", "Omar Khan", "2 parents, 1 left to a later sitting");
        school.taskThere("officer", PUPIL, "draft-notice-to-improve");
        assertThat(daymark.bean(LiableParents.class)
                        .of(school.caseOf(PUPIL).ref())
                        .get(0)
                        .standing())
                .isEqualTo(LiableParent.Standing.NOTICE_TO_IMPROVE);
    }

    private static List<String> onTheAgenda(String day) {
        return daymark.bean(Sittings.class).on(LocalDate.parse(day), Scope.authority("cambridgeshire")).stream()
                .map(item -> item.parent().parent().name())
                .toList();
    }

    @Test
    @Order(8)
    void aCaseThatLiesWithTheAuthorityIsClosedByTheHeadOnlyAndThenEverythingStops() {
        String ref = school.caseOf(PUPIL).ref().value();
        HttpResponse<String> byTheLead = closing("lead", ref);
        assertThat(byTheLead.statusCode()).isEqualTo(400);
        assertThat(byTheLead.body()).contains("It lies with the authority");
        assertThat(daymark.bean(LiesAtAuthority.class).underWay(school.caseOf(PUPIL)))
                .as("nor does its own model close it")
                .isTrue();
        CaseFile closed = school.caseOf(PUPIL);

        assertThat(closing("head", ref).statusCode()).isEqualTo(302);
        assertThat(daymark.bean(LiesAtAuthority.class).underWay(closed)).isFalse();

        assertThat(decisions()).isEmpty();
        assertThat(school.task("officer", PUPIL, "draft-notice-to-improve")).isEmpty();
        assertThat(daymark.bean(LiableParents.class).of(new CaseRef(ref)))
                .extracting(LiableParent::standing)
                .containsOnly(LiableParent.Standing.ENDED);
    }

    @Test
    @Order(9)
    void theReportCountsWhatWasReturnedForWhichCheckAndThatItWasPutRight() {
        String[] counted = Http.browser(daymark.port(), "officer")
                .get("/reports/referrals.csv")
                .body()
                .split("\r\n");
        assertThat(counted[0])
                .startsWith(
                        "\"School\",\"Sent\",\"Sent again after a return\",\"Not answered yet\",\"Returned\",\"Accepted\","
                                + "\"Accepted after a return\",\"Refused\"");
        assertThat(counted[1]).startsWith("\"Elm\",\"2\",\"1\",\"0\",\"1\",\"1\",\"1\",\"0\"");
        assertThat(Http.browser(daymark.port(), "officer")
                        .get("/reports/referrals.csv?by=check")
                        .body())
                .contains("\"1\",\"1\",\"0\"")
                .contains(new CheckWords().name("N_MARKS_IN_PERIOD"));
        assertThat(Http.browser(daymark.port(), "lead")
                        .get("/reports/referrals/rows?of-row=999001&of-figure=returned")
                        .body())
                .as("the school opens what came back")
                .contains("Elm, returned: 1.", "24 November 2025");
    }

    private static HttpResponse<String> closing(String user, String ref) {
        String page = "/cases/" + ref + "/close";
        long version =
                daymark.bean(Cases.class).find(new CaseRef(ref)).orElseThrow().version();
        return Http.browser(daymark.port(), user)
                .submit(page, page, "reason=The+family+has+moved+abroad&version=" + version);
    }
}
