package uk.daymark.register.reading;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;

/** Reads register codes: exactly, never by guess. An empty cell or {@code -} means that the mark was not taken yet. */
final class Codes {

    private static final int REMEMBERED = 1024;

    private final Map<String, Reading<AttendanceCode>> remembered = new HashMap<>();

    /** The code in a cell, for a session of that day and half. */
    Reading<AttendanceCode> read(String cell, LocalDate day, Half half) {
        Reading<AttendanceCode> reading = remembered.get(cell);
        if (reading == null) {
            reading = parse(cell);
            if (remembered.size() >= REMEMBERED) {
                remembered.clear();
            }
            remembered.put(cell, reading);
        }
        if (reading.value().isEmpty()) {
            return reading;
        }
        AttendanceCode code = reading.value().get();
        if (!code.usableOn(day)) {
            return Reading.fault("Code " + code.token() + " ended on "
                    + code.lastDay().map(Cells::inWords).orElse("an earlier day")
                    + ". Correct the mark in the register and export it again.");
        }
        if (!code.usableIn(half)) {
            AttendanceCode right = AttendanceCode.presentIn(half);
            return Reading.noted(
                    right,
                    Reading.Note.SET_BY_SESSION,
                    "The mark " + code.token() + " stands in the " + (half == Half.AM ? "morning" : "afternoon")
                            + "; it was read as " + right.token() + " (" + lowerFirst(right.meaning()) + ").");
        }
        return reading;
    }

    /** The code in a cell whose day or half is not known, to find what else is wrong with the line. */
    Reading<AttendanceCode> read(String cell) {
        return parse(cell);
    }

    private static Reading<AttendanceCode> parse(String cell) {
        String text = Cells.stripped(cell);
        if (text.isEmpty() || text.equals("-")) {
            return Reading.empty();
        }
        Optional<AttendanceCode> code = AttendanceCode.ofToken(text);
        if (code.isPresent()) {
            return text.equals(cell)
                    ? Reading.of(code.get())
                    : Reading.noted(
                            code.get(), Reading.Note.TRIMMED, "Blanks around the code " + text + " were left out.");
        }
        String shown = Cells.shortened(text);
        String wide = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (!wide.equals(text) && AttendanceCode.ofToken(wide).isPresent()) {
            return Reading.fault(shown + " is a full-width character and no register code. Did you mean " + wide + "?");
        }
        String upper = text.toUpperCase(Locale.ROOT);
        if (AttendanceCode.ofToken(upper).isPresent()) {
            return Reading.fault(
                    shown + " is no register code: codes are capital letters. Did you mean " + upper + "?");
        }
        if (text.equals("0")) {
            return Reading.fault("0 is no register code. Did you mean the letter O?");
        }
        return Reading.fault(shown + " is no register code. Correct the mark in the register and export it again.");
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
