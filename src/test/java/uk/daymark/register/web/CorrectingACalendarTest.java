package uk.daymark.register.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;
import uk.daymark.WebTest;

/** A school's calendar, and a wrong entry taken out of it. Schools 960001 to 960003. */
@WebTest
class CorrectingACalendarTest {

    private static final String HEADER = "school_urn,kind,from,to,session,reason\n";

    private static final String WRONG = "960001,CLOSURE,2025-09-08,2025-09-12,,Holiday of the year before\n";

    private static final String CALENDAR = HEADER
            + "960001,TERM,2025-09-01,2025-10-24,,\n"
            + "960001,TERM,2026-04-13,2026-05-22,,\n"
            + "960001,HALF_DAY,2025-10-24,2025-10-24,AM,\n"
            + "960001,CLOSURE,2026-08-10,2026-08-14,,Summer\n"
            + "960002,TERM,2025-09-01,2025-10-24,,\n"
            + "960002,CLOSURE,2025-09-01,2025-09-01,,INSET\n";

    private static final String PAGE = "/schools/960001/calendar";

    private static final String TAKE_OUT = PAGE + "/CLOSURE/2025-09-08/take-out";

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private Http admin;

    @BeforeEach
    void aSchoolWithAWrongClosure() {
        admin = Http.browser(port, "admin");
        // The auditor's home school decides which schools the auditor sees.
        sent(
                "schools",
                "school_urn,name,phase,authority,policy\n"
                        + "999001,Ash School,secondary,cambridgeshire,national\n"
                        + "960001,Fir Primary,primary,cambridgeshire,national\n"
                        + "960002,Gorse Primary,primary,cambridgeshire,national\n"
                        + "960003,Holly High,secondary,hertfordshire,national\n");
        sent("calendar", CALENDAR + WRONG);
    }

    @Test
    void showsTermsClosuresAndHalfDaysWithTheirCounts() {
        String page = admin.get(PAGE).body();

        // 8 weeks from 1 September less the closed one: 35 days; 6 weeks from 13 April: 30.
        assertThat(page)
                .contains("Calendar of Fir Primary", "School year 2025 to 2026", "65 school days, 129 sessions")
                .contains("Half day, morning only", "Holiday of the year before", "Friday 24 October 2025")
                .contains("School year 2026 to 2027", "Outside term: no effect");
    }

    @Test
    void warnsOfABankHolidayThatCountsAsASchoolDay() {
        assertThat(admin.get(PAGE).body())
                .contains("A bank holiday counts as a school day", "Monday 4 May 2026")
                .doesNotContain("Monday 25 May 2026");
        assertThat(admin.get("/schools/960002/calendar").body()).doesNotContain("A bank holiday counts");
    }

    @Test
    void saysWhatToDoWhereASchoolHasNoCalendar() {
        assertThat(admin.get("/schools/960003/calendar").body())
                .contains("This school has no calendar yet", "Import the school calendar");
    }

    @Test
    void takingAnEntryOutChangesTheFiguresAndKeepsWhoWhatAndWhy() throws IOException {
        sent("pupils", "school_urn,pupil_ref,legal_surname,on_roll_from\n960001,cal1,Khan,2025-09-01\n");
        sent(
                "marks-week",
                "school_urn,pupil_ref,week_beginning,mon_am,mon_pm,tue_am,tue_pm,wed_am,wed_pm,thu_am,thu_pm,fri_am,fri_pm\n"
                        + "960001,cal1,2025-09-01,/,\\,/,\\,/,\\,/,\\,/,\\\n"
                        + "960001,cal1,2025-09-08,O,O,/,\\,/,\\,/,\\,,\n");
        assertThat(figures().at("/summary/possible").asInt()).isEqualTo(10);

        HttpResponse<String> done = admin.submit(TAKE_OUT, TAKE_OUT, form("The dates are of 2024"));
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(done.headers().firstValue("location").orElse("")).endsWith(PAGE);

        assertThat(figures().at("/summary/possible").asInt()).isEqualTo(18);
        assertThat(figures().at("/summary/unauthorised").asInt()).isEqualTo(2);
        assertThat(admin.get(PAGE).body())
                .contains("was taken out. Figures no longer use it.", "70 school days, 139 sessions")
                .contains("The dates are of 2024", "by admin");
        assertThat(jdbc.queryForMap(
                        "select * from calendar_removal where school_urn = '960001' order by id desc limit 1"))
                .containsEntry("ENTRY_KIND", "CLOSURE")
                .containsEntry("ENTRY_REASON", "Holiday of the year before")
                .containsEntry("REMOVED_BY", "admin")
                .containsEntry("WHY", "The dates are of 2024");
    }

    @Test
    void theSameFormSentTwiceHasOneEffect() {
        String form = form("Twice");
        long before = removals();
        assertThat(admin.submit(TAKE_OUT, TAKE_OUT, form).statusCode()).isEqualTo(302);
        assertThat(admin.get(PAGE).body()).contains("was taken out");
        assertThat(admin.submit("/try-the-rules", TAKE_OUT, form).statusCode()).isEqualTo(302);

        assertThat(removals()).isEqualTo(before + 1);
        assertThat(admin.get(PAGE).body()).contains("The calendar has no such entry any more");
    }

    @Test
    void anOldFormDoesNotTakeOutWhatCameBackSince() {
        String form = form("Old form");
        admin.submit(TAKE_OUT, TAKE_OUT, form);
        String preview = Http.program(port, "admin")
                .post("/api/imports/calendar?mode=preview", "text/csv", HEADER + WRONG)
                .body();
        assertThat(preview).contains("This entry was taken out of the calendar by admin (Old form)");
        sent("calendar", HEADER + WRONG);
        long before = removals();

        HttpResponse<String> again = admin.submit(TAKE_OUT, TAKE_OUT, form);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("The calendar was changed while you were looking", "Old form");
        assertThat(removals()).isEqualTo(before);
    }

    @Test
    void aReasonHasToBeGiven() {
        HttpResponse<String> refused = admin.submit(TAKE_OUT, TAKE_OUT, form(" "));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Error: Take an entry out", "Say why this entry is wrong");
        assertThat(admin.get(TAKE_OUT).statusCode()).as("it still stands").isEqualTo(200);
        assertThat(admin.submit(TAKE_OUT, TAKE_OUT, form("x".repeat(1001))).statusCode())
                .isEqualTo(400);
    }

    @Test
    void theFormNeedsItsToken() {
        assertThat(admin.post(TAKE_OUT, "application/x-www-form-urlencoded", form("No token"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void onlyTheAdministratorTakesEntriesOut() {
        Http auditor = Http.browser(port, "auditor");

        assertThat(auditor.get(PAGE).body()).contains("Calendar of Fir Primary").doesNotContain("Take out");
        assertThat(auditor.get(TAKE_OUT).statusCode()).isEqualTo(403);
        assertThat(auditor.submit("/try-the-rules", TAKE_OUT, "version=1&reason=x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Http.browser(port, "officer").get(PAGE).statusCode()).isEqualTo(403);
    }

    @Test
    void aSchoolOutOfReachLooksLikeOneThatDoesNotExist() {
        Http office = Http.browser(port, "office");
        HttpResponse<String> hidden = office.get(PAGE);
        HttpResponse<String> absent = office.get("/schools/960099/calendar");

        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(withoutToken(hidden)).isEqualTo(withoutToken(absent));
        assertThat(Http.browser(port, "auditor").get("/schools/960003/calendar").statusCode())
                .isEqualTo(404);
        for (String none : new String[] {
            "/schools/960099/calendar",
            "/schools/x/calendar",
            PAGE + "/TERM/2025-09-02/take-out",
            PAGE + "/TERM/soon/take-out",
            PAGE + "/PARTY/2025-09-01/take-out"
        }) {
            assertThat(admin.get(none).statusCode()).as(none).isEqualTo(404);
        }
    }

    @Test
    void theMenuLeadsTheOfficeToItsOwnCalendarAndTheAdministratorToAll() {
        Http office = Http.browser(port, "office");
        assertThat(office.get("/").body()).contains("href=\"/schools\"");
        assertThat(office.get("/schools").headers().firstValue("location").orElse(""))
                .endsWith("/schools/999001/calendar");
        assertThat(admin.get("/schools").body()).contains(PAGE, "/schools/960003/calendar");
    }

    private String form(String reason) {
        Matcher version = VERSION.matcher(admin.get(TAKE_OUT).body());
        assertThat(version.find()).isTrue();
        return "version=" + version.group(1) + "&reason=" + reason.replace(" ", "+");
    }

    private static String withoutToken(HttpResponse<String> page) {
        return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private long removals() {
        Long all = jdbc.queryForObject("select count(*) from calendar_removal where school_urn = '960001'", Long.class);
        return all == null ? 0 : all;
    }

    private JsonNode figures() throws IOException {
        HttpResponse<String> answer =
                Http.program(port, "auditor").get("/api/pupils/cal1/attendance?asOf=2025-09-12&school=960001");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private void sent(String kind, String csv) {
        HttpResponse<String> answer =
                Http.program(port, "admin").post("/api/imports/" + kind + "?mode=apply", "text/csv", csv);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
