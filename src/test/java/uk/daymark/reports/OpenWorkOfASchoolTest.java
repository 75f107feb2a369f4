package uk.daymark.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.register.web.TwoSchools;

/** What is open and overdue by step, beside a plain count of the same tasks, one by one. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenWorkOfASchoolTest {

    private static final String CALL = "Counted: ring the household";
    private static final String LETTER = "Counted: read the letter";
    private static final String VISIT = "Counted: visit";
    private static final String ANSWER = "Counted: answer the school";

    private static final List<String> FIGURES = List.of("Open", "Overdue", "Overdue and nobody has it", "Put off");
    private static final String OF_OUR_SCHOOL = "school=" + ReportFamilies.OURS;

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private final List<Task> tasks = new ArrayList<>();

    /**
     * A task as it was put there.
     *
     * @param dueIn by when it is to be done, in days from today; before today where that has passed
     * @param putOffFor until when it is put off, in days from today; none where it never was
     */
    private record Task(
            String kindName, String urn, String group, String status, String holder, int dueIn, OptionalInt putOffFor) {

        private boolean isOpen() {
            return status.equals("OPEN") && !isPutOff();
        }

        private boolean isPutOff() {
            return status.equals("OPEN") && putOffFor.orElse(-1) > 0;
        }

        private boolean isOverdue() {
            return isOpen() && dueIn < 0;
        }

        private boolean isNobodys() {
            return isOverdue() && holder.isEmpty();
        }
    }

    @BeforeAll
    void tasks() {
        ReportFamilies.exist(port);
        String ours = ReportFamilies.OURS;
        put(new Task(CALL, ours, "office", "OPEN", "", 2, OptionalInt.empty()));
        put(new Task(CALL, ours, "office", "OPEN", "office", -1, OptionalInt.empty()));
        put(new Task(CALL, ours, "office", "OPEN", "", -4, OptionalInt.empty()));
        put(new Task(CALL, ours, "office", "OPEN", "", -2, OptionalInt.of(-1)));
        put(new Task(CALL, ours, "office", "OPEN", "", -9, OptionalInt.of(3)));
        put(new Task(CALL, ours, "office", "OPEN", "office", 5, OptionalInt.of(3)));
        put(new Task(CALL, ours, "office", "DONE", "office", -20, OptionalInt.empty()));
        put(new Task(CALL, ReportFamilies.THEIRS, "office", "OPEN", "", -30, OptionalInt.empty()));
        put(new Task(LETTER, ours, "lead", "OPEN", "", 1, OptionalInt.empty()));
        put(new Task(LETTER, ours, "lead", "OPEN", "lead", 2, OptionalInt.empty()));
        put(new Task(LETTER, ours, "lead", "WITHDRAWN", "", -3, OptionalInt.empty()));
        // One step may wait for one role at one pupil and for another at the next.
        put(new Task(VISIT, ours, "lead", "OPEN", "", -1, OptionalInt.empty()));
        put(new Task(VISIT, ours, "officer", "OPEN", "", -6, OptionalInt.empty()));
        put(new Task(VISIT, ours, "officer", "OPEN", "", 6, OptionalInt.empty()));
        put(new Task(ANSWER, ours, "officer", "OPEN", "", -2, OptionalInt.of(1)));
        put(new Task(ANSWER, ours, "officer", "OPEN", "officer", 3, OptionalInt.empty()));
        put(new Task(ANSWER, TwoSchools.OURS, "officer", "OPEN", "", -5, OptionalInt.empty()));
        put(new Task(ANSWER, ReportFamilies.THEIRS, "officer", "OPEN", "", -40, OptionalInt.empty()));
    }

    @AfterAll
    void noTasks() {
        jdbc.update("delete from work_item where id like 'open-work-%'");
    }

    private void put(Task task) {
        tasks.add(task);
        String id = "open-work-" + tasks.size();
        jdbc.update(
                "insert into work_item (id, model, kind, kind_name, process_key, title, why, what_would_change, school_urn,"
                        + " enrolment_id, pupil_ref, pupil_name, role_group, of_authority, assignee, due_at,"
                        + " postponed_until, urgent, before_all, behind, sort_title, search_text, status, opened_at, version)"
                        + " values (?, 'open-work', ?, ?, ?, ?, '', '', ?, 0, 'RW39', 'Ruby39 Reportwell', ?, ?, ?, ?, ?, 0,"
                        + " 1, 9, '', '', ?, ?, 1)",
                id,
                task.kindName().replaceAll("\\W+", "-"),
                task.kindName(),
                id,
                id,
                task.urn(),
                task.group(),
                task.group().equals("officer"),
                task.holder().isEmpty() ? null : task.holder(),
                noon(task.dueIn()),
                task.putOffFor().isPresent() ? noon(task.putOffFor().getAsInt()) : null,
                task.status(),
                noon(-50));
    }

    private OffsetDateTime noon(int days) {
        return LocalDate.now(clock).plusDays(days).atTime(LocalTime.NOON).atOffset(ZoneOffset.UTC);
    }

    @Test
    void theFiguresOfAStepAreThoseOfAPlainCount() {
        ReadReport report = read("auditor", OF_OUR_SCHOOL);
        assertThat(report.row(CALL))
                .containsEntry("Waits for", "School office")
                .containsEntry("Longest overdue, in days", "4");
        assertThat(report.row(LETTER))
                .containsEntry("Waits for", "Attendance lead")
                .containsEntry("Longest overdue, in days", "none");
        assertThat(report.row(ANSWER)).containsEntry("Waits for", "Local authority attendance officer");
        assertThat(figures(report, CALL))
                .isEqualTo(counted(CALL, "office", ReportFamilies.OURS))
                .containsExactly("4", "3", "2", "2");
        assertThat(figures(report, LETTER))
                .isEqualTo(counted(LETTER, "lead", ReportFamilies.OURS))
                .containsExactly("2", "0", "0", "0");
        assertThat(figures(report, ANSWER))
                .isEqualTo(counted(ANSWER, "officer", ReportFamilies.OURS))
                .containsExactly("1", "0", "0", "1");
    }

    @Test
    void everyFigureOpensAsManyTasksAsItSaysAndTheFileSaysWhatThePageSays() {
        ReadReport report = read("auditor", OF_OUR_SCHOOL);
        report.opensWhatItSays();
        assertThat(report.behind(CALL, "Overdue and nobody has it"))
                .extracting(row -> row.getField(4))
                .containsExactly("nobody has it", "nobody has it");
    }

    @Test
    void theSentenceAboveTheTableIsTheSumOfItsRows() {
        // Other tasks of the school count too, so the sums are of all that the table holds.
        ReadReport report = read("auditor", OF_OUR_SCHOOL);
        assertThat(report.text())
                .contains(report.sum("Open") + " tasks are open; " + report.sum("Overdue") + " are overdue, "
                        + report.sum("Overdue and nobody has it") + " of those with nobody on it.");
        assertThat(report.sum("Overdue")).isGreaterThanOrEqualTo(5);
    }

    @Test
    void whatIsMostOverdueStandsFirst() {
        assertThat(read("auditor", OF_OUR_SCHOOL).heads())
                .filteredOn(head -> head.startsWith("Counted: "))
                .as("by overdue, then by open, each role of a step for itself")
                .containsExactly(CALL, VISIT, VISIT, LETTER, ANSWER);
    }

    @Test
    void anOfficerIsShownTheTasksOfTheAuthorityAlone() {
        ReadReport report = read("officer", "");
        assertThat(report.figures()).doesNotContainKeys(CALL, LETTER);
        assertThat(figures(report, VISIT))
                .as("of the school's lead none")
                .isEqualTo(counted(VISIT, "officer", ReportFamilies.OURS));
        assertThat(figures(report, ANSWER))
                .as("of the other authority's school none")
                .isEqualTo(counted(ANSWER, "officer", ReportFamilies.OURS, TwoSchools.OURS))
                .containsExactly("2", "1", "1", "1");
        assertThat(report.behind(ANSWER, "Open")).hasSize(2);
        assertThat(report.row(ANSWER)).containsEntry("Longest overdue, in days", "5");
    }

    @Test
    void theTasksOfAnotherSchoolAreNotThereForALead() {
        assertThat(read("lead", OF_OUR_SCHOOL).figures()).doesNotContainKeys(CALL, LETTER, VISIT, ANSWER);
    }

    @Test
    void aListOfTasksThatThereIsNotIsNotFound() {
        assertThat(Http.browser(port, "auditor")
                        .get("/reports/work/rows?" + OF_OUR_SCHOOL + "&of=x&of-role=office&of-which=LATE")
                        .statusCode())
                .isEqualTo(404);
    }

    private static List<String> figures(ReadReport report, String kindName) {
        Map<String, String> row = report.row(kindName);
        return FIGURES.stream().map(column -> String.valueOf(row.get(column))).toList();
    }

    /** What {@link #FIGURES} have to be for one role's tasks of a kind at these schools. */
    private List<String> counted(String kindName, String group, String... urns) {
        List<Task> these = tasks.stream()
                .filter(task -> task.kindName().equals(kindName)
                        && task.group().equals(group)
                        && List.of(urns).contains(task.urn()))
                .toList();
        return Stream.<Predicate<Task>>of(Task::isOpen, Task::isOverdue, Task::isNobodys, Task::isPutOff)
                .map(which -> Long.toString(these.stream().filter(which).count()))
                .toList();
    }

    private ReadReport read(String user, String query) {
        return new ReadReport(Http.browser(port, user), "work", query);
    }
}
