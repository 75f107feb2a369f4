package uk.daymark.register.reading;

import java.util.Locale;

/**
 * Unique pupil numbers. Thirteen characters: a check letter, eleven digits, and a digit or, in a temporary number, a letter.
 *
 * <p>Source: the check letter is the sum of the characters at places 2 to 13, each times its place, modulo 23, as an index into the
 * alphabet without I, O and S (Common Basic Data Set). The last letter of a temporary number counts by the same row.
 */
final class Upn {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private static final int LENGTH = 13;

    private Upn() {}

    static Reading<String> read(String cell) {
        String text = Cells.stripped(cell);
        if (text.isEmpty()) {
            return Reading.empty();
        }
        String upn = text.toUpperCase(Locale.ROOT);
        String shown = Cells.shortened(text);
        if (Cells.isSpreadsheetNumber(text)) {
            return Reading.fault("A spreadsheet turned the UPN into the number " + shown
                    + ". Export the file again and do not open it in a spreadsheet, or set the column to text.");
        }
        if (!hasForm(upn)) {
            return Reading.fault(
                    "The UPN " + shown
                            + " has not the right form: a letter, eleven digits, and a digit or a letter at the end. Correct it, or leave it empty.");
        }
        char expected = checkLetter(upn);
        if (upn.charAt(0) != expected) {
            return Reading.fault("The UPN " + shown + " fails its check letter (expected " + expected
                    + "). One of its characters is wrong. Correct it, or leave it empty.");
        }
        if (!upn.equals(text)) {
            return Reading.noted(upn, Reading.Note.UPPER_CASED, "The UPN " + shown + " was read as " + upn + ".");
        }
        if (!text.equals(cell)) {
            return Reading.noted(upn, Reading.Note.TRIMMED, "Blanks around the UPN " + upn + " were left out.");
        }
        return Reading.of(upn);
    }

    /** The letter that characters 2 to 13 call for. */
    static char checkLetter(String upn) {
        int sum = 0;
        for (int place = 2; place <= LENGTH; place++) {
            char c = upn.charAt(place - 1);
            int value = c <= '9' ? c - '0' : LETTERS.indexOf(c);
            sum += value * place;
        }
        return LETTERS.charAt(sum % LETTERS.length());
    }

    private static boolean hasForm(String upn) {
        if (upn.length() != LENGTH || LETTERS.indexOf(upn.charAt(0)) < 0) {
            return false;
        }
        char last = upn.charAt(LENGTH - 1);
        return Dates.digits(upn, 1, LENGTH - 1) && ((last >= '0' && last <= '9') || LETTERS.indexOf(last) >= 0);
    }
}
