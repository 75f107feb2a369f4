package uk.daymark.people;

import java.time.LocalDate;
import java.util.Optional;
import uk.daymark.measure.Half;

/**
 * What a school's calendar says of some days.
 *
 * @param school whose calendar
 * @param kind what it says
 * @param from the first day
 * @param to the last day
 * @param held of a half day, the session that is held; empty for the others
 * @param reason in the school's words; may be empty text
 */
public record CalendarEntry(Urn school, Kind kind, LocalDate from, LocalDate to, Optional<Half> held, String reason) {

    /** What an entry says of its days. */
    public enum Kind {
        TERM,
        CLOSURE,
        HALF_DAY
    }
}
