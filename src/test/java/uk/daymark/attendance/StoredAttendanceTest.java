package uk.daymark.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.GoldenCases;
import uk.daymark.measure.Half;
import uk.daymark.measure.Timetable;

/** What the stored register answers, against what the check answers for the same marks. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredAttendanceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The school of the practice users office, lead and head in tests. */
    private static final String HOME = "999001";

    private static final String ELSEWHERE = "940002";

    @LocalServerPort
    private int port;

    @BeforeAll
    void importASchoolWithThePupilsOfTheWorkedCases() {
        sendSetUp(HOME, "national");
        sendSetUp(ELSEWHERE, "national");
        StringBuilder pupils = new StringBuilder(
                "school_urn,pupil_ref,upn,legal_surname,legal_forename,date_of_birth,on_roll_from,year_group,form\n");
        StringBuilder marks = new StringBuilder(
                "school_urn,pupil_ref,week_beginning,mon_am,mon_pm,tue_am,tue_pm,wed_am,wed_pm,thu_am,thu_pm,fri_am,fri_pm\n");
        worked().forEach(worked -> {
            String ref = ref(worked);
            pupils.append(HOME + "," + ref + ",,Case," + ref + ",2013-05-01,2025-09-03,8,8B\n");
            JsonNode weeks = worked.get("marks");
            LocalDate last = LocalDate.parse(worked.at("/register/1").asText());
            Timetable timetable = GoldenCases.calendar("CAL-A").timetable();
            for (LocalDate monday = LocalDate.of(2025, 9, 1); !monday.isAfter(last); monday = monday.plusWeeks(1)) {
                marks.append(HOME + "," + ref + "," + monday);
                String[] given = weeks.has(monday.toString())
                        ? weeks.get(monday.toString()).asText().split(" ")
                        : null;
                for (int slot = 0; slot < 10; slot++) {
                    Half half = slot % 2 == 0 ? Half.AM : Half.PM;
                    LocalDate day = monday.plusDays(slot / 2);
                    boolean held = timetable.plans(new uk.daymark.measure.Session(day, half)) && !day.isAfter(last);
                    String code = given == null ? AttendanceCode.presentIn(half).token() : given[slot];
                    marks.append(',').append(held ? code : "");
                }
                marks.append('\n');
            }
        });
        pupils.append(ELSEWHERE + ",gc-01,,Other,Child,2013-05-01,2025-09-03,8,8B\n");
        pupils.append(ELSEWHERE + ",only-there,,Away,Child,2013-05-01,2025-09-03,8,8B\n");
        send("admin", "pupils", pupils.toString());
        // The clock of the practice stands in the autumn of 2025: marks of later days are not yet taken.
        Http.program(port, "admin").json("/api/practice/clock", "{\"to\": \"2026-09-18T16:00\"}");
        send("admin", "marks-week", marks.toString());
    }

    @Test
    void answersExactlyWhatTheCheckAnswersForTheSameMarks() throws Exception {
        for (JsonNode worked : worked()) {
            String asOf = worked.at("/register/1").asText();
            HttpResponse<String> stored = Http.program(port, "lead")
                    .get("/api/pupils/" + ref(worked) + "/attendance?asOf=" + asOf + "&school=" + HOME);
            assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
            ObjectNode answer = (ObjectNode) JSON.readTree(stored.body());
            assertThat(answer.remove("pupilRef").asText()).isEqualTo(ref(worked));
            assertThat(answer.remove("schoolUrn").asText()).isEqualTo(HOME);
            assertThat(answer).as(ref(worked)).isEqualTo(check(worked, asOf));
        }
    }

    @Test
    void aReferenceOfSeveralSchoolsInScopeIsAConflictUntilTheSchoolIsNamed() {
        assertThat(Http.program(port, "auditor")
                        .get("/api/pupils/gc-01/attendance")
                        .statusCode())
                .isEqualTo(409);
        assertThat(Http.program(port, "auditor")
                        .get("/api/pupils/gc-01/attendance?school=" + ELSEWHERE)
                        .statusCode())
                .isEqualTo(200);
        assertThat(Http.program(port, "office")
                        .get("/api/pupils/gc-01/attendance")
                        .statusCode())
                .as("the other school is out of the office's reach")
                .isEqualTo(200);
    }

    @Test
    void aPupilOfAnotherSchoolLooksLikeOneWhoDoesNotExist() {
        Http office = Http.program(port, "office");
        HttpResponse<String> hidden = office.get("/api/pupils/only-there/attendance");
        HttpResponse<String> absent = office.get("/api/pupils/nobody/attendance");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(absent.body());
        assertThat(Http.browser(port, "office")
                        .get("/pupils/" + ELSEWHERE + "/only-there")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Http.browser(port, "office").get("/pupils?q=only-there").body())
                .contains("Pupils (0)")
                .doesNotContain("Away");
    }

    @Test
    void theAdministratorSeesNoAttendance() {
        assertThat(Http.program(port, "admin")
                        .get("/api/pupils/gc-01/attendance")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void impossibleDaysAndSchoolsAreRefusedInWords() {
        Http lead = Http.program(port, "lead");
        assertThat(lead.get("/api/pupils/gc-01/attendance?asOf=2025-02-30").statusCode())
                .isEqualTo(400);
        assertThat(lead.get("/api/pupils/gc-01/attendance?asOf=%2B99999-01-01").statusCode())
                .isEqualTo(400);
        assertThat(lead.get("/api/pupils/gc-01/attendance?school=x").body()).contains("?school");
    }

    @Test
    void theListFindsPupilsByPartsOfNamesAndTakesWildcardsAsTheyAreWritten() {
        Http lead = Http.browser(port, "lead");
        assertThat(lead.get("/pupils?q=case+GC-24").body()).contains("Pupils (1)", "gc-24");
        assertThat(lead.get("/pupils?q=%25").body()).contains("Pupils (0)", "Nobody is found");
        assertThat(lead.get("/pupils?page=-3").statusCode()).isEqualTo(200);
    }

    @Test
    void thePupilPageShowsTheProofAndTheRegister() {
        String page = Http.browser(port, "lead")
                .get("/pupils/" + HOME + "/gc-13?asOf=2025-11-26")
                .body();
        assertThat(page)
                .contains(
                        "<strong>6 of 10</strong>",
                        "the window counts 10",
                        "27 October 2025",
                        "No session: passed over")
                .contains("/pupils/" + HOME + "/gc-13/marks/2025-11-24/AM");
        assertThat(Http.browser(port, "lead")
                        .get("/pupils/" + HOME + "/gc-13?asOf=soon")
                        .statusCode())
                .isEqualTo(400);
    }

    /** Cases of one school and without session-less slots that the stored register cannot know. */
    private static List<JsonNode> worked() {
        return GoldenCases.with("marks")
                .filter(worked -> !worked.has("calendar"))
                .toList();
    }

    private static String ref(JsonNode worked) {
        return worked.get("id").asText().toLowerCase(java.util.Locale.ROOT);
    }

    private JsonNode check(JsonNode worked, String asOf) throws Exception {
        ObjectNode body = JSON.createObjectNode();
        body.put("policy", "national")
                .put("asOf", asOf)
                .put("unlistedWeeks", "PRESENT")
                .put("dateOfBirth", "2013-05-01");
        body.set("calendar", GoldenCases.calendarAsWritten("CAL-A"));
        body.putObject("register").put("from", "2025-09-03").put("to", asOf);
        body.set("marks", worked.get("marks"));
        HttpResponse<String> answer = Http.program(port, "lead").json("/api/checks/register", body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private void sendSetUp(String urn, String policy) {
        send(
                "admin",
                "schools",
                "school_urn,name,phase,authority,policy,register_opens,register_closes_am,register_closes_pm\n" + urn
                        + ",Ash School,secondary,cambridgeshire," + policy + ",08:40,09:10,13:30\n");
        StringBuilder calendar = new StringBuilder("school_urn,kind,from,to,session,reason\n");
        JsonNode written = GoldenCases.calendarAsWritten("CAL-A");
        written.get("terms")
                .forEach(term -> calendar.append(urn + ",TERM,"
                        + term.get("from").asText() + "," + term.get("to").asText() + ",,\n"));
        written.get("closures")
                .forEach(closure ->
                        calendar.append(urn + ",CLOSURE," + closure.get("date").asText() + ","
                                + closure.get("date").asText() + ",,"
                                + closure.get("reason").asText() + "\n"));
        calendar.append(urn + ",HALF_DAY,2026-07-20,2026-07-20,AM,\n");
        send("admin", "calendar", calendar.toString());
    }

    private void send(String user, String kind, String csv) {
        HttpResponse<String> answer =
                Http.program(port, user).post("/api/imports/" + kind + "?mode=apply", "text/csv", csv);
        assertThat(answer.statusCode()).as(kind + " " + answer.body()).isEqualTo(200);
    }
}
