package uk.daymark.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.measure.RegisterDates;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;
import uk.daymark.register.web.TwoSchools;

/** How many more days a pupil may miss before persistent absence, for pupils whose marks are chosen so that it can be said in advance. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HowNearTheLineTest {

    private static final String SCHOOL = "971051";
    private static final String NEVER_MISSED = "LN0";
    private static final String MISSED_ONE = "LN1";
    private static final String MISSED_TWO = "LN2";
    private static final String TOO_FEW = "LN3";

    /** As many as a share needs to mean anything: twenty sessions. */
    private static final int DAYS = 10;

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    CaseMeasures measures;

    @Autowired
    Pupils pupils;

    @Autowired
    Clock clock;

    @BeforeAll
    void marks() {
        // So that the clock stands where ten days of the school year are past, and the practice users have their
        // school.
        TwoSchools.exist(port);
        LocalDate begin = RegisterDates.schoolYearOf(LocalDate.now(clock)).from();
        List<LocalDate> days = begin.datesUntil(LocalDate.now(clock))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .limit(DAYS)
                .toList();
        assertThat(days).hasSize(DAYS);
        send(
                "schools",
                "school_urn,name,phase,authority,policy\n" + SCHOOL
                        + ",Linewell School,secondary,hertfordshire,hertfordshire\n");
        send(
                "calendar",
                "school_urn,kind,from,to,session,reason\n" + SCHOOL + ",TERM," + begin + "," + begin.plusDays(50)
                        + ",,\n");
        StringBuilder roll =
                new StringBuilder("school_urn,pupil_ref,legal_surname,legal_forename,year_group,on_roll_from\n");
        for (String ref : List.of(NEVER_MISSED, MISSED_ONE, MISSED_TWO, TOO_FEW)) {
            roll.append(SCHOOL + "," + ref + ",Line,Lena" + ref.substring(2) + ",8," + begin + "\n");
        }
        send("pupils", roll.toString());
        StringBuilder marks = new StringBuilder("school_urn,pupil_ref,date,session,code\n");
        attended(marks, NEVER_MISSED, days, 0);
        attended(marks, MISSED_ONE, days, 1);
        attended(marks, MISSED_TWO, days, 2);
        attended(marks, TOO_FEW, days.subList(1, DAYS), 1);
        send("marks", marks.toString());
    }

    private void send(String kind, String csv) {
        HttpResponse<String> answer =
                Http.program(port, "admin").post("/api/imports/" + kind + "?mode=apply", "text/csv", csv);
        assertThat(answer.statusCode()).as(kind + " " + answer.body()).isEqualTo(200);
    }

    /** Present all of these days but on the first mornings. */
    private static void attended(StringBuilder marks, String ref, List<LocalDate> days, int mornings) {
        for (int at = 0; at < days.size(); at++) {
            String of = SCHOOL + "," + ref + "," + days.get(at);
            marks.append(of).append(",AM,").append(at < mornings ? "I" : "/").append('\n');
            marks.append(of).append(",PM,\\\n");
        }
    }

    @Test
    void whoMissedOneOfTwentyIsOneDayFromTheLine() {
        // 1 + 2 of 22 is more than a tenth.
        assertThat(figures(MISSED_ONE).daysToPersistent()).contains(1);
        assertThat(page(MISSED_ONE)).contains("Near the line: persistently absent with one more day missed");
    }

    @Test
    void whoMissedNoneOfTwentyIsTwoDaysFromTheLine() {
        // 2 of 22 is less than a tenth, 4 of 24 is more.
        assertThat(figures(NEVER_MISSED).daysToPersistent()).contains(2);
        assertThat(page(NEVER_MISSED)).contains("Near the line: persistently absent with two more days missed");
    }

    @Test
    void whoMissedATenthHasReachedTheLineAndIsNotNearIt() {
        assertThat(figures(MISSED_TWO).daysToPersistent()).isEmpty();
        assertThat(page(MISSED_TWO)).contains("Persistently absent").doesNotContain("Near the line");
    }

    @Test
    void whereTooFewSessionsWerePossibleNothingIsSaidOfTheLine() {
        assertThat(figures(TOO_FEW).year().possible()).isEqualTo(2 * DAYS - 2);
        assertThat(figures(TOO_FEW).daysToPersistent()).isEmpty();
        assertThat(page(TOO_FEW)).contains("sessions towards the threshold").doesNotContain("Near the line");
    }

    @Test
    void theReportListsThoseWhoAreNearTheNearestFirst() {
        HttpResponse<String> answer = Http.browser(port, "auditor").get("/reports/near-the-line?school=" + SCHOOL);
        assertThat(answer.statusCode()).isEqualTo(200);
        Document page = Jsoup.parse(answer.body());
        int days = page.select("#figures thead th").eachText().indexOf("Days that would do it");
        assertThat(page.select("#figures tbody tr"))
                .extracting(row -> row.child(0).text(), row -> row.child(days).text())
                .containsExactly(tuple("Lena1 Line", "1"), tuple("Lena0 Line", "2"));
    }

    private Pupils.OnRoll pupil(String ref) {
        return pupils.find(new Urn(SCHOOL), ref).orElseThrow();
    }

    private CaseFigures figures(String ref) {
        return measures.of(pupil(ref).pupil().id());
    }

    /** The pupil's case, as the auditor of the authority reads it. */
    private String page(String ref) {
        CaseFile file = cases.open(pupil(ref).enrolment().id(), "A parent asked for help.", "");
        HttpResponse<String> answer = Http.browser(port, "auditor").get("/cases/" + file.ref());
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body()).select("main").text();
    }
}
