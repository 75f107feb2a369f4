package uk.daymark.register;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.register.ImportResult.Outcome;
import uk.daymark.register.reading.UnreadableFileException;

/**
 * Previews and applies files. Applying is one transaction: every row of the file, with its amendments and effects, or none. A preview
 * goes through the same steps and writes nothing but the note that it took place.
 */
@Component
public class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final Schools schools;
    private final FileWork.Desk desk;
    private final SpoolFolder folder;
    private final ImportHistory history;
    private final ImportKeys keys;
    private final ImportProgress progress;
    private final OldPreviews oldPreviews;
    private final PreviewPlaces previewPlaces;
    private final Gate gate;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Imports(
            Schools schools,
            FileWork.Desk desk,
            SpoolFolder folder,
            ImportHistory history,
            ImportKeys keys,
            ImportProgress progress,
            OldPreviews oldPreviews,
            PreviewPlaces previewPlaces,
            Gate gate,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.schools = schools;
        this.desk = desk;
        this.folder = folder;
        this.history = history;
        this.keys = keys;
        this.progress = progress;
        this.oldPreviews = oldPreviews;
        this.previewPlaces = previewPlaces;
        this.gate = gate;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Does what is ordered. When it returns, all that it causes is committed.
     *
     * @throws UnreadableFileException where no line of the file can be trusted; nothing was written
     * @throws FileTooLargeException where the file is longer than one import may be; nothing was written
     * @throws RegisterConflictException where the token or the key was given for something else, or other files keep
     *     the register busy for too long
     */
    public ImportResult run(ImportOrder order) throws UnreadableFileException {
        return run(UUID.randomUUID().toString(), order);
    }

    /**
     * The same under a number that the caller has chosen, to follow its {@link ImportProgress}. An order that was answered before,
     * or a file that is held already, is answered with the number it got then.
     *
     * @param importId a random UUID that was never used
     */
    public ImportResult run(String importId, ImportOrder order) throws UnreadableFileException {
        oldPreviews.throwAway();
        ImportProgress.Tracker tracker = progress.begin(importId, order.by().userName());
        try {
            return order.apply() ? onceMore(() -> apply(importId, order, tracker)) : preview(importId, order, tracker);
        } catch (FileWork.Unreadable e) {
            throw e.cause();
        } finally {
            progress.end(importId);
        }
    }

    /**
     * Applies a held file after all, as its sender would have: the schools that the sender might work with count, not those of
     * whoever releases it. Its amendments stay in the name of whoever sent it; who released it, and why, is kept with the import.
     *
     * @throws NotInRegisterException where no such file waits in scope
     * @throws RegisterConflictException where no reason is given, the file has been lost, or it is of schools out of scope too
     * @throws UnreadableFileException where the file cannot be read any more
     */
    public ImportResult release(String importId, By by, String reason) throws UnreadableFileException {
        waiting(importId, by, reason);
        ImportProgress.Tracker tracker = progress.begin(importId, by.userName());
        try {
            ImportResult result = onceMore(() -> gate.alone(() -> {
                ImportOrder order = history.heldOrder(importId, folder).orElseThrow(Imports::notWaiting);
                if (!Files.exists(order.file().path())) {
                    throw new RegisterConflictException(
                            "The held file is no longer in the data folder. Discard this import and send the file again.");
                }
                FileWork work = desk.begin(importId, order, tracker);
                ImportResult applied = work.through(true, true);
                if (applied.outcome() == Outcome.APPLIED) {
                    history.released(importId, by, clock.instant(), reason.strip(), applied.answer());
                }
                return applied;
            }));
            if (result.outcome() == Outcome.APPLIED) {
                folder.dropHeld(importId);
            }
            return result;
        } catch (FileWork.Unreadable e) {
            throw e.cause();
        } finally {
            progress.end(importId);
        }
    }

    /**
     * Throws a held file away.
     *
     * @throws NotInRegisterException where no such file waits in scope
     * @throws RegisterConflictException where no reason is given, or the file is of schools out of scope too
     */
    public void discard(String importId, By by, String reason) {
        waiting(importId, by, reason);
        gate.alone(() -> {
            if (!history.waits(importId)) {
                throw notWaiting();
            }
            history.discarded(importId, by, clock.instant(), reason.strip());
            return importId;
        });
        folder.dropHeld(importId);
    }

    /**
     * The rejected rows of an import as CSV: line, column, value and reason, then the row's own cells, to be mended and sent again;
     * empty where none was rejected. They may be of pupils and parents of other schools than the import's other readers work for, so
     * only who sent the file gets them, and who may see every school.
     *
     * @throws NotInRegisterException where there is no such import that this person may see the rows of
     */
    public Optional<Path> rejects(String importId, By by) {
        history.find(importId, by)
                .filter(record -> record.showsRowsTo(by))
                .orElseThrow(
                        () -> new NotInRegisterException(
                                "There is no import of this number whose rows are shown to you. Whoever sent a file sees its rows."));
        return folder.rejectsWhereAny(importId);
    }

    private ImportResult preview(String importId, ImportOrder order, ImportProgress.Tracker tracker) {
        String request = requestHash(order);
        Optional<ImportResult> before = keys.answered(order, request);
        if (before.isPresent()) {
            return before.get();
        }
        FileWork work = desk.begin(importId, order, tracker);
        ImportResult result =
                previewPlaces.in(() -> required(transaction.execute(status -> work.through(false, false))));
        try {
            transaction.executeWithoutResult(status -> {
                history.add(work.run(), order, ImportRecord.State.PREVIEWED, result.answer());
                keys.remember(order, request, result);
            });
        } catch (DuplicateKeyException e) {
            throw new RegisterConflictException(
                    "Another call with this Idempotency-Key is being answered. Ask again in a moment.");
        }
        return result;
    }

    /** Whoever loses a race for a row has changed nothing, and tries again once. */
    private static ImportResult onceMore(Supplier<ImportResult> applying) {
        try {
            return applying.get();
        } catch (ConcurrencyFailureException overtaken) {
            LOG.warn("An import was overtaken by another change and is tried again", overtaken);
            return applying.get();
        }
    }

    private ImportResult apply(String importId, ImportOrder order, ImportProgress.Tracker tracker) {
        String request = requestHash(order);
        try {
            return gate.alone(() -> {
                Optional<ImportResult> before = keys.answered(order, request)
                        .or(() -> history.heldAlready(order).map(answer -> new ImportResult(Outcome.HELD, answer)));
                if (before.isPresent()) {
                    return before.get();
                }
                order.previewToken().ifPresent(token -> {
                    if (!history.previewed(token, order)) {
                        throw new RegisterConflictException(
                                "This is not the file that was previewed. Preview it, then import exactly that file.");
                    }
                });
                FileWork work = desk.begin(importId, order, tracker);
                ImportResult result = work.through(true, false);
                if (result.outcome() == Outcome.HELD) {
                    throw new Held(work, result);
                }
                history.add(
                        work.run(),
                        order,
                        result.outcome() == Outcome.APPLIED ? ImportRecord.State.APPLIED : ImportRecord.State.REFUSED,
                        result.answer());
                keys.remember(order, request, result);
                return result;
            });
        } catch (Held held) {
            folder.hold(importId, order.file().path());
            return gate.alone(() -> {
                // The same file may have come a second time while nobody held the gate.
                Optional<ImportResult> before = keys.answered(order, request)
                        .or(() -> history.heldAlready(order).map(answer -> new ImportResult(Outcome.HELD, answer)));
                if (before.isPresent()) {
                    folder.dropHeld(importId);
                    folder.dropRejects(importId);
                    return before.get();
                }
                history.add(held.work.run(), order, ImportRecord.State.HELD, held.result.answer());
                keys.remember(order, request, held.result);
                return held.result;
            });
        }
    }

    private void waiting(String importId, By by, String reason) {
        if (reason.isBlank() || reason.length() > MarkToChange.LONGEST_REASON) {
            throw new RegisterConflictException("Say why, in at most " + MarkToChange.LONGEST_REASON + " characters.");
        }
        history.find(importId, by)
                .filter(found -> found.state() == ImportRecord.State.HELD)
                .orElseThrow(Imports::notWaiting);
        if (!mayDecideOn(importId, by)) {
            throw new RegisterConflictException(
                    "This file is of other schools too, which you do not work for. Ask somebody who"
                            + " works for all of them, such as your administrator, to decide about it.");
        }
    }

    /** Whether every school of the import is this person's: who decides about a file decides for all of them. */
    public boolean mayDecideOn(String importId, By by) {
        return history.schoolsOf(importId).stream()
                .allMatch(urn -> schools.find(urn)
                        .map(by.scope()::holds)
                        .orElseGet(() -> by.scope() instanceof Scope.Everywhere));
    }

    private static NotInRegisterException notWaiting() {
        return new NotInRegisterException("No held file of this number waits for your schools.");
    }

    private static String requestHash(ImportOrder order) {
        String request = String.join(
                "\n",
                order.kind().path(),
                order.apply() ? "apply" : "preview",
                order.skipRejects() ? "skip" : "refuse",
                order.defaultSchool().map(Urn::value).orElse(""),
                order.file().hash());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static <T> T required(@Nullable T result) {
        if (result == null) {
            throw new IllegalStateException("The transaction gave no result");
        }
        return result;
    }

    /** Undoes what was written for a file that is to be held. */
    private static final class Held extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient FileWork work;
        private final transient ImportResult result;

        Held(FileWork work, ImportResult result) {
            super("Held");
            this.work = work;
            this.result = result;
        }
    }
}
