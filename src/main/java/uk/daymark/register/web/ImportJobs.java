package uk.daymark.register.web;

import jakarta.annotation.PreDestroy;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import uk.daymark.register.FileTooLargeException;
import uk.daymark.register.reading.UnreadableFileException;
import uk.daymark.web.Conflict;
import uk.daymark.web.NotFound;

/**
 * Works on files apart from the request that sent them, so that a browser need not wait for a long one. Few at a time: each holds
 * its file's weeks in memory. Whatever goes wrong becomes the job's end, for the person to read.
 */
@Component
class ImportJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);

    private static final int AT_A_TIME = 2;
    private static final int WAITING = 20;
    private static final int REMEMBERED = 500;
    private static final int SECONDS_TO_FINISH = 20;

    private final Map<String, ImportJob> jobs = new LinkedHashMap<>();
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            AT_A_TIME, AT_A_TIME, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), work -> {
                Thread thread = new Thread(work, "imports");
                thread.setDaemon(true);
                return thread;
            });

    /**
     * Begins, in the name of whoever is signed in.
     *
     * @param owner who asked for it
     * @param importId under which its progress is told
     * @param work answers the number of the import that tells how it ended
     * @throws Conflict where too many files wait already
     */
    ImportJob start(String owner, String importId, ImportJob.Asked asked, Callable<String> work) {
        ImportJob job = new ImportJob(UUID.randomUUID().toString(), owner, importId, asked);
        remember(job);
        try {
            SecurityContext sender =
                    new SecurityContextImpl(SecurityContextHolder.getContext().getAuthentication());
            workers.execute(new DelegatingSecurityContextRunnable(() -> job.outcome.complete(end(work)), sender));
        } catch (RejectedExecutionException full) {
            forget(job);
            throw new Conflict("Too many files are being worked on. Nothing was changed; try again in a few minutes.");
        }
        return job;
    }

    /** The job of that number, where this person asked for it. */
    synchronized Optional<ImportJob> find(String id, String owner) {
        return Optional.ofNullable(jobs.get(id)).filter(job -> job.owner().equals(owner));
    }

    /** The latest job of that step that this person began from that import and that did not fail. */
    synchronized Optional<ImportJob> begunFrom(String importId, ImportJob.Step step, String owner) {
        return jobs.values().stream()
                .filter(job -> job.owner().equals(owner)
                        && job.asked().step() == step
                        && job.asked().about().equals(importId)
                        && !job.failed())
                .reduce((earlier, later) -> later);
    }

    @PreDestroy
    void finish() throws InterruptedException {
        workers.shutdown();
        if (!workers.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
            LOG.warn("Files were still being worked on; their transactions are undone");
        }
    }

    private synchronized void remember(ImportJob job) {
        Iterator<ImportJob> oldest = jobs.values().iterator();
        while (jobs.size() >= REMEMBERED && oldest.hasNext()) {
            if (oldest.next().ended().isPresent()) {
                oldest.remove();
            }
        }
        jobs.put(job.id(), job);
    }

    private synchronized void forget(ImportJob job) {
        jobs.remove(job.id());
    }

    private static ImportJob.Outcome end(Callable<String> work) {
        try {
            return new ImportJob.Ended(work.call());
        } catch (UnreadableFileException | FileTooLargeException | Conflict | NotFound refusal) {
            return new ImportJob.Failed(String.valueOf(refusal.getMessage()));
        } catch (Exception | OutOfMemoryError | StackOverflowError failure) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("Unexpected failure of an import {}", reference, failure);
            return new ImportJob.Failed(
                    "Something went wrong on our side and nothing was written. Try again; if it happens"
                            + " again, give your administrator this reference: " + reference + ".");
        }
    }
}
