package uk.daymark.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.time.DueWork;
import uk.daymark.time.Turn;

/** Frees tasks that somebody took for a while and left: others may do them then. */
@Component
class HeldTasks implements DueWork {

    private static final String HELD =
            " from work_item where held_until is not null and assignee is not null and status = 'OPEN'";

    private final JdbcTemplate jdbc;
    private final WorkItems items;
    private final Turn turn;
    private final Clock clock;

    HeldTasks(JdbcTemplate jdbc, WorkItems items, Turn turn, Clock clock) {
        this.jdbc = jdbc;
        this.items = items;
        this.turn = turn;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> nextDue() {
        return jdbc
                .query(
                        "select min(held_until)" + HELD,
                        (row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public void runDue() {
        Instant now = clock.instant();
        record Over(String id, String holder) {}
        List<Over> over = jdbc.query(
                "select id, assignee" + HELD + " and held_until <= ? order by held_until, id",
                (row, number) -> new Over(row.getString(1), row.getString(2)),
                now.atOffset(ZoneOffset.UTC));
        for (Over one : over) {
            turn.take(() -> freed(one.id(), one.holder(), now));
        }
    }

    /** Whether the time was still over when its turn came. */
    private boolean freed(String id, String holder, Instant now) {
        items.lock(id);
        Integer still = jdbc.queryForObject(
                "select count(*)" + HELD + " and id = ? and held_until <= ?",
                Integer.class,
                id,
                now.atOffset(ZoneOffset.UTC));
        if (still == null || still == 0) {
            return false;
        }
        items.free(id, holder);
        return true;
    }
}
