package uk.daymark.time;

import java.time.Instant;

/** Something that has to move when the practice clock is moved. Called once a move, before the move is answered; what it does is
 * committed when it returns. */
public interface ClockFollower {

    /**
     * The clock was moved and already shows the new time.
     *
     * @param from where it stood
     * @param to where it stands, never before {@code from}
     */
    void clockMoved(Instant from, Instant to);
}
