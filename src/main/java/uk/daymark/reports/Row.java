package uk.daymark.reports;

import java.util.List;

/**
 * A row of a report's table.
 *
 * @param head what the row is about
 * @param cells what is said of it, in the order of the columns after the first
 */
public record Row(Cell head, List<Cell> cells) {

    public Row {
        cells = List.copyOf(cells);
    }
}
