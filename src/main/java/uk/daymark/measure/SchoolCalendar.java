package uk.daymark.measure;

import java.time.LocalDate;
import java.util.List;

/**
 * When a school opens its doors, as the school states it. Entries are taken as they come: a closure or half day at a weekend or
 * outside the terms, and a term that begins at a weekend, have no effect. Sessions are held from Monday to Friday.
 *
 * @param terms the days of each term or half term; they may touch or overlap
 * @param closures days inside a term on which nobody is expected: staff training (INSET), bank holidays
 * @param halfDays days of which only one session is held
 */
public record SchoolCalendar(List<DateRange> terms, List<Closure> closures, List<HalfDay> halfDays) {

    public SchoolCalendar {
        terms = List.copyOf(terms);
        closures = List.copyOf(closures);
        halfDays = List.copyOf(halfDays);
    }

    /** A school that never opens: the calendar of a school whose calendar has not been loaded. */
    public static SchoolCalendar empty() {
        return new SchoolCalendar(List.of(), List.of(), List.of());
    }

    /** Whether the day lies inside a term, whatever closures it has. */
    public boolean inTerm(LocalDate day) {
        return terms.stream().anyMatch(term -> term.contains(day));
    }

    /** Whether the calendar speaks of these days: a term has begun by the first, and one ends on the last or later. */
    public boolean speaksOf(DateRange days) {
        return terms.stream().anyMatch(term -> !term.from().isAfter(days.from()))
                && terms.stream().anyMatch(term -> !term.to().isBefore(days.to()));
    }

    /** The sessions this calendar plans. */
    public Timetable timetable() {
        return Timetable.of(this);
    }

    /**
     * Days on which a school that is in term does not open.
     *
     * @param days first and last day
     * @param reason why, in the school's words; may be blank
     */
    public record Closure(DateRange days, String reason) {}

    /**
     * A day with one session.
     *
     * @param date the day
     * @param held the half that is held; the other is not
     */
    public record HalfDay(LocalDate date, Half held) {}
}
