package uk.daymark.reports;

import java.time.LocalDate;
import uk.daymark.measure.DateRange;
import uk.daymark.time.Dates;

/**
 * The days a report speaks of.
 *
 * @param name as it stands in the address
 * @param title in words: "This half term"
 * @param days first and last day
 */
public record Period(String name, String title, DateRange days) {

    /** The first day. */
    public LocalDate from() {
        return days.from();
    }

    /** The last day. */
    public LocalDate to() {
        return days.to();
    }

    /** "This half term, 1 September 2025 to 24 October 2025". */
    public String inWords() {
        return title + ", " + Dates.inWords(from()) + " to " + Dates.inWords(to());
    }
}
