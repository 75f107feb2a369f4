package uk.daymark.time;

import java.util.function.Supplier;

/**
 * One change after another: whatever changes registers, cases or tasks waits for its turn before it locks anything else, and keeps it
 * until its transaction ends. So no two changes can wait for each other. Reading needs no turn.
 */
public interface Turn {

    /**
     * Does the work in one transaction, alone; then, after the commit, what it has made due. Within a transaction of the caller's the
     * turn ends with that transaction, and what is due is left to the caller.
     *
     * @throws uk.daymark.web.Conflict where somebody else's change takes too long
     */
    <T> T alone(Supplier<T> work);

    /**
     * {@link #alone}, but what it has made due is left to the caller.
     *
     * @throws uk.daymark.web.Conflict where somebody else's change takes too long
     */
    <T> T take(Supplier<T> work);

    /** {@link #alone(Supplier)} for work that answers nothing. */
    default void runAlone(Runnable work) {
        alone(() -> {
            work.run();
            return true;
        });
    }
}
