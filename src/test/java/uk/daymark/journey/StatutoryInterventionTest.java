package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.referral.LiableParent;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.Referral;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.enforcement.referral.Referrals;
import uk.daymark.people.Contacts;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;
import uk.daymark.time.Turn;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.Tasks;

/** Hertfordshire: the school asks for statutory intervention, and an officer investigates the whole case before anything is decided. */
class StatutoryInterventionTest {

    private static OwnApplication daymark;
    private static Casework school;

    @BeforeAll
    static void aSchool() {
        daymark = OwnApplication.empty("2025-11-14T16:30", "999001");
        school = new Casework(daymark, "999001");
        school.exists("hertfordshire", "hertfordshire", "81", "82", "83");
        daymark.send(
                "pupils",
                "school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,on_roll_from,sen\n"
                        + "999001,81,Khan,Amira,2014-03-02,2025-09-03,K\n");
        for (String ref : new String[] {"81", "82", "83"}) {
            school.present(ref, "2025-09-01", "2025-11-03");
            school.week(ref, "2025-11-10", "O O O O O O O O O O");
            school.does(
                    "head", ref, "must-consider", Map.of("decision", "refer-to-authority", "reason", "Ten in a week"));
        }
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    private static void submitted(String ref, String route) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "next", "submit",
                "route", route,
                "periodFrom", "2025-09-03",
                "periodTo", "2025-11-14",
                "statement", "A meeting every week",
                "because1", "The child lives with her",
                "reason", "Nothing has changed"));
        fields.put(
                "parent1",
                String.valueOf(daymark.bean(Contacts.class)
                        .of(school.caseOf(ref).pupil())
                        .get(0)
                        .contact()
                        .id()
                        .number()));
        school.does("lead", ref, "prepare-referral", fields);
    }

    private static Referral referral(String ref) {
        return daymark.bean(Referrals.class).of(school.caseOf(ref).ref()).orElseThrow();
    }

    @Test
    void needsThatAreNotMetEndItInSupportAndNoSanctionIsDecided() {
        submitted("81", "statutory-intervention");
        assertThat(school.task("officer", "81", "triage-referral")).isEmpty();
        JsonNode task = school.taskThere("officer", "81", "investigate-case");
        assertThat(Http.browser(daymark.port(), "officer")
                        .get("/tasks/" + task.path("id").asText())
                        .body())
                .contains("Special educational needs, by the school");
        Map<String, Object> found = Map.of(
                "identified", "identified",
                "needs", "not-met",
                "findings", "Amira needs a quiet room, which the school has not given her",
                "reason", "Support first");
        assertThat(daymark.as("lead")
                        .json(
                                "/api/tasks/" + task.path("id").asText() + "/complete",
                                "{\"version\": 1, \"fields\": {}}")
                        .statusCode())
                .as("the school does not investigate itself")
                .isEqualTo(404);

        school.does("officer", "81", "investigate-case", found);

        assertThat(referral("81").standing()).isEqualTo(Standing.ENDED);
        assertThat(referral("81").findings()).startsWith("Amira needs a quiet room");
        assertThat(school.caseOf("81").stage()).isEqualTo("support-goes-on");
        assertThat(school.taskThere("lead", "81", "note-result").path("why").asText())
                .isEqualTo("The authority has decided for support in place of a sanction.");
        assertThat(school.task("officer", "81", "decide-by-officer")).isEmpty();
        assertThat(daymark.bean(LiableParents.class).of(school.caseOf("81").ref()))
                .extracting(LiableParent::decisions)
                .allSatisfy(decisions -> assertThat(decisions).isEmpty());
    }

    @Test
    void needsThatNobodyLookedIntoCannotBeCalledMet() {
        submitted("82", "statutory-intervention");
        JsonNode task = school.taskThere("officer", "82", "investigate-case");
        Map<String, Object> found = new HashMap<>(
                Map.of("identified", "not-yet", "needs", "met", "findings", "None seen", "reason", "It looks fine"));
        HttpResponse<String> refused = school.tries("officer", task, found);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("/fields/identified", "Source: Hertfordshire");

        found.put("identified", "none");
        school.does("officer", "82", "investigate-case", found);

        school.taskThere("officer", "82", "triage-referral");
        assertThat(referral("82").checks())
                .filteredOn(check -> check.code().equals("NEEDS_MET"))
                .singleElement()
                .satisfies(check -> assertThat(check.met()).isTrue());
    }

    @Test
    void theSchoolMayWaitOrNotReferAtAllAndTheCaseGoesOn() {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "next", "wait",
                "route", "irregular",
                "periodFrom", "2025-09-03",
                "periodTo", "2025-11-14",
                "reason", "A meeting is on Wednesday"));
        JsonNode task = school.taskThere("lead", "83", "prepare-referral");
        assertThat(school.tries("lead", task, fields).body()).contains("/fields/lookAgainOn");
        fields.put("lookAgainOn", "2025-11-19");
        school.does("lead", "83", "prepare-referral", fields);
        assertThat(school.task("lead", "83", "prepare-referral")).isEmpty();
        daymark.moveTo("2025-11-19T08:00");
        fields.put("next", "not-refer");
        school.does("lead", "83", "prepare-referral", fields);
        assertThat(referral("83").standing()).isEqualTo(Standing.NOT_MADE);
        assertThat(school.caseOf("83").stage()).isEqualTo("not-referred");
        assertThat(school.task("officer", "83", "triage-referral")).isEmpty();
    }

    @Test
    void anotherAuthoritysReferralIsAsIfItWereNotThere() {
        Casework elsewhere = new Casework(daymark, "999002");
        elsewhere.exists("cambridgeshire", "cambridgeshire", "91");
        CaseFile file = daymark.bean(Turn.class).alone(() -> {
            CaseFile opened = daymark.bean(Cases.class)
                    .openAt(
                            "referral",
                            daymark.bean(Pupils.class)
                                    .find(new Urn("999002"), "91")
                                    .orElseThrow()
                                    .enrolment()
                                    .id(),
                            "Ten in ten",
                            "");
            daymark.bean(Cases.class).refer(opened.ref(), "Ten in ten");
            daymark.bean(Processes.class).start("legal-referral", opened.ref().value(), Map.of("route", "irregular"));
            return opened;
        });
        String preparing = openTask(file);
        daymark.bean(Turn.class)
                .runAlone(() ->
                        daymark.bean(Tasks.class).complete(preparing, Map.of("next", "submit", "route", "irregular")));
        String triage = openTask(file);

        assertThat(school.task("officer", "91", "triage-referral")).isEmpty();
        assertThat(daymark.as("officer").get("/api/tasks/" + triage + "/form").statusCode())
                .isEqualTo(404);
        assertThat(daymark.as("officer")
                        .json(
                                "/api/tasks/" + triage + "/complete",
                                "{\"version\": 1, \"fields\": {\"triage\": \"accept\", \"reason\": \"Mine?\"}}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(daymark.as("officer").get("/api/cases/" + file.ref()).statusCode())
                .isEqualTo(404);
    }

    /** The id of the only open task of a case, wherever it is. */
    private static String openTask(CaseFile file) {
        return daymark.bean(JdbcTemplate.class)
                .queryForObject(
                        "select id from work_item where case_ref = ? and status = 'OPEN'",
                        String.class,
                        file.ref().value());
    }
}
