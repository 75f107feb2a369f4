package uk.daymark.measure;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An unbroken run of whole school days of absence.
 *
 * @param from its first school day
 * @param to its last
 * @param schoolDays its length
 * @param reachedOn the school day on which it reached the number that must be reported; empty where it did not
 * @param goingOn whether no later school day has ended it
 */
public record AbsenceRun(LocalDate from, LocalDate to, int schoolDays, Optional<LocalDate> reachedOn, boolean goingOn) {

    /** The same run, now that a later school day has ended it. */
    AbsenceRun ended() {
        return new AbsenceRun(from, to, schoolDays, reachedOn, false);
    }
}
