package uk.daymark.register;

import java.time.Instant;
import java.util.Optional;
import uk.daymark.people.Scope;

/**
 * An import as it is remembered.
 *
 * @param importId which
 * @param kind what the file held, as it is written in an address: {@code marks-week}
 * @param state what has become of it
 * @param contentHash SHA-256 of the file, in hexadecimal
 * @param bytes how long the file was
 * @param sentBy who sent it
 * @param sentAt when
 * @param reason given for the amendments; may be empty text
 * @param answer what the sender was told
 * @param settledBy who released or discarded a held file
 * @param settledAt when
 * @param settledWhy why
 */
public record ImportRecord(
        String importId,
        String kind,
        State state,
        String contentHash,
        long bytes,
        String sentBy,
        Instant sentAt,
        String reason,
        ImportAnswer answer,
        Optional<String> settledBy,
        Optional<Instant> settledAt,
        Optional<String> settledWhy) {

    /**
     * Whether somebody may see single rows of the file. They may be of pupils and parents of other schools than those in scope of
     * whoever may see the import, so only who sent the file sees them, and who may see every school.
     */
    public boolean showsRowsTo(By by) {
        return sentBy.equals(by.userName()) || by.scope() instanceof Scope.Everywhere;
    }

    /** The same as this person may see it: without the rows where those are not shown to them. */
    ImportRecord asSeenBy(By by) {
        return showsRowsTo(by)
                ? this
                : new ImportRecord(
                        importId,
                        kind,
                        state,
                        contentHash,
                        bytes,
                        sentBy,
                        sentAt,
                        reason,
                        answer.withoutRows(),
                        settledBy,
                        settledAt,
                        settledWhy);
    }

    /** What has become of an import. */
    public enum State {
        PREVIEWED,
        APPLIED,
        REFUSED,
        HELD,
        /** Held, then applied by a person's decision. */
        RELEASED,
        /** Held, then thrown away by a person's decision. */
        DISCARDED
    }
}
