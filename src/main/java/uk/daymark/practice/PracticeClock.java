package uk.daymark.practice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.daymark.time.LondonTime;

/**
 * A clock that stands still until it is moved, so that a practice day lasts as long as it is wanted. Where it stands is kept in the
 * database: a later start goes on from there.
 */
@Component
@Profile("practice")
public class PracticeClock extends Clock {

    private final ZoneId zone;
    private final Stand stand;

    @Autowired
    PracticeClock(JdbcClient database, PracticeSettings settings) {
        this(LondonTime.ZONE, new Stand(database, startOf(settings)));
    }

    private PracticeClock(ZoneId zone, Stand stand) {
        this.zone = zone;
        this.stand = stand;
    }

    private static Instant startOf(PracticeSettings settings) {
        return settings.clockStart()
                .truncatedTo(ChronoUnit.MINUTES)
                .atZone(LondonTime.ZONE)
                .toInstant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new PracticeClock(other, stand);
    }

    @Override
    public Instant instant() {
        return stand.at;
    }

    /** Where the clock stands, by the wall clock in London. */
    public LocalDateTime wallTime() {
        return LocalDateTime.ofInstant(stand.at, LondonTime.ZONE);
    }

    /** Puts the clock there and writes it down. For {@link ClockMoves} alone, which keeps the order. */
    void put(Instant to) {
        stand.put(to);
    }

    /** Where the clock stands: one for all views of it. */
    private static final class Stand {

        private final JdbcClient database;
        private volatile Instant at;

        Stand(JdbcClient database, Instant start) {
            this.database = database;
            this.at = database.sql("select stands_at from practice_clock")
                    .query(OffsetDateTime.class)
                    .optional()
                    .map(OffsetDateTime::toInstant)
                    .orElseGet(() -> {
                        database.sql("insert into practice_clock (id, stands_at) values (1, :at)")
                                .param("at", start.atOffset(ZoneOffset.UTC))
                                .update();
                        return start;
                    });
        }

        void put(Instant to) {
            database.sql("update practice_clock set stands_at = :at")
                    .param("at", to.atOffset(ZoneOffset.UTC))
                    .update();
            at = to;
        }
    }
}
