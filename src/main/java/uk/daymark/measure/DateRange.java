package uk.daymark.measure;

import java.time.LocalDate;

/**
 * Days from the first to the last, both included.
 *
 * @param from the first day
 * @param to the last day, never before the first
 */
public record DateRange(LocalDate from, LocalDate to) {

    /** @throws IllegalArgumentException where the last day lies before the first */
    public DateRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The last day, " + to + ", lies before the first, " + from);
        }
    }

    /** Whether the day is one of these days. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Whether any day lies in both. */
    public boolean overlaps(DateRange other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }
}
