package uk.daymark.time;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Does all work that is due, earliest first, whoever's it is. One call at a time: no piece is done twice. */
@Component
public class DueWorkers {

    private static final Logger LOG = LoggerFactory.getLogger(DueWorkers.class);

    /** Work that goes on making more work due at the same moment is a fault; it must not run for ever. */
    private static final int MOST_AT_ONE_MOMENT = 10_000;

    private final ObjectProvider<DueWork> workers;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    DueWorkers(ObjectProvider<DueWork> workers, Clock clock) {
        this.workers = workers;
        this.clock = clock;
    }

    /** The earliest moment at which anything is due; empty where nothing waits. */
    public Optional<Instant> nextDue() {
        return moments(Instant.MIN);
    }

    /**
     * The earliest moment after this one at which anything is due. Work that was due before and could not be done is passed over.
     *
     * @param after not this moment itself
     */
    public Optional<Instant> nextDueAfter(Instant after) {
        return moments(after);
    }

    /** How much work failed so often that it is not tried any more until the application starts anew. */
    public long stopped() {
        return workers.orderedStream().mapToLong(DueWork::stopped).sum();
    }

    /**
     * Does what is due by the clock, and what that makes due. Work that fails stays, is logged, and does not stop the rest; it is tried
     * again at the next call.
     *
     * <p>Call it after the change that may have made something due is committed. Within a transaction, or from within work that is being
     * done, it does nothing: whoever began that calls it at its end.
     *
     * @return how much of the work failed; nought where all was done
     */
    public int catchUp() {
        if (oneAtATime.isHeldByCurrentThread() || TransactionSynchronizationManager.isActualTransactionActive()) {
            return 0;
        }
        oneAtATime.lock();
        try {
            return doWhatIsDue();
        } finally {
            oneAtATime.unlock();
        }
    }

    private int doWhatIsDue() {
        Instant now = clock.instant();
        Set<DueWork> stuck = new HashSet<>();
        int failed = 0;
        for (int round = 0; round < MOST_AT_ONE_MOMENT; round++) {
            Optional<Due> next = workers.orderedStream()
                    .filter(work -> !stuck.contains(work))
                    .flatMap(work -> work.nextDue().stream().map(at -> new Due(work, at)))
                    .min(Comparator.comparing(Due::at))
                    .filter(due -> !due.at().isAfter(now));
            if (next.isEmpty()) {
                return failed;
            }
            DueWork work = next.get().work();
            try {
                Unattended.run(work::runDue);
            } catch (RuntimeException failure) {
                failed++;
                LOG.error("Work due at {} failed", next.get().at(), failure);
                if (work.nextDue().equals(Optional.of(next.get().at()))) {
                    stuck.add(work);
                }
            }
        }
        LOG.error("Work due at {} does not come to an end", now);
        return failed + 1;
    }

    private Optional<Instant> moments(Instant after) {
        List<DueWork> all = workers.orderedStream().toList();
        return all.stream()
                .flatMap(work -> work.nextDue().stream())
                .filter(due -> due.isAfter(after))
                .min(Comparator.naturalOrder());
    }

    private record Due(DueWork work, Instant at) {}
}
