package uk.daymark.workflow.engine;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.daymark.time.DueWork;

/**
 * The engine's timers, done when the practice clock comes to them. In live use the engine's own threads do them. Work that fails keeps its
 * fault in the engine; after the third time it stops, and is tried again when the application starts next. A race for a row does not
 * count.
 */
@Component
@Profile("practice")
class EngineDueWork implements DueWork {

    private final ManagementService management;
    private final StoppedWork stopped;

    EngineDueWork(ManagementService management, StoppedWork stopped) {
        this.management = management;
        this.stopped = stopped;
    }

    @Override
    public Optional<Instant> nextDue() {
        return waiting().listPage(0, 1).stream()
                .findFirst()
                .map(job -> job.getDuedate().toInstant());
    }

    @Override
    public long stopped() {
        return stopped.count();
    }

    /** @throws IllegalStateException where something failed, after all else was done */
    @Override
    public void runDue() {
        Set<String> failed = new HashSet<>();
        IllegalStateException failures = new IllegalStateException("Work of a process failed");
        for (Optional<Job> next = due(failed); next.isPresent(); next = due(failed)) {
            Job job = next.get();
            try {
                OurOwnFault.unwrapped(() -> management.executeJob(job.getId()));
            } catch (RuntimeException failure) {
                failed.add(job.getId());
                failures.addSuppressed(failure);
            }
        }
        if (!failed.isEmpty()) {
            throw failures;
        }
    }

    /** The first that was not tried; of those before it, each has failed. */
    private Optional<Job> due(Set<String> failed) {
        return waiting().executable().listPage(0, failed.size() + 1).stream()
                .filter(job -> !failed.contains(job.getId()))
                .findFirst();
    }

    private JobQuery waiting() {
        return management
                .createJobQuery()
                .active()
                .withRetriesLeft()
                .orderByJobDuedate()
                .asc()
                .orderByJobId()
                .asc();
    }
}
