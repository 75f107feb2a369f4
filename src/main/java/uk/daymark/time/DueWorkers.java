package uk.daymark.time;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Does all work that is due, earliest first, whoever's it is, and puts it down to nobody who is signed in. */
@Component
public class DueWorkers {

    /** Work that goes on making more work due at the same moment is a fault; it must not run for ever. */
    private static final int MOST_AT_ONE_MOMENT = 10_000;

    private final ObjectProvider<DueWork> workers;
    private final Clock clock;

    DueWorkers(ObjectProvider<DueWork> workers, Clock clock) {
        this.workers = workers;
        this.clock = clock;
    }

    /** The earliest moment at which anything is due; empty where nothing waits. */
    public Optional<Instant> nextDue() {
        return all().stream().flatMap(work -> work.nextDue().stream()).min(Comparator.naturalOrder());
    }

    /**
     * Does what is due by the clock, and what that makes due. Call it outside of a transaction, after the change that may have made
     * something due is committed.
     */
    public void catchUp() {
        Instant now = clock.instant();
        for (int round = 0; round < MOST_AT_ONE_MOMENT; round++) {
            Optional<DueWork> next = all().stream()
                    .filter(work ->
                            work.nextDue().filter(due -> !due.isAfter(now)).isPresent())
                    .min(Comparator.comparing(work -> work.nextDue().orElse(Instant.MAX)));
            if (next.isEmpty()) {
                return;
            }
            Unattended.run(next.get()::runDue);
        }
        throw new IllegalStateException("Work due at " + now + " does not come to an end");
    }

    private List<DueWork> all() {
        return workers.orderedStream().toList();
    }
}
