package uk.daymark.register.web;

import org.jspecify.annotations.Nullable;
import uk.daymark.web.InvalidInput;

/** A reason, where something is decided. */
record Why(@Nullable String reason) {

    /**
     * The reason.
     *
     * @throws InvalidInput where there is none, or one that cannot be kept
     */
    String given() {
        if (reason == null || reason.isBlank()) {
            throw new InvalidInput("/reason", "Say why.");
        }
        // Not every database can store it.
        if (reason.indexOf('\0') >= 0) {
            throw new InvalidInput("/reason", "This holds a NUL character. Take it out.");
        }
        return reason;
    }
}
