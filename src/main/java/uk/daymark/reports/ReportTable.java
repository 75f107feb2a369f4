package uk.daymark.reports;

import java.util.List;

/**
 * The figures of a report, or the rows behind one of them.
 *
 * @param caption what the table shows
 * @param columns the heads of its columns, the first that of the rows
 * @param rows its rows, each with a cell for every column
 * @param empty why there is no row and what to do, where there is none
 */
public record ReportTable(String caption, List<Column> columns, List<Row> rows, String empty) {

    public ReportTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells().size() != columns.size() - 1) {
                throw new IllegalArgumentException("A row of " + caption + " has another number of cells than columns");
            }
        }
    }

    /** The place of a column among a row's cells. */
    int cellOf(String title) {
        for (int at = 1; at < columns.size(); at++) {
            if (columns.get(at).title().equals(title)) {
                return at - 1;
            }
        }
        throw new IllegalArgumentException("No column " + title + " in " + caption);
    }
}
