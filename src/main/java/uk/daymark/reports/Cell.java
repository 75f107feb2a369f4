package uk.daymark.reports;

import java.util.Optional;

/**
 * A cell of a report's table.
 *
 * @param text as it is shown
 * @param address the rows behind the figure, or the page of what is named; empty where there is none
 * @param counts of how many persons, notices or cases the cell tells, so that few of them can be hidden in what is shared; empty where
 *     it tells of none
 */
public record Cell(String text, Optional<String> address, Optional<Integer> counts) {

    /** Words. */
    public static Cell of(String text) {
        return new Cell(text, Optional.empty(), Optional.empty());
    }

    /** Words with the page of what they name. */
    public static Cell of(String text, String address) {
        return new Cell(text, Optional.of(address), Optional.empty());
    }

    /** A number that counts nobody: days, sessions. */
    public static Cell number(int number) {
        return of(Integer.toString(number));
    }

    /** How many, with the rows behind it; none has no rows to open. */
    public static Cell count(int number, String rows) {
        return new Cell(
                Integer.toString(number), number == 0 ? Optional.empty() : Optional.of(rows), Optional.of(number));
    }

    /** A share or another word that gives away how many. */
    public static Cell about(String text, int counts) {
        return new Cell(text, Optional.empty(), Optional.of(counts));
    }

    /** So many of so many in percent: "12 of 240 (5.0%)"; "none of 0" has no percent. */
    public static Cell share(int part, int whole) {
        return about(Shares.inWords(part, whole), part);
    }
}
