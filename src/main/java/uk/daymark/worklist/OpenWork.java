package uk.daymark.worklist;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How many tasks are open, kept in step with the table of work items: what a transaction changes is added up and written as it commits,
 * as new rows, so that transactions never wait for each other's totals.
 */
@Component
class OpenWork {

    /** So many rows of one kind, then they are put together. */
    private static final int ROWS = 4;

    private final JdbcTemplate jdbc;

    /** Rows written of each kind since they were put together; what is not known yet may be many. */
    private final Map<Of, Integer> rows = new ConcurrentHashMap<>();

    OpenWork(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is counted together.
     *
     * @param taken whether somebody has the tasks
     */
    record Of(String school, String group, String kind, String kindName, boolean taken) implements Comparable<Of> {

        private static final Comparator<Of> ORDER = Comparator.comparing(Of::school)
                .thenComparing(Of::group)
                .thenComparing(Of::kind)
                .thenComparing(Of::kindName)
                .thenComparing(of -> of.taken);

        Of taken(boolean now) {
            return new Of(school, group, kind, kindName, now);
        }

        @Override
        public int compareTo(Of other) {
            return ORDER.compare(this, other);
        }

        private Object[] values() {
            return new Object[] {school, group, kind, kindName, taken};
        }
    }

    /** So many more are open; fewer where negative. */
    void change(Of what, int by) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            add(what, by);
            return;
        }
        pending()
                .orElseGet(() -> {
                    Pending begun = new Pending(this);
                    TransactionSynchronizationManager.registerSynchronization(begun);
                    return begun;
                })
                .change(what, by);
    }

    /** Somebody took it, or put it back. */
    void changeHands(Of what, boolean nowTaken) {
        change(what.taken(!nowTaken), -1);
        change(what.taken(nowTaken), 1);
    }

    /** How many tasks there are. */
    long total(Condition.Tally tally) {
        writeWhatIsPending();
        Long total = jdbc.queryForObject(
                "select (select coalesce(sum(o.number_of), 0) from open_work o where "
                        + tally.open().sql() + ")"
                        + tally.putOff()
                                .map(off -> " - (select count(*) from work_item w where " + off.sql() + ")")
                                .orElse(""),
                Long.class,
                tally.values());
        return total == null ? 0 : total;
    }

    /** The kinds of these tasks, by their names. */
    List<WorkItems.Kind> kinds(Condition.Tally tally) {
        writeWhatIsPending();
        return jdbc.query(
                "select kind, min(kind_name) as kind_name from (select o.kind, o.kind_name from open_work o where "
                        + tally.open().sql() + " group by o.kind, o.kind_name having sum(o.number_of) > "
                        + tally.putOff()
                                .map(off -> "(select count(*) from work_item w where " + off.sql()
                                        + " and w.kind = o.kind and w.kind_name = o.kind_name)")
                                .orElse("0")
                        + ") k group by kind order by 2, 1",
                (row, number) -> new WorkItems.Kind(row.getString("kind"), row.getString("kind_name")),
                tally.values());
    }

    /** A question in the middle of a transaction is answered with what the transaction has done so far. */
    private void writeWhatIsPending() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            pending().ifPresent(some -> some.write(this::add));
        }
    }

    private Optional<Pending> pending() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .filter(one -> one.totals == this)
                .findFirst();
    }

    private void writeLast(Of what, int by) {
        add(what, by);
        if (rows.merge(what, 1, Integer::sum) == 1 || rows.getOrDefault(what, 0) >= ROWS) {
            putTogether(what);
            rows.put(what, 1);
        }
    }

    private void add(Of what, int by) {
        jdbc.update(
                "insert into open_work (school_urn, role_group, kind, kind_name, taken, number_of) values (?, ?, ?, ?, ?, ?)",
                what.school(),
                what.group(),
                what.kind(),
                what.kindName(),
                what.taken(),
                by);
    }

    /** Takes what nobody else is putting together just now, and waits for nobody. */
    private void putTogether(Of what) {
        record Row(long id, int numberOf) {}
        List<Row> found = jdbc.query(
                "select id, number_of from open_work where school_urn = ? and role_group = ? and kind = ? and kind_name = ?"
                        + " and taken = ? order by id for update skip locked",
                (row, number) -> new Row(row.getLong(1), row.getInt(2)),
                what.values());
        if (found.size() < 2) {
            return;
        }
        int sum = 0;
        for (Row row : found) {
            // Counts for whoever takes it away: none is counted twice or lost.
            sum += jdbc.update("delete from open_work where id = ?", row.id()) == 1 ? row.numberOf() : 0;
        }
        if (sum != 0) {
            add(what, sum);
        }
    }

    /** What one transaction has changed and not written yet. */
    private static final class Pending implements TransactionSynchronization {

        private final OpenWork totals;
        private final SortedMap<Of, Integer> changes = new TreeMap<>();
        private boolean committing;

        Pending(OpenWork totals) {
            this.totals = totals;
        }

        void change(Of what, int by) {
            changes.merge(what, by, Integer::sum);
            if (committing) {
                write(totals::add);
            }
        }

        void write(BiConsumer<Of, Integer> writer) {
            SortedMap<Of, Integer> all = new TreeMap<>(changes);
            changes.clear();
            all.forEach((what, by) -> {
                if (by != 0) {
                    writer.accept(what, by);
                }
            });
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            committing = true;
            write(totals::writeLast);
        }

        /** What another's last work before the commit has changed: one that began only then is asked no more before the commit. */
        @Override
        public void beforeCompletion() {
            if (committing || changes.isEmpty()) {
                return;
            }
            try {
                write(totals::add);
            } catch (DataAccessException doomed) {
                // The transaction fails, and what it opened or ended with it.
                changes.clear();
            }
        }
    }
}
