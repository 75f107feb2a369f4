package uk.daymark.workflow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The journal's entry of what a person is doing just now. Every arrow that is taken meanwhile is put down to it.
 *
 * @param subject whose chain the entry belongs to
 * @param number its place in the chain
 */
public record CausedBy(String subject, long number) {

    private static final ThreadLocal<@Nullable CausedBy> NOW = new ThreadLocal<>();

    /** Does what follows from the entry. */
    public void lead(Runnable work) {
        CausedBy before = NOW.get();
        try {
            NOW.set(this);
            work.run();
        } finally {
            if (before == null) {
                NOW.remove();
            } else {
                NOW.set(before);
            }
        }
    }

    /** The entry from which what is being done on this thread follows; empty where none is known. */
    public static Optional<CausedBy> now() {
        return Optional.ofNullable(NOW.get());
    }
}
