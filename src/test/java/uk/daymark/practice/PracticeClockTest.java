package uk.daymark.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import uk.daymark.start.CannotStartException;
import uk.daymark.time.ClockFollower;
import uk.daymark.time.Dates;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;

class PracticeClockTest {

    private final JdbcDataSource database = new JdbcDataSource();
    private final List<String> told = new ArrayList<>();
    private PracticeClock clock;
    private ClockMoves moves;

    @BeforeEach
    void aNewDataFolder() {
        database.setURL("jdbc:h2:mem:clock" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V1_1__practice_clock.sql")).execute(database);
        clock = start("2025-09-15T08:30");
        ClockFollower follower = (from, to) -> told.add(from + " " + to + " " + clock.instant());
        moves = new ClockMoves(clock, List.of(follower), new Dates());
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
}
