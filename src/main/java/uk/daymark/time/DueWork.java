package uk.daymark.time;

import java.time.Instant;
import java.util.Optional;

/** Work that waits for a moment: timers of processes, a look at every school day. */
public interface DueWork {

    /** The earliest moment, past or to come, at which some of it is due; empty where nothing waits. */
    Optional<Instant> nextDue();

    /** Does what is due by the clock as it stands, earliest first; each piece is committed by itself. */
    void runDue();

    /** How many pieces failed so often that they are not tried any more by themselves. */
    default long stopped() {
        return 0;
    }
}
