package uk.daymark.practice;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.workflow.TaskFollower;

/** Counts the tasks that come up and are withdrawn, so that a move of the clock can say what it did. */
@Component
@Profile("practice")
class TasksOnTheWay implements TaskFollower {

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger withdrawn = new AtomicInteger();

    @Override
    public void opened(OpenedTask task) {
        onceCommitted(opened);
    }

    @Override
    public void completed(String taskId) {
        // Time completes nothing.
    }

    @Override
    public void withdrawn(String taskId, String because) {
        onceCommitted(withdrawn);
    }

    /** How many have come up since the application started. */
    int opened() {
        return opened.get();
    }

    /** How many have been withdrawn since the application started. */
    int withdrawn() {
        return withdrawn.get();
    }

    private static void onceCommitted(AtomicInteger count) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            count.incrementAndGet();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                count.incrementAndGet();
            }
        });
    }
}
