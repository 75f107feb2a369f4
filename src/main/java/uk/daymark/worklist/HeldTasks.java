package uk.daymark.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.daymark.time.DueWork;

/** Frees tasks that somebody took for a while and left: others may do them then. */
@Component
class HeldTasks implements DueWork {

    private static final String HELD = " from work_item where held_until is not null and status = 'OPEN'";

    private final JdbcTemplate jdbc;
    private final WorkItems items;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HeldTasks(JdbcTemplate jdbc, WorkItems items, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.items = items;
        this.transaction = new TransactionTemplate(transactions);
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
                "select id, assignee" + HELD + " and assignee is not null and held_until <= ? order by held_until, id",
                (row, number) -> new Over(row.getString(1), row.getString(2)),
                now.atOffset(ZoneOffset.UTC));
        for (Over one : over) {
            transaction.executeWithoutResult(status -> {
                items.lock(one.id());
                Integer still = jdbc.queryForObject(
                        "select count(*)" + HELD + " and id = ? and held_until <= ?",
                        Integer.class,
                        one.id(),
                        now.atOffset(ZoneOffset.UTC));
                if (still != null && still == 1) {
                    items.free(one.id(), one.holder());
                }
            });
        }
    }
}
