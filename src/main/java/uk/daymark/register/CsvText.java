package uk.daymark.register;

import uk.daymark.measure.AttendanceCode;

/** Cells of the lists that people download and open in a spreadsheet. */
final class CsvText {

    private CsvText() {}

    /**
     * One quoted cell. Text that a spreadsheet would run as a formula gets a leading apostrophe; an attendance code, or the dash
     * that stands for "not taken", stays as it is.
     */
    static String cell(String text) {
        return '"' + harmless(text).replace("\"", "\"\"") + '"';
    }

    private static String harmless(String text) {
        if (text.isEmpty()
                || text.equals(String.valueOf(Weeks.NOT_TAKEN))
                || AttendanceCode.ofToken(text).isPresent()) {
            return text;
        }
        return "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    static String line(String... cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.isEmpty() ? "" : ",").append(cell(cell));
        }
        return line.append("\r\n").toString();
    }
}
