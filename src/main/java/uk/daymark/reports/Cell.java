package uk.daymark.reports;

import java.util.List;
import java.util.Optional;

/**
 * A cell of a report's table.
 *
 * @param text as it is shown
 * @param address the rows behind the figure, or the page of what is named; empty where there is none
 * @param tells every number of persons, notices or cases that the cell gives away, so that few of them can be hidden in what is shared:
 *     what it counts, and of a share also the rest; none where it tells of nobody
 */
public record Cell(String text, Optional<String> address, List<Integer> tells) {

    public Cell {
        tells = List.copyOf(tells);
    }

    /** Words. */
    public static Cell of(String text) {
        return new Cell(text, Optional.empty(), List.of());
    }

    /** Words with the page of what they name. */
    public static Cell of(String text, String address) {
        return new Cell(text, Optional.of(address), List.of());
    }

    /** A number that counts nobody: days, sessions. */
    public static Cell number(int number) {
        return of(Integer.toString(number));
    }

    /** How many, with the rows behind it; none has no rows to open. */
    public static Cell count(int number, String rows) {
        return counted(Integer.toString(number), number, rows, List.of(number));
    }

    /** So many in other words, with the rows behind them; none has no rows to open. */
    static Cell counted(String text, int number, String rows, List<Integer> tells) {
        return new Cell(text, number == 0 ? Optional.empty() : Optional.of(rows), tells);
    }

    /** So many of so many in percent: "12 of 240 (5.0%)"; "none of 0" has no percent. */
    public static Cell share(int part, int whole) {
        return new Cell(Shares.inWords(part, whole), Optional.empty(), List.of(part, whole - part));
    }
}
