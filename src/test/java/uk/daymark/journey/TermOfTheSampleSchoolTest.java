package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.measure.Timetable;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;

/**
 * Days at the sample schools: each school day's registers come in, every task of the home school that is due is done by a scripted clerk,
 * and time goes on. At the end everything is in its place. Ten school days in every build; half a term with
 * {@code -Ddaymark.test.term=true}.
 */
class TermOfTheSampleSchoolTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 11, 25);
    private static final List<String> SCHOOLS = List.of("999101", "999102", "999103");

    @Test
    void tenSchoolDaysAreWorkedDayByDayAndNothingIsLost() {
        work(10);
    }

    @Test
    @EnabledIfSystemProperty(named = "daymark.test.term", matches = "true", disabledReason = "takes minutes; on demand")
    void halfATermIsWorkedDayByDayAndNothingIsLost() {
        work(34);
    }

    private static long done(JdbcClient database) {
        return database.sql("select count(*) from work_item where status = 'DONE'")
                .query(Long.class)
                .single();
    }

    private static void work(int schoolDays) {
        long began = System.nanoTime();
        long cpuBefore = cpu();
        Timings timings = new Timings();
        try (OwnApplication daymark =
                timings.of("start with the sample", () -> OwnApplication.start(List.of(), timings.statements()))) {
            JdbcClient database = daymark.bean(JdbcClient.class);
            ScriptedClerk clerk = new ScriptedClerk(daymark, timings, 1);
            say("first morning, open tasks: " + openByKind(database));
            long doneBySample = done(database);
            int marks = 0;
            List<LocalDate> days = schoolDays(daymark, schoolDays);
            for (LocalDate day : days) {
                timings.of("clock", () -> moved(daymark, day + "T09:30"));
                marks += bringIn(daymark, timings);
                clerk.worksWhatIsDue(day);
            }
            LocalDate last = days.get(days.size() - 1);
            daymark.moveTo(last + "T16:30");
            marks += bringIn(daymark, timings);

            say(schoolDays + " school days, " + marks + " marks brought in");
            say("tasks done: " + clerk.done + " " + clerk.doneByKind);
            say("gone before the clerk came: " + clerk.gone + ", left: " + clerk.leftBecause);
            say("tasks by state: " + counts(database, "select status, count(*) from work_item group by status"));
            say("open tasks: " + openByKind(database));
            say("steps taken: " + byRung(database, "escalation_step s join attendance_case c on c.ref = s.case_ref"));
            say("cases opened, by where they stand: " + byStage(database, "OPEN"));
            say("cases closed, by where they stood: " + byStage(database, "CLOSED"));
            say("letters: " + counts(database, "select state, count(*) from letter group by state"));

            assertThat(marks).isGreaterThan(schoolDays * 1300);
            assertThat(clerk.done).isGreaterThan(schoolDays);
            assertThat(clerk.leftBecause)
                    .as("tasks that the clerk could not do")
                    .hasSizeLessThan(clerk.done / 20);
            assertThat(done(database) - doneBySample)
                    .as("each task that was done, once")
                    .isEqualTo(clerk.done);
            NothingIsLost check = new NothingIsLost(daymark);
            check.everyLineAndMarkIsThere(SCHOOLS, FIRST, last);
            say("each line of each file and each mark is there (I11)");
            check.theWorkListIsTheEngines();
            say("the work list and the engine agree, task by task (I12)");
            check.nothingIsStuck();
            say("journal chains verified: " + check.everyChainVerifies());
            timings.lines().forEach(TermOfTheSampleSchoolTest::say);
            if (Boolean.getBoolean("daymark.test.statements")) {
                for (String what : List.of("complete", "import", "clock", "open", "list")) {
                    timings.most(what, 30).forEach(line -> say("in " + what + ": " + line));
                }
            }
        }
        say("%d s by the wall, %d s of processor time"
                .formatted(
                        Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                        Duration.ofNanos(cpu() - cpuBefore).toSeconds()));
    }

    private static HttpResponse<String> moved(OwnApplication daymark, String moment) {
        HttpResponse<String> answer = daymark.as("admin").json("/api/practice/clock", "{\"to\": \"" + moment + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static int bringIn(OwnApplication daymark, Timings timings) {
        JsonNode brought = timings.of(
                "import", () -> OwnApplication.json(daymark.as("admin").json("/api/practice/registers", "")));
        assertThat(brought.path("rejected").asInt(-1)).as(brought.toString()).isZero();
        return brought.path("marks").asInt();
    }

    private static List<LocalDate> schoolDays(OwnApplication daymark, int howMany) {
        Timetable timetable = daymark.bean(Schools.class).timetable(new Urn(SCHOOLS.get(0)));
        return FIRST.datesUntil(FIRST.plusDays(120))
                .filter(day -> timetable.plans(new Session(day, Half.AM)))
                .limit(howMany)
                .toList();
    }

    private static Map<String, Long> openByKind(JdbcClient database) {
        return counts(
                database,
                "select concat(school_urn, ' ', kind), count(*) from work_item where status = 'OPEN' group by school_urn, kind");
    }

    private static Map<String, Long> byRung(JdbcClient database, String from) {
        return counts(
                database,
                "select concat(c.school_urn, ' ', s.rung), count(*) from " + from + " group by c.school_urn, s.rung");
    }

    private static Map<String, Long> byStage(JdbcClient database, String status) {
        return counts(
                database,
                "select concat(school_urn, ' ', stage), count(*) from attendance_case where status = '" + status
                        + "' group by school_urn, stage");
    }

    private static Map<String, Long> counts(JdbcClient database, String sql) {
        Map<String, Long> counts = new TreeMap<>();
        database.sql(sql)
                .query((row, number) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void say(String line) {
        System.out.println("[term of the sample] " + line);
    }
}
