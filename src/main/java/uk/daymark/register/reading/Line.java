package uk.daymark.register.reading;

import java.util.Arrays;

/** A line as it stands in the file, cut into cells. One object serves all lines of a file in turn. */
final class Line {

    private final String[] cells;
    private long number;
    private int count;
    private boolean blank;
    private boolean surplus;

    Line(int columns) {
        cells = new String[columns];
        begin(0);
    }

    void begin(long lineNumber) {
        number = lineNumber;
        count = 0;
        blank = true;
        surplus = false;
        Arrays.fill(cells, "");
    }

    /** Notes a cell; {@code filled} where more than blanks stands in it. */
    void cell(int index, boolean filled) {
        count = index + 1;
        if (filled) {
            blank = false;
            surplus |= index >= cells.length;
        }
    }

    void text(int index, String text) {
        cells[index] = text;
    }

    /** The line in the file, counted from 1. */
    long number() {
        return number;
    }

    /** The number of cells in the line. */
    int count() {
        return count;
    }

    /** Whether nothing but blanks stands in any cell. */
    boolean blank() {
        return blank;
    }

    /** Whether something stands in a cell beyond the last column of the header. */
    boolean surplus() {
        return surplus;
    }

    /** What stands in a cell; empty where it was not asked for. */
    String text(int index) {
        return cells[index];
    }
}
