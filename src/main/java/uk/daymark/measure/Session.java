package uk.daymark.measure;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * Half a school day, the unit in which attendance is registered.
 *
 * @param date the school day
 * @param half its morning or its afternoon
 */
public record Session(LocalDate date, Half half) implements Comparable<Session> {

    private static final Comparator<Session> IN_ORDER =
            Comparator.comparing(Session::date).thenComparing(Session::half);

    @Override
    public int compareTo(Session other) {
        return IN_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return date + " " + half;
    }
}
