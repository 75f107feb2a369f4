package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.Cases;
import uk.daymark.letters.Letters;
import uk.daymark.worklist.WorkListAudit;

/** Pupils who are often late: by the national policy six late sessions in six school weeks, watched for 20 school days after a step. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LatenessJourneyTest {

    private static final String SCHOOL = "999001";

    private OwnApplication daymark;

    @BeforeAll
    void school() {
        daymark = OwnApplication.empty("2025-09-10T16:00", SCHOOL);
        daymark.send(
                "schools",
                "school_urn,name,phase,authority,policy,register_opens,register_closes_am,register_closes_pm\n" + SCHOOL
                        + ",Ash School,primary,national,national,08:50,09:20,13:15\n");
        daymark.send(
                "calendar", "school_urn,kind,from,to,session,reason\n" + SCHOOL + ",TERM,2025-09-01,2026-07-20,,\n");
        StringBuilder pupils =
                new StringBuilder("school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,on_roll_from\n");
        StringBuilder contacts = new StringBuilder(
                "school_urn,pupil_ref,contact_ref,priority,title,forename,surname,relationship,parental_responsibility,"
                        + "lives_with,court_order,do_not_contact,correspondence,address_withheld,email,language,address_1,"
                        + "address_2,town,postcode\n");
        for (int number = 1; number <= 4; number++) {
            pupils.append(SCHOOL + ",L" + number + ",Late" + number + ",Ben,2014-03-02,2025-09-01\n");
            contacts.append(SCHOOL + ",L" + number + ",M" + number + ",1,Ms,Nadia,Late" + number
                    + ",Mother,Y,Y,N,N,Y,N,,,1 Ash Road,,Hatfield,AL10 9AA\n");
        }
        daymark.send("pupils", pupils.toString());
        daymark.send("contacts", contacts.toString());
    }

    @AfterAll
    void end() {
        daymark.bean(WorkListAudit.class).check(SCHOOL);
        daymark.close();
    }

    @Test
    @Order(1)
    void theLetterIsWithdrawnWhereAnAmendmentTakesTheCountDown() {
        weeks("L1", "L / L / L / L / U / U");
        JsonNode letter = task("L1", "post-letter");
        assertThat(letter.path("title").asText()).isEqualTo("Post the letter about lateness: Ben Late1");
        assertThat(letter.path("why").asText()).startsWith("Late often enough for the first step");
        HttpResponse<String> amended = daymark.as("office")
                .json(
                        "/api/amendments",
                        "{\"pupilRef\": \"L1\", \"date\": \"2025-09-01\", \"session\": \"AM\", \"code\": \"M\","
                                + " \"reason\": \"Dentist, note seen\"}");
        assertThat(amended.statusCode()).as(amended.body()).isEqualTo(200);
        assertThat(tasks("L1", "post-letter").path("total").asInt()).isZero();
    }

    @Test
    @Order(1)
    void inACaseTooTheLetterIsWithdrawnAndTheCasesOtherLettersStay() {
        HttpResponse<String> opened =
                daymark.as("lead").json("/api/cases", "{\"pupilRef\": \"L4\", \"why\": \"Mother rang, worried\"}");
        assertThat(opened.statusCode()).as(opened.body()).isBetween(200, 201);
        weeks("L4", "L / L / L / L / U / U");
        CaseFile file = daymark.bean(Cases.class).open().stream()
                .filter(one -> one.pupilRef().equals("L4"))
                .findFirst()
                .orElseThrow();
        assertThat(letters(file)).containsExactly("attendance-concern HELD", "late-letter PROPOSED");
        HttpResponse<String> amended = daymark.as("office")
                .json(
                        "/api/amendments",
                        "{\"pupilRef\": \"L4\", \"date\": \"2025-09-01\", \"session\": \"AM\", \"code\": \"M\","
                                + " \"reason\": \"Dentist, note seen\"}");
        assertThat(amended.statusCode()).as(amended.body()).isEqualTo(200);
        assertThat(letters(file)).containsExactly("attendance-concern HELD", "late-letter WITHDRAWN");
    }

    private List<String> letters(CaseFile file) {
        return daymark.bean(Letters.class).of(file.ref().value()).stream()
                .map(letter -> letter.template() + " " + letter.state())
                .toList();
    }

    @Test
    @Order(2)
    void whoComesOnTimeAfterTheLetterIsAskedNothingMore() {
        weeks("L2", "L / L / L / L / L / L");
        posted("L2");
        present("L2", LocalDate.of(2025, 9, 11), LocalDate.of(2025, 10, 8));
        daymark.moveTo("2025-10-09T08:30");
        assertThat(tasks("L2", "punctuality-meeting").path("total").asInt()).isZero();
    }

    @Test
    @Order(3)
    void whoStaysLateIsMetAndTheLeadDecidesWhatFollows() {
        String late = "school_urn,pupil_ref,date,session,code\n";
        for (int day : new int[] {29, 30}) {
            late += SCHOOL + ",L3,2025-09-" + day + ",AM,U\n";
        }
        for (int day : new int[] {1, 2, 3, 6}) {
            late += SCHOOL + ",L3,2025-10-0" + day + ",AM,U\n";
        }
        daymark.send("marks", late);
        posted("L3");
        String more = "school_urn,pupil_ref,date,session,code\n";
        // Never three of one weekday: that would be a pattern of absence, which opens a case by itself.
        for (int day : new int[] {14, 15, 16}) {
            more += SCHOOL + ",L3,2025-10-" + day + ",AM,U\n";
        }
        daymark.moveTo("2025-10-16T16:00");
        daymark.send("marks", more);
        daymark.moveTo("2025-11-07T08:30");
        JsonNode meeting = task("L3", "punctuality-meeting");
        assertThat(meeting.path("title").asText()).isEqualTo("Meet the family about lateness: Ben Late3");
        assertThat(meeting.path("group").asText()).isEqualTo("lead");
        assertThat(complete(
                                "lead",
                                meeting,
                                "\"meeting\": \"held\", \"heldOn\": \"2099-01-01\", \"barriers\": \"x\", \"agreed\": \"x\","
                                        + " \"reason\": \"x\"")
                        .body())
                .contains("must be today or in the past");
        done(
                "lead",
                meeting,
                "\"meeting\": \"held\", \"heldOn\": \"2025-11-07\", \"barriers\": \"Two schools at one time\","
                        + " \"agreed\": \"Breakfast club\", \"reason\": \"Mother came\"");
        daymark.moveTo("2025-11-24T16:00");
        String still = "school_urn,pupil_ref,date,session,code\n";
        for (int day : new int[] {10, 11, 12, 13}) {
            still += SCHOOL + ",L3,2025-11-" + day + ",AM,L\n";
        }
        daymark.send("marks", still);
        daymark.moveTo("2025-12-10T08:30");
        JsonNode follows = task("L3", "pass-to-attendance");
        done("lead", follows, "\"follows\": \"case\", \"reason\": \"" + "w".repeat(2000) + "\"");
        assertThat(daymark.bean(Cases.class).open())
                .filteredOn(file -> file.pupilRef().equals("L3"))
                .extracting(CaseFile::openedWhy)
                .containsExactly("Often late, still after a letter and a meeting: " + "w".repeat(2000));
    }

    private void weeks(String pupil, String codes) {
        StringBuilder file = new StringBuilder("school_urn,pupil_ref,date,session,code\n");
        LocalDate day = LocalDate.of(2025, 9, 1);
        for (String code : codes.split(" / ")) {
            file.append(SCHOOL + "," + pupil + "," + day + ",AM," + code + "\n");
            day = day.plusDays(day.getDayOfWeek().getValue() == 5 ? 3 : 1);
        }
        daymark.send("marks", file.toString());
    }

    private void present(String pupil, LocalDate from, LocalDate to) {
        daymark.moveTo(to + "T16:00");
        StringBuilder file = new StringBuilder("school_urn,pupil_ref,date,session,code\n");
        from.datesUntil(to.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .forEach(day -> file.append(SCHOOL + "," + pupil + "," + day + ",AM,/\n"));
        daymark.send("marks", file.toString());
    }

    private JsonNode tasks(String pupil, String kind) {
        return daymark.get("head", "/api/tasks?view=all&pupil=" + pupil + "&kind=" + kind);
    }

    private JsonNode task(String pupil, String kind) {
        JsonNode items = tasks(pupil, kind).path("items");
        assertThat(items.size()).as(kind + " of " + pupil + ": " + items).isOne();
        return items.get(0);
    }

    private void posted(String pupil) {
        String today = daymark.bean(Clock.class).instant().toString().substring(0, 10);
        done(
                "office",
                task(pupil, "post-letter"),
                "\"letterSending\": \"posted\", \"sentOn\": \"" + today
                        + "\", \"postage\": \"first-class\", \"reason\": \"In the post tray\"");
    }

    private void done(String user, JsonNode task, String fields) {
        HttpResponse<String> answer = complete(user, task, fields);
        assertThat(answer.statusCode()).as(task + "\n" + answer.body()).isEqualTo(204);
    }

    private HttpResponse<String> complete(String user, JsonNode task, String fields) {
        String id = task.path("id").asText();
        int version = OwnApplication.json(daymark.as(user).get("/api/tasks/" + id + "/form"))
                .path("version")
                .asInt();
        return daymark.as(user)
                .json("/api/tasks/" + id + "/complete", "{\"version\": " + version + ", \"fields\": {" + fields + "}}");
    }
}
