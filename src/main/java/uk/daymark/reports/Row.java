package uk.daymark.reports;

import java.util.List;

/**
 * A row of a report's table.
 *
 * @param head what the row is about
 * @param cells what is said of it, in the order of the columns after the first
 * @param block the rows that together make up a total, such as all year groups: in what is shared they are shown or hidden together; the
 *     row of that total is a block of its own, {@link #ALL}
 */
public record Row(Cell head, List<Cell> cells, String block) {

    /** The block of the row that counts all. */
    static final String ALL = "all";

    public Row {
        cells = List.copyOf(cells);
    }

    /** A row of a table whose rows make up one total. */
    public Row(Cell head, List<Cell> cells) {
        this(head, cells, "");
    }
}
