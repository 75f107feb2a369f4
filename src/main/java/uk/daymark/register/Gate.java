package uk.daymark.register;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.daymark.time.DueWorkers;

/**
 * Changes to the register and to the people on it come one after another: whoever changes them holds the one row of this table
 * until the transaction ends. Numbers for new records are given out under the same lock. What a change makes due is done before its
 * caller goes on.
 */
@Component
class Gate {

    private static final String BUSY =
            "Another import or change to the register is being made. Nothing was changed; try again in a minute.";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final DueWorkers workers;
    /** Lets the requests of one server queue here, where waiting is patient, and not for the row. */
    private final ReentrantLock queue = new ReentrantLock(true);

    Gate(JdbcTemplate jdbc, PlatformTransactionManager transactions, DueWorkers workers) {
        this.jdbc = jdbc;
        this.workers = workers;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Does the work in one transaction, alone; then, after the commit, what it has made due. Within a transaction of the caller's, that
     * is left to the caller.
     *
     * @throws RegisterConflictException where somebody else's change takes too long
     */
    <T> T alone(Supplier<T> work) {
        T result = throughTheGate(work);
        workers.catchUp();
        return result;
    }

    private <T> T throughTheGate(Supplier<T> work) {
        if (!entered()) {
            throw new RegisterConflictException(BUSY);
        }
        try {
            return transaction.execute(status -> {
                holdRow();
                return work.get();
            });
        } finally {
            queue.unlock();
        }
    }

    /** Gives out numbers for new records: the first of so many. Only while holding the gate. */
    long numbers(int howMany) {
        long last = holdRow();
        jdbc.update("update register_gate set last_number = ? where id = 1", last + howMany);
        return last + 1;
    }

    private long holdRow() {
        try {
            Long last =
                    jdbc.queryForObject("select last_number from register_gate where id = 1 for update", Long.class);
            return last == null ? 0 : last;
        } catch (PessimisticLockingFailureException | QueryTimeoutException e) {
            throw new RegisterConflictException(BUSY);
        }
    }

    private boolean entered() {
        try {
            return queue.tryLock(5, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
