package uk.daymark.workflow.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why tasks end that end now, while a signal is given or a process withdrawn on this thread. */
final class Because {

    private static final ThreadLocal<@Nullable String> WHY = new ThreadLocal<>();

    private Because() {}

    static void saying(@Nullable Object why, Runnable action) {
        String before = WHY.get();
        try {
            WHY.set(why instanceof String text && !text.isBlank() ? text : before);
            action.run();
        } finally {
            if (before == null) {
                WHY.remove();
            } else {
                WHY.set(before);
            }
        }
    }

    static Optional<String> said() {
        return Optional.ofNullable(WHY.get());
    }
}
