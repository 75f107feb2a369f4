package uk.daymark.register;

import java.time.Instant;
import java.util.Optional;

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
