package uk.daymark.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.measure.CountingRules.Anchor;

/**
 * The rolling window of school weeks on a day, with its proof.
 *
 * @param asOf the day; marks up to and including it are counted
 * @param from first day of the window: with anchor WEEK a Monday; empty where no school week has begun
 * @param schoolWeeks school weeks the window reaches over
 * @param anchor how it was laid
 * @param required sessions that meet it
 * @param sessions every session counted, oldest first
 * @param firm how many of them a sanction may rest on
 * @param provisional how many of them have no reason established yet (N): counted although no sanction may rest on them
 * @param unconfirmed how many of them carry a code decided here that the school's register has not confirmed; not firm either
 * @param metAt the first session of the whole register at which the count reached the number required; empty where it never did
 * @param metSince the session from which it has been met without a break until the day; empty where it is not met
 * @param fallsAwayOn the first day on which it is no longer met if nothing more is counted; empty where it is not met, or where the
 *     timetable ends before
 * @param weeksPassedOver Mondays of the weeks without any session that the window skips
 */
public record WindowCount(
        LocalDate asOf,
        Optional<LocalDate> from,
        int schoolWeeks,
        Anchor anchor,
        int required,
        List<MarkedSession> sessions,
        int firm,
        int provisional,
        int unconfirmed,
        Optional<Session> metAt,
        Optional<Session> metSince,
        Optional<LocalDate> fallsAwayOn,
        List<LocalDate> weeksPassedOver) {

    public WindowCount {
        sessions = List.copyOf(sessions);
        weeksPassedOver = List.copyOf(weeksPassedOver);
    }

    /** How many sessions are counted. */
    public int count() {
        return sessions.size();
    }

    /** Whether the number required is reached on the day. */
    public boolean met() {
        return count() >= required;
    }
}
