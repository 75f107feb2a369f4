package uk.daymark.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.fixtures.WorkedSchools;
import uk.daymark.measure.GoldenCases;

/** What the stored register answers, against what the check answers for the same marks. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredAttendanceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @BeforeAll
    void importTheWorkedCases() {
        WorkedSchools.load(port);
        WorkedSchools.loadTheMove(port);
    }

    @Test
    void answersExactlyWhatTheCheckAnswersForTheSameMarks() throws Exception {
        for (JsonNode worked : WorkedSchools.cases()) {
            String asOf = worked.at("/register/1").asText();
            HttpResponse<String> stored = Http.program(port, "lead")
                    .get("/api/pupils/" + WorkedSchools.ref(worked) + "/attendance?asOf=" + asOf + "&school="
                            + WorkedSchools.HOME);
            assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
            ObjectNode answer = (ObjectNode) JSON.readTree(stored.body());
            assertThat(answer.remove("pupilRef").asText()).isEqualTo(WorkedSchools.ref(worked));
            assertThat(answer.remove("schoolUrn").asText()).isEqualTo(WorkedSchools.HOME);
            assertThat(answer).as(WorkedSchools.ref(worked)).isEqualTo(check(worked, asOf));
        }
    }

    /** GC-21: each week is judged by the school that had the pupil; with the first school's calendar the count starts later. */
    @Test
    void aPupilWhoMovedSchoolsIsCountedOverBothByEachSchoolsOwnCalendar() throws Exception {
        JsonNode worked = GoldenCases.named("GC-21");
        String asOf = worked.at("/register/1").asText();
        ObjectNode body = question(worked, asOf);
        ArrayNode enrolments = body.putArray("enrolments");
        enrolments
                .addObject()
                .put("school", WorkedSchools.BEFORE_THE_MOVE)
                .put("from", "2025-09-03")
                .put("to", "2025-10-10")
                .set("calendar", GoldenCases.calendarAsWritten("CAL-A"));
        enrolments
                .addObject()
                .put("school", WorkedSchools.AFTER_THE_MOVE)
                .put("from", "2025-10-11")
                .put("to", "2026-07-31")
                .set("calendar", GoldenCases.calendarAsWritten("SCHOOL-Q"));
        JsonNode checked = answer(body);

        for (String urn : List.of(WorkedSchools.BEFORE_THE_MOVE, WorkedSchools.AFTER_THE_MOVE)) {
            HttpResponse<String> stored =
                    Http.program(port, "auditor").get("/api/pupils/gc-21/attendance?asOf=" + asOf + "&school=" + urn);
            assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
            ObjectNode answer = (ObjectNode) JSON.readTree(stored.body());
            answer.remove(List.of("pupilRef", "schoolUrn"));
            assertThat(answer).as(urn).isEqualTo(checked);
            assertThat(answer.at("/window/from").asText())
                    .isEqualTo(worked.at("/expect/window_start/monday").asText());
            assertThat(answer.at("/window/count").asInt()).isEqualTo(10);
        }
    }

    @Test
    void aReferenceOfSeveralSchoolsInScopeIsAConflictUntilTheSchoolIsNamed() {
        assertThat(Http.program(port, "auditor")
                        .get("/api/pupils/gc-01/attendance")
                        .statusCode())
                .isEqualTo(409);
        assertThat(Http.program(port, "auditor")
                        .get("/api/pupils/gc-01/attendance?school=" + WorkedSchools.ELSEWHERE)
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
                        .get("/pupils/" + WorkedSchools.ELSEWHERE + "/only-there")
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
                .get("/pupils/" + WorkedSchools.HOME + "/gc-13?asOf=2025-11-26")
                .body();
        assertThat(page)
                .contains(
                        "<strong>6 of 10</strong>",
                        "the window counts 10",
                        "27 October 2025",
                        "No session: passed over")
                .contains("/pupils/" + WorkedSchools.HOME + "/gc-13/marks/2025-11-24/AM");
        assertThat(Http.browser(port, "lead")
                        .get("/pupils/" + WorkedSchools.HOME + "/gc-13?asOf=soon")
                        .statusCode())
                .isEqualTo(400);
    }

    private JsonNode check(JsonNode worked, String asOf) throws Exception {
        ObjectNode body = question(worked, asOf);
        body.set("calendar", GoldenCases.calendarAsWritten("CAL-A"));
        return answer(body);
    }

    private static ObjectNode question(JsonNode worked, String asOf) {
        ObjectNode body = JSON.createObjectNode();
        body.put("policy", "national")
                .put("asOf", asOf)
                .put("unlistedWeeks", "PRESENT")
                .put("dateOfBirth", "2013-05-01");
        body.putObject("register").put("from", "2025-09-03").put("to", asOf);
        body.set("marks", worked.get("marks"));
        return body;
    }

    private JsonNode answer(ObjectNode body) throws Exception {
        HttpResponse<String> answer = Http.program(port, "lead").json("/api/checks/register", body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
