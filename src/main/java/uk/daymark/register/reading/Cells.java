package uk.daymark.register.reading;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;

/** The cells of one line by the meaning of their columns, and all that is wrong with them. One object serves all lines in turn. */
final class Cells {

    private static final int SHOWN = 80;

    private static final Map<String, Boolean> FLAGS = Map.ofEntries(
            Map.entry("t", true),
            Map.entry("y", true),
            Map.entry("yes", true),
            Map.entry("true", true),
            Map.entry("1", true),
            Map.entry("f", false),
            Map.entry("n", false),
            Map.entry("no", false),
            Map.entry("false", false),
            Map.entry("0", false));

    private static final Map<String, Half> HALVES =
            Map.of("am", Half.AM, "pm", Half.PM, "morning", Half.AM, "afternoon", Half.PM, "1", Half.AM, "2", Half.PM);

    private final Header header;
    private final Line line;
    /** Whether texts may bear an apostrophe that was put there for spreadsheets. */
    private final boolean mended;

    private final Optional<String> defaultSchool;
    private final Dates dates;
    private final Codes codes = new Codes();
    private final int[][] places = new int[Column.values().length][];
    private final List<Reject> faults = new ArrayList<>();
    private final List<Warned> warnings = new ArrayList<>();

    /** A warning with its kind. */
    record Warned(Column column, Reading.Note note, String value, String message) {}

    Cells(Header header, Line line, Optional<String> defaultSchool, Dates dates) {
        this.header = header;
        this.line = line;
        this.mended = header.rejected();
        this.defaultSchool = defaultSchool;
        this.dates = dates;
        for (Column column : Column.values()) {
            places[column.ordinal()] = header.places().getOrDefault(column, new int[0]);
        }
    }

    /** Forgets the line before. */
    void begin() {
        faults.clear();
        warnings.clear();
    }

    long number() {
        return line.number();
    }

    List<Reject> faults() {
        return faults;
    }

    List<Warned> warnings() {
        return warnings;
    }

    boolean faulty() {
        return !faults.isEmpty();
    }

    /** What stands in the column, as it is in the file; empty text where the file has no such column. */
    String raw(Column column) {
        int[] at = places[column.ordinal()];
        if (at.length == 0) {
            return "";
        }
        return at.length == 1 ? text(at[0]) : several(column, at);
    }

    private String text(int at) {
        return mended ? RejectedLines.original(line.text(at)) : line.text(at);
    }

    private String several(Column column, int[] at) {
        StringBuilder joined = new StringBuilder();
        for (int i : at) {
            String text = stripped(text(i));
            if (text.isEmpty()) {
                continue;
            }
            if (column != Column.ADDRESS_1) {
                return text;
            }
            joined.append(joined.isEmpty() ? "" : " ").append(text);
        }
        return joined.toString();
    }

    /** The school of the line: its own, or the given one where the file has no column for it. */
    String school() {
        if (!header.has(Column.SCHOOL_URN) && defaultSchool.isPresent()) {
            return defaultSchool.get();
        }
        String urn = stripped(raw(Column.SCHOOL_URN));
        if (urn.isEmpty()) {
            missing(Column.SCHOOL_URN);
        } else if (urn.length() != 6 || !Dates.digits(urn, 0, 6)) {
            fault(Column.SCHOOL_URN, "A school's URN has six digits. Correct it.");
        }
        return urn;
    }

    /** The pupil's reference, which every line needs. */
    String pupil() {
        if (header.upnIsRef()) {
            Column column = header.has(Column.UPN) ? Column.UPN : Column.PUPIL_REF;
            return taken(column, Upn.read(raw(column)), true).orElse("");
        }
        return reference(Column.PUPIL_REF);
    }

    /** A reference that every line needs. */
    String reference(Column column) {
        return taken(column, Texts.read(raw(column), Texts.Form.REFERENCE), true)
                .orElse("");
    }

    /** A name that every line needs. */
    String requiredName(Column column) {
        return taken(column, Texts.read(raw(column), Texts.Form.NAME), true).orElse("");
    }

    /** A name, or empty text. */
    String name(Column column) {
        return taken(column, Texts.read(raw(column), Texts.Form.NAME), false).orElse("");
    }

    /** Free text, or empty text. */
    String text(Column column) {
        return taken(column, Texts.read(raw(column), Texts.Form.FREE), false).orElse("");
    }

    /** A telephone number as it is written, or empty text. */
    String phone(Column column) {
        String phone = name(column);
        if (isSpreadsheetNumber(phone)) {
            warn(
                    column,
                    Reading.Note.SPREADSHEET_NUMBER,
                    "A spreadsheet turned this telephone number into " + phone
                            + "; it was kept as it is and cannot be rung.");
        }
        return phone;
    }

    Optional<String> upn() {
        if (header.upnIsRef()) {
            // What is wrong with it was said when it was read as the pupil's reference.
            return Upn.read(raw(Column.UPN)).value();
        }
        return taken(Column.UPN, Upn.read(raw(Column.UPN)), false);
    }

    Optional<LocalDate> date(Column column) {
        return taken(column, dates.read(raw(column), column), false);
    }

    Optional<LocalDate> requiredDate(Column column) {
        return taken(column, dates.read(raw(column), column), true);
    }

    /** The code of a mark; the day is empty where it could not be read. */
    Optional<AttendanceCode> code(Column column, Optional<LocalDate> day, Optional<Half> half) {
        String cell = raw(column);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        return taken(
                column,
                day.isPresent() && half.isPresent() ? codes.read(cell, day.get(), half.get()) : codes.read(cell),
                false);
    }

    /** The half of a day, which the line needs. */
    Optional<Half> half() {
        String cell = raw(Column.SESSION);
        // The two usual ways of writing need no more than a look.
        if (cell.equals("AM")) {
            return Optional.of(Half.AM);
        }
        if (cell.equals("PM")) {
            return Optional.of(Half.PM);
        }
        String text = stripped(cell);
        if (text.isEmpty()) {
            missing(Column.SESSION);
            return Optional.empty();
        }
        Half half = HALVES.get(text.toLowerCase(Locale.ROOT));
        if (half == null) {
            fault(Column.SESSION, shortened(text) + " is no session. Write AM or PM.");
        }
        return Optional.ofNullable(half);
    }

    /** Yes or no; an empty cell is no. */
    boolean flag(Column column) {
        String text = stripped(raw(column));
        if (text.isEmpty()) {
            return false;
        }
        Boolean flag = FLAGS.get(text.toLowerCase(Locale.ROOT));
        if (flag == null) {
            fault(column, shortened(text) + " is neither yes nor no. Write Y or N, or leave it empty for no.");
            return false;
        }
        return flag;
    }

    /** A whole number from 0 to a most. */
    Optional<Integer> number(Column column, int most) {
        String text = stripped(raw(column));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() > 9 || !Dates.digits(text, 0, text.length()) || Dates.number(text, 0, text.length()) > most) {
            fault(
                    column,
                    shortened(text) + " is no whole number from 0 to " + most + ". Correct it, or leave it empty.");
            return Optional.empty();
        }
        return Optional.of(Dates.number(text, 0, text.length()));
    }

    /** A time of day as {@code 08:50}. */
    Optional<LocalTime> time(Column column) {
        String text = stripped(raw(column));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() == 5 && text.charAt(2) == ':' && Dates.digits(text, 0, 2) && Dates.digits(text, 3, 5)) {
            int hour = Dates.number(text, 0, 2);
            int minute = Dates.number(text, 3, 5);
            if (hour < 24 && minute < 60) {
                return Optional.of(LocalTime.of(hour, minute));
            }
        }
        fault(column, shortened(text) + " is no time of day. Write hours and minutes, such as 08:50.");
        return Optional.empty();
    }

    void missing(Column column) {
        fault(column, header.label(column) + " is empty, and every line needs it. Fill it in.");
    }

    void fault(Column column, String message) {
        faults.add(new Reject(line.number(), column.title(), shortened(raw(column)), message));
    }

    /** Something wrong with the line as a whole. */
    void fault(String message) {
        faults.add(new Reject(line.number(), "", "", message));
    }

    private void warn(Column column, Reading.Note note, String message) {
        warnings.add(new Warned(column, note, shortened(raw(column)), message));
    }

    private <T> Optional<T> taken(Column column, Reading<T> reading, boolean required) {
        if (reading.value().isPresent()) {
            if (reading.note() != Reading.Note.NONE) {
                warn(column, reading.note(), reading.noteText());
            }
        } else if (reading.isFault()) {
            fault(column, reading.fault());
        } else if (required) {
            missing(column);
        }
        return reading.value();
    }

    /** Whether a character is a blank, of whatever width, or another white space. */
    static boolean isBlank(char c) {
        return c <= ' ' ? c == ' ' || (c >= '\t' && c <= '\r') : c >= 0x80 && isWideBlank(c);
    }

    private static boolean isWideBlank(char c) {
        return Character.isSpaceChar(c) || c == '\u0085' || c == '\uFEFF' || c == '\u200B';
    }

    /** The text without blanks around it. */
    static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** The text fit to be shown in a message: not too long, and without characters that nobody sees. */
    static String shortened(String text) {
        StringBuilder shown = new StringBuilder();
        int end = text.length() <= SHOWN
                ? text.length()
                : text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())));
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) || Texts.turnsDirection(c) ? '\uFFFD' : c);
        }
        return end < text.length() ? shown.append('…').toString() : shown.toString();
    }

    /** Whether a spreadsheet wrote a long number so: {@code 1.23E+12}. */
    static boolean isSpreadsheetNumber(String text) {
        int e = Math.max(text.indexOf("E+"), text.indexOf("e+"));
        if (e < 1 || !Dates.digits(text, e + 2, text.length())) {
            return false;
        }
        String mantissa = text.substring(0, e);
        return Dates.digits(mantissa, 0, 1)
                && (mantissa.length() == 1
                        || (mantissa.charAt(1) == '.' && Dates.digits(mantissa, 2, mantissa.length())));
    }

    /** A date as people read it: 3 April 2026. */
    static String inWords(LocalDate date) {
        return date.getDayOfMonth() + " " + inWords(date.getMonth()) + " " + date.getYear();
    }

    static String inWords(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.UK);
    }
}
