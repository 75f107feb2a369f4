package uk.daymark.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import uk.daymark.start.CannotStartException;
import uk.daymark.time.ClockFollower;
import uk.daymark.time.Dates;
import uk.daymark.time.DueWork;
import uk.daymark.time.DueWorkers;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.Unfinished;

class PracticeClockTest {

    private final JdbcDataSource database = new JdbcDataSource();
    private final List<String> told = new ArrayList<>();
    private final Diary diary = new Diary();
    private PracticeClock clock;
    private ClockMoves moves;

    @BeforeEach
    void aNewDataFolder() {
        database.setURL("jdbc:h2:mem:clock" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V1_1__practice_clock.sql")).execute(database);
        clock = start("2025-09-15T08:30");
        ClockFollower follower = (from, to) -> told.add(from + " " + to + " " + clock.instant());
        moves = new ClockMoves(clock, List.of(follower), workers(), new TasksOnTheWay(), new Dates());
    }

    /** The workers are made as the application makes them. */
    private DueWorkers workers() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(DueWork.class, () -> diary);
        context.register(DueWorkers.class);
        context.refresh();
        return context.getBean(DueWorkers.class);
    }

    @Test
    void startsWhereTheOptionSays() {
        assertThat(clock.wallTime()).isEqualTo("2025-09-15T08:30");
        assertThat(clock.instant()).isEqualTo("2025-09-15T07:30:00Z");
    }

    @Test
    void goesOnFromWhereItStood() {
        moves.moveTo(LocalDateTime.parse("2025-11-21T12:00"));
        assertThat(start("2025-09-15T08:30").wallTime()).isEqualTo("2025-11-21T12:00");
    }

    @Test
    void tellsItsFollowersAndShowsThemTheNewTime() {
        moves.moveTo(LocalDateTime.parse("2025-11-21T12:00"));
        assertThat(told).containsExactly("2025-09-15T07:30:00Z 2025-11-21T12:00:00Z 2025-11-21T12:00:00Z");
    }

    @Test
    void doesNotGoBack() {
        assertThatThrownBy(() -> moves.moveTo(LocalDateTime.parse("2025-09-15T08:29")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("15 September 2025 at 8:30am");
        assertThat(clock.wallTime()).isEqualTo("2025-09-15T08:30");
        assertThat(told).isEmpty();
    }

    @Test
    void doesNotGoToATimeThatTheChangeOfClocksLeavesOut() {
        assertThatThrownBy(() -> moves.moveTo(LocalDateTime.parse("2026-03-29T01:30")))
                .isInstanceOf(InvalidInput.class);
        assertThat(clock.wallTime()).isEqualTo("2025-09-15T08:30");
    }

    @Test
    void stopsOnTheWayWhereverWorkIsDueAndFollowersComeFirst() {
        diary.waits("2025-09-16T05:00:00Z");
        diary.waits("2025-10-28T06:00:30Z");
        diary.waits("2025-11-21T12:00:00Z");
        diary.waits("2025-11-21T12:00:01Z");
        moves.moveTo(LocalDateTime.parse("2025-11-21T12:00"));
        assertThat(diary.done)
                .containsExactly(
                        "2025-09-16T05:00:00Z at 2025-09-16T05:00:00Z, told 1",
                        "2025-10-28T06:00:30Z at 2025-10-28T06:00:30Z, told 2",
                        "2025-11-21T12:00:00Z at 2025-11-21T12:00:00Z, told 3");
        assertThat(told).hasSize(3);
        assertThat(clock.wallTime()).isEqualTo("2025-11-21T12:00");
    }

    @Test
    void workThatWasDueBeforeIsDoneAtThePresentMomentFirst() {
        diary.waits("2025-09-01T05:00:00Z");
        diary.waits("2025-09-16T05:00:00Z");
        moves.moveTo(LocalDateTime.parse("2025-09-17T12:00"));
        assertThat(diary.done)
                .containsExactly(
                        "2025-09-01T05:00:00Z at 2025-09-15T07:30:00Z, told 0",
                        "2025-09-16T05:00:00Z at 2025-09-16T05:00:00Z, told 1");
    }

    @Test
    void theSameTimeDoesWhatIsDueByThen() {
        diary.waits("2025-09-15T07:30:00Z");
        moves.moveTo(LocalDateTime.parse("2025-09-15T08:30"));
        assertThat(diary.done).hasSize(1);
        assertThat(told).isEmpty();
    }

    @Test
    void workThatFailsIsSaidOnceTheClockHasMovedAndTheRestIsDone() {
        diary.waits("2025-09-16T05:00:00Z");
        diary.waits("2025-09-17T05:00:00Z");
        diary.failsOnce = true;
        assertThatThrownBy(() -> moves.moveTo(LocalDateTime.parse("2025-09-18T12:00")))
                .isInstanceOf(Unfinished.class)
                .hasMessageContaining("18 September 2025 at midday")
                .hasMessageContaining("failed once");
        assertThat(clock.wallTime()).isEqualTo("2025-09-18T12:00");
        assertThat(diary.done).hasSize(1).first().asString().startsWith("2025-09-17");
    }

    @Test
    void monthsOfWorkTakeOneMove() {
        Instant first = Instant.parse("2025-09-15T08:00:00Z");
        for (int hour = 0; hour < 24 * 120; hour++) {
            diary.waits(first.plusSeconds(3600L * hour).toString());
        }
        moves.moveTo(LocalDateTime.parse("2026-03-01T12:00"));
        assertThat(diary.done).hasSize(24 * 120);
    }

    @Test
    void viewsInOtherZonesMoveAlong() {
        var elsewhere = clock.withZone(java.time.ZoneOffset.UTC);
        moves.moveTo(LocalDateTime.parse("2025-11-21T12:00"));
        assertThat(elsewhere.instant()).isEqualTo(Instant.parse("2025-11-21T12:00:00Z"));
    }

    @Test
    void refusesToStartAtSomethingThatIsNoTime() {
        assertThatThrownBy(() -> start("Monday")).isInstanceOf(CannotStartException.class);
    }

    @Test
    void refusesAHomeSchoolThatIsNoUrn() {
        assertThatThrownBy(() -> new PracticeSettings("2025-09-15T08:30", "12", PracticeSettings.Sample.NONE))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("six digits");
    }

    private PracticeClock start(String at) {
        return new PracticeClock(
                JdbcClient.create(database), new PracticeSettings(at, null, PracticeSettings.Sample.NONE));
    }

    /** Writes down what it does and when. */
    private final class Diary implements DueWork {

        private final TreeSet<Instant> waiting = new TreeSet<>();
        private final List<String> done = new ArrayList<>();
        private boolean failsOnce;

        void waits(String until) {
            waiting.add(Instant.parse(until));
        }

        @Override
        public Optional<Instant> nextDue() {
            return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.first());
        }

        @Override
        public void runDue() {
            while (!waiting.isEmpty() && !waiting.first().isAfter(clock.instant())) {
                Instant due = waiting.pollFirst();
                if (failsOnce) {
                    failsOnce = false;
                    throw new IllegalStateException("does not work");
                }
                done.add(due + " at " + clock.instant() + ", told " + told.size());
            }
        }
    }
}
