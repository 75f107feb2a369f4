package uk.daymark.leave;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.measure.Timetable;

/**
 * Sessions without a gap, both ends included.
 *
 * @param from the first session
 * @param to the last
 */
public record LeaveDays(Session from, Session to) {

    /** @throws IllegalArgumentException where the last comes before the first */
    public LeaveDays {
        if (to.compareTo(from) < 0) {
            throw new IllegalArgumentException("The last session comes before the first: " + from + ", " + to);
        }
    }

    /** Whole days. */
    static LeaveDays whole(LocalDate from, LocalDate to) {
        return new LeaveDays(new Session(from, Half.AM), new Session(to, Half.PM));
    }

    /** Whether the session lies within. */
    public boolean contains(Session session) {
        return session.compareTo(from) >= 0 && session.compareTo(to) <= 0;
    }

    /** Whether all of the other lies within. */
    boolean contains(LeaveDays other) {
        return contains(other.from) && contains(other.to);
    }

    /** Whether a session lies in both. */
    boolean overlaps(LeaveDays other) {
        return from.compareTo(other.to) <= 0 && other.from.compareTo(to) <= 0;
    }

    /** The sessions that the timetable plans in them, in order. */
    List<Session> planned(Timetable timetable) {
        List<Session> sessions = new ArrayList<>();
        for (LocalDate day = from.date(); !day.isAfter(to.date()); day = day.plusDays(1)) {
            for (Half half : Half.values()) {
                Session session = new Session(day, half);
                if (contains(session) && timetable.plans(session)) {
                    sessions.add(session);
                }
            }
        }
        return sessions;
    }
}
