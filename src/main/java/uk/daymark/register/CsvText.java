package uk.daymark.register;

import uk.daymark.register.reading.CsvCells;

/** Cells of the lists that people download and open in a spreadsheet. */
public final class CsvText {

    private CsvText() {}

    /** One quoted cell that no spreadsheet takes for a formula; an attendance code stays as it is. */
    public static String cell(String text) {
        return '"' + CsvCells.neutralise(text).replace("\"", "\"\"") + '"';
    }

    /** A line of such cells, with its end. */
    public static String line(String... cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.isEmpty() ? "" : ",").append(cell(cell));
        }
        return line.append("\r\n").toString();
    }
}
