package uk.daymark.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;
import uk.daymark.WebTest;

/** Calls to families, counted beside what was recorded by hand for one school. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstDayCallsTest {

    private static final String DAY = "2025-06-16";
    private static final String NEXT_DAY = "2025-06-17";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private LocalDate tomorrow = LocalDate.EPOCH;

    @BeforeAll
    void calls() {
        ReportFamilies.exist(port);
        tomorrow = LocalDate.now(clock).plusDays(1);
        OffsetDateTime due = ReportFamilies.at(DAY);
        call("in-time", due, "DONE", due);
        call("late", due, "DONE", due.plusMinutes(1));
        call("not-made", due, "OPEN", null);
        call("reason-came", due, "WITHDRAWN", due.minusHours(1));
        call("next-day", ReportFamilies.at(NEXT_DAY), "DONE", due.plusDays(1));
        call("tomorrow", ReportFamilies.at(tomorrow.toString()), "OPEN", null);
    }

    @AfterAll
    void noCalls() {
        jdbc.update("delete from work_item where id like 'first-day-calls-%'");
    }

    private void call(String id, OffsetDateTime due, String status, @Nullable OffsetDateTime ended) {
        jdbc.update(
                "insert into work_item (id, model, kind, kind_name, process_key, title, why, what_would_change, school_urn,"
                        + " enrolment_id, pupil_ref, pupil_name, role_group, due_at, urgent, before_all, behind, sort_title,"
                        + " search_text, status, opened_at, ended_at, ended_by, ended_because, version)"
                        + " values (?, 'first-day-contact', 'call-household', 'Ring the household', ?, ?, '', '', ?, ?, 'RW40',"
                        + " 'Ruby40 Reportwell', 'office', ?, 0, 1, 9, '', '', ?, ?, ?, ?, '', 1)",
                "first-day-calls-" + id,
                id,
                "Ring, " + id,
                ReportFamilies.OURS,
                new ReportFamilies(context)
                        .enrolment(ReportFamilies.OURS, "RW40")
                        .id()
                        .number(),
                due,
                status,
                due.minusHours(2),
                ended,
                ended == null ? null : "office");
    }

    @Test
    void onlyCallsThatWereDueAreCountedAmongThoseThatCouldBeMadeInTime() {
        ReadReport report = read(DAY, tomorrow.toString());
        assertThat(report.text())
                .contains(
                        "2 of 4 calls that were due (50.0%) made in time. Left out: 1 not needed any more, 1 not due yet.");
        assertThat(report.row("16 June 2025"))
                .containsEntry("Due", "3")
                .containsEntry("Made in time", "1")
                .containsEntry("Made later", "1")
                .containsEntry("Not made yet", "1")
                .containsEntry("Not needed any more", "1")
                .containsEntry("Not due yet", "0");
        assertThat(report.row("17 June 2025")).containsEntry("Due", "1").containsEntry("Made in time", "1");
        assertThat(report.figures()).hasSize(3);
        assertThat(report.figures().values().iterator().next())
                .as("the latest day first")
                .containsEntry("Due", "0")
                .containsEntry("Not due yet", "1");
        report.opensWhatItSays();
    }

    @Test
    void whereEveryCallWasDueNothingIsSaidToBeLeftOut() {
        assertThat(read(NEXT_DAY, NEXT_DAY).text())
                .contains("1 of 1 call that was due (100.0%) made in time.")
                .doesNotContain("Left out");
    }

    private ReadReport read(String from, String to) {
        return new ReadReport(
                Http.browser(port, "auditor"),
                "first-day-calls",
                "school=" + ReportFamilies.OURS + "&period=dates&from=" + from + "&to=" + to);
    }
}
