package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import uk.daymark.enforcement.referral.Referral;
import uk.daymark.enforcement.referral.Referrals;
import uk.daymark.people.Contacts;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;

/**
 * Leave that was refused and taken all the same, under Hertfordshire's policy: handed over by the school, referred, looked at, decided
 * for each parent, and a notice issued to the one who took the child. Time goes on from test to test.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeaveToADecisionForEachParentTest {

    private static final String SCHOOL = "999001";
    private static final String PUPIL = "91";
    private static final String AWAY = "2025-10-06";
    private static final String BACK = "2025-10-10";
    private static final String TODAY = "2025-10-13";

    private static OwnApplication daymark;
    private static Casework school;
    private static Enforcement authority;

    @BeforeAll
    static void aPupilWithTwoParents() {
        daymark = OwnApplication.empty("2025-09-15T08:30", SCHOOL);
        school = new Casework(daymark, SCHOOL);
        authority = new Enforcement(daymark, school);
        school.exists("hertfordshire", "hertfordshire", PUPIL);
        daymark.send(
                "contacts",
                "school_urn,pupil_ref,contact_ref,priority,relationship,parental_responsibility,lives_with,surname,"
                        + "forename,address1,town,postcode\n" + SCHOOL + "," + PUPIL
                        + ",F91,2,father,true,false,Khan,Omar,9 Oak Road,Elmford,EL1 2BB\n");
        school.present(PUPIL, "2025-09-01", "2025-09-08");
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    @Test
    @Order(1)
    void theHeadRefusesTheLeaveAndTheLetterWarns() {
        HttpResponse<String> asked = daymark.as("office")
                .json(
                        "/api/leave-requests",
                        ("{\"pupilRef\": \"%s\", \"askedBy\": %s, \"from\": \"%s\", \"fromSession\": \"AM\", \"to\": \"%s\","
                                        + " \"toSession\": \"PM\", \"ground\": \"exceptional\", \"details\": \"A holiday\","
                                        + " \"evidence\": \"\"}")
                                .formatted(PUPIL, parent("Nadia"), AWAY, BACK));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
        Map<String, Object> refuse = Map.of("decision", "refuse", "reason", "A cheaper flight is not exceptional");
        assertThat(school.tries("office", school.taskThere("head", PUPIL, "decide-leave-request"), refuse)
                        .statusCode())
                .as("leave is the headteacher's alone")
                .isIn(403, 404);
        school.does("head", PUPIL, "decide-leave-request", refuse);
        posted("Leave", "2025-09-15");
    }

    @Test
    @Order(2)
    void theLeadHandsItOverWhenTheRegisterSaysLeave() {
        daymark.moveTo(TODAY + "T09:30");
        school.present(PUPIL, "2025-09-15", "2025-09-29");
        school.week(PUPIL, AWAY, "G G G G G G G G G G");
        school.does(
                "lead", PUPIL, "check-suspected-leave", Map.of("finding", "write", "reason", "The family had booked"));
        posted("leave", TODAY);
        JsonNode leave =
                daymark.get("lead", "/api/suspected-leave?pupil=" + PUPIL).at("/items/0");
        assertThat(daymark.as("office")
                        .json(
                                "/api/suspected-leave/" + leave.path("ref").asText() + "/reply",
                                "{\"reply\": \"We had paid already\", \"repliedOn\": \"" + TODAY + "\"}")
                        .statusCode())
                .isEqualTo(200);
        school.does("head", PUPIL, "weigh-reply", Map.of("verdict", "leave", "reason", "They went"));
        school.does(
                "lead",
                PUPIL,
                "hand-over-leave",
                Map.of("next", "hand-over", "parent1", "yes", "parent2", "no", "reason", "She asked and went"));
        assertThat(school.caseOf(PUPIL).stage()).isEqualTo("leave-route");
    }

    @Test
    @Order(3)
    void theLeadRefersBothParentsAndTheOfficerAccepts() {
        JsonNode prepare = school.taskThere("lead", PUPIL, "prepare-referral");
        Map<String, Object> fields = prefilled("lead", prepare);
        assertThat(fields).containsEntry("route", "leave").containsEntry("periodTo", BACK);
        fields.putAll(Map.of(
                "next", "submit",
                "periodFrom", AWAY,
                "statement", "Leave was refused in writing and taken.",
                "parent1", parent("Nadia"),
                "because1", "She asked for the leave and took her",
                "parent2", parent("Omar"),
                "because2", "He has parental responsibility",
                "reason", "Ten sessions of leave that was refused"));
        school.does("lead", PUPIL, "prepare-referral", fields);
        assertThat(referral().checks()).as("warned in writing").isNotEmpty();
        assertThat(referral().checks())
                .filteredOn(check -> check.code().equals("NOT_NAMED_FOR_THE_LEAVE"))
                .extracting(check -> check.parent().orElseThrow(), Referral.Check::result)
                .containsExactly(tuple(1, Referral.Result.MET), tuple(2, Referral.Result.NOT_MET));
        Map<String, Object> accept =
                Map.of("triage", "accept", "agreed", toWeigh(), "reason", "The refusal and the register are there");
        JsonNode triage = school.taskThere("officer", PUPIL, "triage-referral");
        Map<String, Object> unread = new HashMap<>(accept);
        unread.put(
                "agreed",
                toWeigh().stream()
                        .filter(check -> !check.startsWith("NOT_NAMED_FOR_THE_LEAVE"))
                        .toList());
        assertThat(school.tries("officer", triage, unread).body())
                .as("a parent whom the rule does not name is weighed by a person")
                .contains("The rule did not name this parent when the leave was handed over");
        assertThat(school.tries("panel", triage, accept).statusCode()).isIn(403, 404, 409);
        school.does("officer", PUPIL, "triage-referral", accept);
        assertThat(decisions()).hasSize(2);
    }

    @Test
    @Order(4)
    void eachParentIsDecidedAboutAloneAndOneHasANotice() {
        JsonNode father = decisionOf("Omar Khan");
        JsonNode mother = decisionOf("Nadia Khan");
        assertThat(daymark.as("lead")
                        .json(
                                "/api/tasks/" + father.path("id").asText() + "/complete",
                                "{\"version\": 1, \"fields\": {\"decision\": \"no-action\", \"reason\": \"x\"}}")
                        .statusCode())
                .as("the school does not decide")
                .isEqualTo(404);
        does(father, Map.of("decision", "no-action", "reason", "He did not know of it and was not there"));
        assertThat(decisions()).as("the mother's is her own").hasSize(1);
        does(mother, Map.of("decision", "penalty-notice", "reason", "She was told no, and went"));
        JsonNode authorise = school.taskThere("officer", PUPIL, "authorise-notice");
        assertThat(authorise.path("title").asText()).contains("Nadia Khan");
        Map<String, Object> issue = prefilled("officer", authorise);
        assertThat(issue).containsEntry("offenceFrom", AWAY).containsEntry("offenceTo", BACK);
        issue.putAll(Map.of("decision", "issue", "postOn", TODAY, "reason", "Every rule is kept"));
        school.does("officer", PUPIL, "authorise-notice", issue);
        JsonNode posting = taskOf("Nadia Khan", "post-authority-letter");
        does(posting, Map.of("letterSending", "posted", "sentOn", TODAY, "postage", "first-class", "proof", "AB 91"));

        JsonNode notices = daymark.get("officer", "/api/notices?pupil=" + PUPIL).path("items");
        assertThat(notices).hasSize(1);
        JsonNode notice = authority.notice(notices.at("/0/ref").asText());
        assertThat(notice.at("/sessions")).hasSize(10);
        assertThat(notice.at("/rate").asText()).isEqualTo("FIRST");
        assertThat(notice.toString()).contains("Nadia Khan").doesNotContain("Omar Khan");
        assertThat(daymark.get("auditor", "/api/cases/" + school.caseOf(PUPIL).ref() + "/verify")
                        .path("linked")
                        .asBoolean())
                .isTrue();
    }

    private static Referral referral() {
        return daymark.bean(Referrals.class).of(school.caseOf(PUPIL).ref()).orElseThrow();
    }

    private static List<String> toWeigh() {
        return referral().checks().stream()
                .filter(check -> !check.met() && !check.stops())
                .map(check -> check.key())
                .toList();
    }

    private static String parent(String forename) {
        return daymark
                .bean(Contacts.class)
                .of(daymark.bean(Pupils.class)
                        .find(new Urn(SCHOOL), PUPIL)
                        .orElseThrow()
                        .pupil()
                        .id())
                .stream()
                .filter(one -> one.contact().details().forename().equals(forename))
                .map(one -> String.valueOf(one.contact().id().number()))
                .findFirst()
                .orElseThrow();
    }

    /** Posts the one letter about leave; what the count brings too is left lying. */
    private static void posted(String title, String on) {
        List<JsonNode> letters = tasks("office", "post-letter").stream()
                .filter(task -> !task.path("title").asText().contains("Letter of concern"))
                .toList();
        assertThat(letters).as(title + ": " + letters).hasSize(1);
        HttpResponse<String> sent = school.tries(
                "office",
                letters.get(0),
                Map.of("letterSending", "posted", "sentOn", on, "postage", "first-class", "reason", "In the post"));
        assertThat(sent.statusCode()).as(sent.body()).isBetween(200, 204);
    }

    private static List<JsonNode> decisions() {
        return tasks("officer", "decide-by-officer");
    }

    private static JsonNode decisionOf(String parent) {
        return taskOf(parent, "decide-by-officer");
    }

    private static JsonNode taskOf(String parent, String kind) {
        return tasks("officer", kind).stream()
                .filter(task -> task.path("title").asText().contains(parent))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> tasks(String user, String kind) {
        return new ArrayList<>(StreamSupport.stream(
                        daymark.get(user, "/api/tasks?view=all&size=200&kind=" + kind + "&pupil=" + PUPIL)
                                .path("items")
                                .spliterator(),
                        false)
                .toList());
    }

    private static void does(JsonNode task, Map<String, Object> fields) {
        HttpResponse<String> answer = school.tries("officer", task, fields);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }

    private static Map<String, Object> prefilled(String user, JsonNode task) {
        Map<String, Object> fields = new HashMap<>();
        daymark.get(user, "/api/tasks/" + task.path("id").asText() + "/form")
                .path("values")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }
}
