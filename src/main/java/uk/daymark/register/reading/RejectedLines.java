package uk.daymark.register.reading;

import java.util.List;

/**
 * The list of rejected lines as Daymark writes it: four columns that say what is wrong, then the columns of the file. Mended and sent
 * again, such a list is read as the file would be: the four columns are passed over by their place, because a file may have a
 * {@code reason} of its own, and apostrophes that were put before texts for spreadsheets are taken off.
 */
public final class RejectedLines {

    /** The columns that come before the file's own. */
    public static final List<String> COLUMNS = List.of("line", "column", "value", "reason");

    private RejectedLines() {}

    /** Whether a file with these columns is such a list. */
    static boolean has(List<String> names) {
        return names.size() > COLUMNS.size() && names.subList(0, COLUMNS.size()).equals(COLUMNS);
    }

    /** The text that {@link CsvCells#neutralise} was given; other text is left alone. */
    static String original(String cell) {
        return cell.length() > 1
                        && cell.charAt(0) == '\''
                        && CsvCells.neutralise(cell.substring(1)).equals(cell)
                ? cell.substring(1)
                : cell;
    }
}
