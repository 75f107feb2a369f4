package uk.daymark.reports;

import java.util.List;
import java.util.stream.Stream;
import uk.daymark.register.CsvText;

/** A report's table as a file for spreadsheets: its heads, all its rows, and of when it is. */
public final class ReportFile {

    private ReportFile() {}

    /** The lines of the file. Text stands so that no spreadsheet takes it for a formula. */
    public static String csv(ReportTable table, List<String> asOf) {
        StringBuilder lines = new StringBuilder();
        lines.append(line(table.columns().stream().map(Column::title)));
        table.rows()
                .forEach(row -> lines.append(line(Stream.concat(Stream.of(row.head()), row.cells().stream())
                        .map(Cell::text))));
        asOf.forEach(text -> lines.append(line(Stream.of(text))));
        return lines.toString();
    }

    private static String line(Stream<String> cells) {
        return CsvText.line(cells.toArray(String[]::new));
    }
}
