package uk.daymark.register;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.daymark.time.DueWorkers;
import uk.daymark.time.Turn;

/**
 * Changes come one after another: whoever makes one holds the one row of this table until the transaction ends. Numbers for new records
 * are given out under the same lock. What a change makes due is done before its caller goes on.
 */
@Component
class Gate implements Turn {

    private static final String BUSY =
            "Another import or change is being made. Nothing was changed; try again in a minute.";

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

    /** @throws RegisterConflictException where somebody else's change takes too long */
    @Override
    public <T> T alone(Supplier<T> work) {
        T result = take(work);
        workers.catchUp();
        return result;
    }

    /** @throws RegisterConflictException where somebody else's change takes too long */
    @Override
    public <T> T take(Supplier<T> work) {
        if (queue.isHeldByCurrentThread()) {
            return transaction.execute(status -> work.get());
        }
        if (!entered()) {
            throw new RegisterConflictException(BUSY);
        }
        boolean untilTheCallerEnds = TransactionSynchronizationManager.isSynchronizationActive();
        if (untilTheCallerEnds) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    queue.unlock();
                }
            });
        }
        try {
            return transaction.execute(status -> {
                holdRow();
                return work.get();
            });
        } finally {
            if (!untilTheCallerEnds) {
                queue.unlock();
            }
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
