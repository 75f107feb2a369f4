package uk.daymark.register.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A file that is being worked on, or was: what a person watches while it takes long. */
final class ImportJob {

    /** What is being done with the file. */
    enum Step {
        PREVIEW,
        APPLY,
        RELEASE
    }

    /**
     * What somebody asked for.
     *
     * @param step what is being done
     * @param about the import it begins from: the preview, or the held file; empty text for a preview
     * @param upload the form a preview came from, to show it again where the file cannot be read
     */
    record Asked(Step step, String about, UploadForm upload) {}

    /** How it ended. */
    sealed interface Outcome {}

    /** It came to an end, good or bad, that the import of this number tells. */
    record Ended(String importId) implements Outcome {}

    /** Nothing was written; the message says why and what to do. */
    record Failed(String message) implements Outcome {}

    private final String id;
    private final String owner;
    private final String importId;
    private final Asked asked;
    final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    /**
     * @param id names the job
     * @param owner the user name of who asked for it, who alone sees it
     * @param importId under which its progress is told
     */
    ImportJob(String id, String owner, String importId, Asked asked) {
        this.id = id;
        this.owner = owner;
        this.importId = importId;
        this.asked = asked;
    }

    String id() {
        return id;
    }

    String owner() {
        return owner;
    }

    String importId() {
        return importId;
    }

    Asked asked() {
        return asked;
    }

    /** How it ended; empty while it goes on. */
    Optional<Outcome> ended() {
        return Optional.ofNullable(outcome.getNow(null));
    }

    /** How it ended, where it ends within this time. */
    Optional<Outcome> within(Duration patience) {
        try {
            return Optional.of(outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException goesOn) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }

    boolean failed() {
        return ended().filter(Failed.class::isInstance).isPresent();
    }
}
