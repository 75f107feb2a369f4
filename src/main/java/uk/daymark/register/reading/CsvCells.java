package uk.daymark.register.reading;

/** Cells of CSV files that Daymark writes. */
public final class CsvCells {

    private CsvCells() {}

    /**
     * Keeps a spreadsheet from taking text for a formula: text that begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab or
     * a line break gets an apostrophe in front.
     *
     * <p>A single character is no formula and is left alone, so that {@code -} for a mark not yet taken stays as it is. The codes
     * of a register begin with none of these characters.
     *
     * @param text what a person or another system wrote
     * @return the same text, safe to open in a spreadsheet
     */
    public static String neutralise(String text) {
        if (text.isEmpty()) {
            return text;
        }
        char first = text.charAt(0);
        boolean formula = text.length() > 1 && (first == '=' || first == '+' || first == '-' || first == '@');
        return formula || first == '\t' || first == '\r' || first == '\n' ? "'" + text : text;
    }
}
