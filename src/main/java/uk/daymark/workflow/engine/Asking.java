package uk.daymark.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.daymark.workflow.Decisions.Fired;

/** A table being asked on this thread by one of us, not by a process. */
final class Asking {

    private static final ThreadLocal<@Nullable Asking> NOW = new ThreadLocal<>();

    private final Optional<String> key;
    private final List<Fired> fired = new ArrayList<>();

    private Asking(Optional<String> key) {
        this.key = key;
    }

    /**
     * Asks.
     *
     * @param key for what; empty where nothing is to be kept of it
     * @return the rules that fired
     */
    static List<Fired> about(Optional<String> key, Runnable question) {
        Asking before = NOW.get();
        Asking asking = new Asking(key);
        NOW.set(asking);
        try {
            question.run();
            return List.copyOf(asking.fired);
        } finally {
            if (before == null) {
                NOW.remove();
            } else {
                NOW.set(before);
            }
        }
    }

    static Optional<Asking> now() {
        return Optional.ofNullable(NOW.get());
    }

    /** Whether nothing is to be kept. */
    static boolean forAPreview() {
        return now().filter(asking -> asking.key.isEmpty()).isPresent();
    }

    Optional<String> key() {
        return key;
    }

    void fired(Fired rule) {
        fired.add(rule);
    }
}
