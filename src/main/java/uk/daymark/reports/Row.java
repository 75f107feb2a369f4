package uk.daymark.reports;

import java.util.List;

/**
 * A row of a report's table.
 *
 * @param head what the row is about
 * @param cells what is said of it, in the order of the columns after the first
 * @param block the rows that together make up a total, such as all year groups: where one of them is hidden in what is shared, another
 *     has to be hidden with it
 */
public record Row(Cell head, List<Cell> cells, String block) {

    public Row {
        cells = List.copyOf(cells);
    }

    /** A row of a table whose rows make up one total. */
    public Row(Cell head, List<Cell> cells) {
        this(head, cells, "");
    }
}
