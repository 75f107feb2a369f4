package uk.daymark.measure;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;

/**
 * Half a school day, the unit in which attendance is registered.
 *
 * @param date the school day
 * @param half its morning or its afternoon
 */
public record Session(LocalDate date, Half half) implements Comparable<Session> {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final Comparator<Session> IN_ORDER =
            Comparator.comparing(Session::date).thenComparing(Session::half);

    @Override
    public int compareTo(Session other) {
        return IN_ORDER.compare(this, other);
    }

    /** As people read it: "10 November 2025 morning". */
    public String inWords() {
        return DAY.format(date) + (half == Half.AM ? " morning" : " afternoon");
    }

    /** As programs read it: "2025-11-10 AM". */
    @Override
    public String toString() {
        return date + " " + half;
    }
}
