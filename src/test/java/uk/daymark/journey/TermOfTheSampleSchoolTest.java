package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.daymark.journal.Journal;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.measure.Timetable;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;

/**
 * Half a term at the sample schools: each school day's registers come in, every task of the home school that is due is done, and time goes
 * on. At the end everything is still in its place.
 */
@EnabledIfSystemProperty(named = "daymark.test.term", matches = "true", disabledReason = "takes minutes; on demand")
class TermOfTheSampleSchoolTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 11, 25);
    private static final int SCHOOL_DAYS = 34;

    @Test
    void halfATermIsWorkedDayByDayAndNothingIsLost() {
        try (OwnApplication daymark = OwnApplication.start(List.of())) {
            JdbcClient database = daymark.bean(JdbcClient.class);
            ScriptedClerk clerk = new ScriptedClerk(daymark, 1);
            say("first morning, open tasks: " + openByKind(database));
            int imported = 0;
            for (LocalDate day : schoolDays(daymark)) {
                say(day + ": " + openAtHome(database) + " open at the home school, " + clerk.done + " done");
                daymark.moveTo(day + "T09:30");
                imported += bringIn(daymark);
                clerk.worksWhatIsDue(day);
            }
            say("marks brought in: " + imported);
            say("tasks done: " + clerk.done + " " + clerk.doneByKind);
            say("gone before the clerk came: " + clerk.gone + ", left: " + clerk.leftBecause);
            say("tasks by state: " + counts(database, "select status, count(*) from work_item group by status"));
            say("cases by stage and status: "
                    + counts(
                            database,
                            "select concat(school_urn, ' ', stage, ' ', status), count(*) from attendance_case"
                                    + " group by school_urn, stage, status"));
            say("letters: " + counts(database, "select 'all', count(*) from letter"));
            assertThat(imported).isGreaterThan(SCHOOL_DAYS * 1300);
            assertThat(clerk.done).isGreaterThan(SCHOOL_DAYS);
            nothingIsLost(daymark, database);
        }
    }

    private static void nothingIsLost(OwnApplication daymark, JdbcClient database) {
        Set<String> inTheEngine = daymark.bean(TaskService.class).createTaskQuery().unlimitedList().stream()
                .map(Task::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> onTheList = new TreeSet<>(database.sql("select id from work_item where status = 'OPEN'")
                .query(String.class)
                .list());
        assertThat(onTheList).as("the work list against the engine").isEqualTo(inTheEngine);

        assertThat(database.sql("select count(*) from import_run where state = 'APPLIED' and"
                                + " rows_new + rows_changed + rows_unchanged + rows_rejected <> rows_total")
                        .query(Long.class)
                        .single())
                .as("imports of which a line was lost")
                .isZero();
        assertThat(database.sql("select coalesce(sum(rows_rejected), 0) from import_run")
                        .query(Long.class)
                        .single())
                .as("rejected lines of the schools' own files")
                .isZero();

        Journal journal = daymark.bean(Journal.class);
        List<String> subjects = database.sql("select subject from journal_chain")
                .query(String.class)
                .list();
        assertThat(subjects).isNotEmpty();
        List<String> broken = new ArrayList<>();
        for (String subject : subjects) {
            Journal.Verdict verdict = journal.verify(subject);
            if (!verdict.linked() || !verdict.contentEqual()) {
                broken.add(subject);
            }
        }
        assertThat(broken).as("journal chains that do not verify").isEmpty();
        say("journal chains verified: " + subjects.size());

        assertThat(database.sql("select count(*) from ACT_RU_JOB where RETRIES_ = 0")
                        .query(Long.class)
                        .single())
                .as("work that failed for good")
                .isZero();
    }

    private static int bringIn(OwnApplication daymark) {
        JsonNode brought = OwnApplication.json(daymark.as("admin").json("/api/practice/registers", ""));
        assertThat(brought.path("rejected").asInt(-1)).as(brought.toString()).isZero();
        return brought.path("marks").asInt();
    }

    private static List<LocalDate> schoolDays(OwnApplication daymark) {
        Timetable timetable = daymark.bean(Schools.class).timetable(new Urn("999101"));
        return FIRST.datesUntil(FIRST.plusDays(120))
                .filter(day -> timetable.plans(new Session(day, Half.AM)))
                .limit(SCHOOL_DAYS)
                .toList();
    }

    private static long openAtHome(JdbcClient database) {
        return database.sql("select count(*) from work_item where status = 'OPEN' and school_urn = '999101'")
                .query(Long.class)
                .single();
    }

    private static Map<String, Long> openByKind(JdbcClient database) {
        return counts(
                database,
                "select concat(school_urn, ' ', kind), count(*) from work_item where status = 'OPEN' group by school_urn, kind");
    }

    private static Map<String, Long> counts(JdbcClient database, String sql) {
        Map<String, Long> counts = new TreeMap<>();
        database.sql(sql)
                .query((row, number) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    private static void say(String line) {
        System.out.println("[term of the sample] " + line);
    }
}
