package uk.daymark.firstday;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.people.Scopes;
import uk.daymark.register.RegistersTaken;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;
import uk.daymark.worklist.HeadOfList.Head;
import uk.daymark.worklist.WorkList;

/** What the head of the list says of registers that have not arrived, at moments of days that are past. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MissingRegistersTest {

    private static final String SCHOOL = "961313";
    private static final SignedIn OFFICE = new SignedIn("somebody", "Somebody", Role.OFFICE, Optional.of(SCHOOL));
    private static final String NO_MORNING = "This morning\u2019s registers have not arrived.";
    private static final String NO_AFTERNOON = "This afternoon\u2019s registers have not arrived.";

    @LocalServerPort
    int port;

    @Autowired
    Scopes scopes;

    @Autowired
    Absentees absentees;

    @Autowired
    RegistersTaken registers;

    @Autowired
    WorkList list;

    @Autowired
    Dates dates;

    @BeforeAll
    void aSchoolOfThreeYears() {
        send(
                "schools",
                "school_urn,name,phase,authority,policy,register_opens,register_closes_am,register_closes_pm\n" + SCHOOL
                        + ",Rowan School,secondary,national,national,08:50,09:20,13:15\n");
        send("calendar", "school_urn,kind,from,to,session,reason\n" + SCHOOL + ",TERM,2025-09-01,2025-10-24,,\n");
        send(
                "pupils",
                "school_urn,pupil_ref,legal_surname,year_group,on_roll_from\n" + SCHOOL + ",M7,Rowan,7,2025-09-01\n"
                        + SCHOOL + ",M8,Rowan,8,2025-09-01\n" + SCHOOL + ",M9,Rowan,9,2025-09-01\n" + SCHOOL
                        + ",M0,Rowan,,2025-09-10\n");
        send(
                "marks",
                "school_urn,pupil_ref,date,session,code\n" + mark("M7", "2025-09-09", "AM", "/")
                        + mark("M8", "2025-09-09", "AM", "M") + mark("M7", "2025-09-10", "AM", "/")
                        + mark("M8", "2025-09-10", "AM", "N") + mark("M9", "2025-09-10", "AM", "L")
                        + mark("M7", "2025-09-11", "AM", "/") + mark("M8", "2025-09-11", "AM", "/")
                        + mark("M9", "2025-09-11", "AM", "/") + mark("M0", "2025-09-11", "AM", "/"));
    }

    private void send(String kind, String csv) {
        HttpResponse<String> answer =
                Http.program(port, "admin").post("/api/imports/" + kind + "?mode=apply", "text/csv", csv);
        assertThat(answer.statusCode()).as(kind + " " + answer.body()).isEqualTo(200);
    }

    private static String mark(String ref, String day, String half, String code) {
        return SCHOOL + "," + ref + "," + day + "," + half + "," + code + "\n";
    }

    @Test
    void aRegisterIsMissingOnlyWhenItHasClosed() {
        assertThat(at("2025-09-08T09:19").missing()).isEmpty();
        assertThat(at("2025-09-08T09:21").missing()).containsExactly(NO_MORNING);
        assertThat(at("2025-09-08T13:14").missing()).containsExactly(NO_MORNING);
        assertThat(at("2025-09-08T13:16").missing()).containsExactly(NO_MORNING, NO_AFTERNOON);
    }

    @Test
    void whereSomeHaveArrivedTheYearsAreNamedThatHaveNot() {
        // What is known of an appointment was entered before any register was taken.
        assertThat(at("2025-09-09T10:00").missing())
                .containsExactly("This morning\u2019s register of Year 8 and Year 9 has not arrived.");
    }

    @Test
    void pupilsWithoutAYearGroupAreNamedAsSuch() {
        assertThat(at("2025-09-10T10:00").missing())
                .containsExactly("This morning\u2019s register of the pupils without a year group has not arrived.");
    }

    @Test
    void whereAllHaveArrivedNothingIsMissing() {
        assertThat(at("2025-09-11T10:00").missing()).isEmpty();
    }

    @Test
    void atAWeekendNoRegisterIsWaitedFor() {
        Head head = at("2025-09-13T15:00");
        assertThat(head.missing()).isEmpty();
        assertThat(head.sentences()).containsExactly("No school today. No first-day calls left.");
    }

    /** The head of the list as it stands at a moment; the application's own clock cannot go back to it. */
    private Head at(String moment) {
        Clock then =
                Clock.fixed(LocalDateTime.parse(moment).atZone(LondonTime.ZONE).toInstant(), LondonTime.ZONE);
        return new MorningHead(scopes, absentees, registers, list, dates, then)
                .head(OFFICE)
                .orElseThrow();
    }
}
