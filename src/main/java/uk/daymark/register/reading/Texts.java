package uk.daymark.register.reading;

import java.text.Normalizer;

/**
 * Reads names, references and free text: kept as written, in Unicode's composed form (NFC), without blanks around them.
 *
 * <p>Characters that turn the direction of writing (U+202A to U+202E, U+2066 to U+2069) are left out with a warning rather than
 * refused: no name needs them, and a pupil whose line is refused for something nobody can see would go missing. In a reference they are
 * refused, because two references that look the same must not be different. Control characters are damage and refused everywhere; line
 * breaks and tabs may stand in free text.
 */
final class Texts {

    private static final char DAMAGED = '\uFFFD';

    /** What a text may be. */
    enum Form {
        /** Names people by sight: longest 200 characters. */
        NAME(200, false),
        /** Names something by machine: longest 100 characters. */
        REFERENCE(100, false),
        /** Anything a person wrote: longest 2,000 characters. */
        FREE(2000, true);

        private final int longest;
        private final boolean lineBreaks;

        Form(int longest, boolean lineBreaks) {
            this.longest = longest;
            this.lineBreaks = lineBreaks;
        }
    }

    private Texts() {}

    static Reading<String> read(String cell, Form form) {
        if (cell.isEmpty()) {
            return Reading.empty();
        }
        boolean plain = true;
        for (int i = 0; i < cell.length() && plain; i++) {
            char c = cell.charAt(i);
            plain = c > ' ' && c < 0x7F;
        }
        return plain && cell.length() <= form.longest ? reference(cell, form) : unusual(cell, form);
    }

    private static Reading<String> reference(String text, Form form) {
        if (form == Form.REFERENCE && Cells.isSpreadsheetNumber(text)) {
            return Reading.fault("A spreadsheet turned the reference into the number " + Cells.shortened(text)
                    + ". Export the file again and do not open it in a spreadsheet, or set the column to text.");
        }
        return Reading.of(text);
    }

    private static Reading<String> unusual(String cell, Form form) {
        String text = Cells.stripped(cell);
        if (text.isEmpty()) {
            return Reading.empty();
        }
        StringBuilder kept = new StringBuilder(text.length());
        boolean turned = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == DAMAGED) {
                return Reading.fault(
                        "This text holds bytes that are no character. Save the file as CSV UTF-8 and send it again.");
            }
            if (Character.isISOControl(c) && !(form.lineBreaks && (c == '\n' || c == '\r' || c == '\t'))) {
                return Reading.fault("This text holds a control character (" + control(c)
                        + "). Type it again in the school's system and export it again.");
            }
            if (turnsDirection(c)) {
                turned = true;
            } else {
                kept.append(c);
            }
        }
        if (turned && form == Form.REFERENCE) {
            return Reading.fault(
                    "This reference holds an invisible character that turns the direction of writing. Type it again.");
        }
        String composed = Cells.stripped(Normalizer.normalize(kept, Normalizer.Form.NFC));
        int length = composed.codePointCount(0, composed.length());
        if (length > form.longest) {
            return Reading.fault(
                    "This text is longer than " + form.longest + " characters. Shorten it in the school's system.");
        }
        if (composed.codePoints().allMatch(Texts::isInvisible)) {
            return Reading.empty();
        }
        if (turned) {
            return Reading.noted(
                    composed,
                    Reading.Note.INVISIBLE_CHARACTERS,
                    "Invisible characters that turn the direction of writing were left out.");
        }
        return reference(composed, form);
    }

    private static String control(char c) {
        return switch (c) {
            case 0 -> "a NUL byte";
            case '\t' -> "a tab";
            case '\n', '\r' -> "a line break";
            default -> "number " + (int) c;
        };
    }

    private static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT || Character.isSpaceChar(point);
    }

    static boolean turnsDirection(char c) {
        return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    }
}
