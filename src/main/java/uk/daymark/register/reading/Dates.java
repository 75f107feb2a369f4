package uk.daymark.register.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads dates as schools' systems and spreadsheets write them. Remembers what it read: a register repeats few dates many times.
 *
 * <p>Dates with slashes are taken day first where that is certain: the first number is above 12, both are equal, or another date of
 * the same column is so; and no date of the file is certainly month first. A date that could be either is refused.
 */
final class Dates {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    /** Two-digit years up to this one belong to this century, later ones to the last. Fixed, so that a file means the same in any year. */
    private static final int PIVOT = 69;

    /** Day 0 of spreadsheets, as it holds from March 1900 on: they take 1900 for a leap year. */
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private static final String WRITE = " Write the year first, such as 2026-09-14.";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int REMEMBERED = 4096;

    /** Finds out, when first asked, in which order the file writes its dates. */
    interface OrderFinder {
        DateOrder find();
    }

    private final OrderFinder finder;
    private final Map<Column, Map<String, Reading<LocalDate>>> remembered = new EnumMap<>(Column.class);

    Dates(OrderFinder finder) {
        this.finder = finder;
    }

    /** The date in a cell of that column. */
    Reading<LocalDate> read(String cell, Column column) {
        Map<String, Reading<LocalDate>> known = remembered.computeIfAbsent(column, any -> new HashMap<>());
        Reading<LocalDate> reading = known.get(cell);
        if (reading == null) {
            reading = parse(Cells.stripped(cell), column);
            if (known.size() >= REMEMBERED) {
                known.clear();
            }
            known.put(cell, reading);
        }
        return reading;
    }

    private Reading<LocalDate> parse(String text, Column column) {
        if (text.isEmpty()) {
            return Reading.empty();
        }
        String shown = Cells.shortened(text);
        String date = withoutMidnight(text);
        if (hasForm(date, "0000-00-00")) {
            return ofParts(number(date, 0, 4), number(date, 5, 7), number(date, 8, 10), shown);
        }
        if (date.indexOf('/') > 0 && SlashDate.of(date).isPresent()) {
            return slashed(SlashDate.of(date).get(), column, shown);
        }
        if (hasForm(date, "00000")) {
            return serial(date);
        }
        int month = monthByName(date);
        if (month > 0) {
            return named(date, month, shown);
        }
        return Reading.fault(whyNot(date, shown));
    }

    private Reading<LocalDate> slashed(SlashDate date, Column column, String shown) {
        if (!date.fullYear()) {
            return Reading.fault(shown + " has no year of four digits." + WRITE);
        }
        DateOrder order = finder.find();
        if (order.monthFirst().isPresent()) {
            return Reading.fault(
                    "This file writes the month first (" + order.monthFirst().get() + "), so " + shown
                            + " cannot be trusted. Save the file with dates that have the year first, such as 2026-09-14.");
        }
        boolean certain = date.first() > 12 || date.first() == date.second();
        if (!certain && !order.dayFirst().contains(column)) {
            return Reading.fault(ambiguous(date, shown));
        }
        return ofParts(date.year(), date.second(), date.first(), shown);
    }

    private static String ambiguous(SlashDate date, String shown) {
        try {
            LocalDate dayFirst = LocalDate.of(date.year(), date.second(), date.first());
            LocalDate monthFirst = LocalDate.of(date.year(), date.first(), date.second());
            return shown + " can be " + Cells.inWords(dayFirst) + " or " + Cells.inWords(monthFirst)
                    + ", and no other date of this column tells which. Write " + dayFirst + " or " + monthFirst + ".";
        } catch (DateTimeException e) {
            return shown + " is no date." + WRITE;
        }
    }

    private static Reading<LocalDate> ofParts(int year, int month, int day, String shown) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Reading.fault(
                    shown + ": the year is outside " + FIRST_YEAR + " to " + LAST_YEAR + ". Correct the year.");
        }
        if (month < 1 || month > 12) {
            return Reading.fault(shown + ": there is no month " + month + "." + WRITE);
        }
        if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
            String leap = month == 2 && day == 29 && !Year.isLeap(year) ? ": " + year + " is not a leap year" : "";
            return Reading.fault("There is no " + day + " " + Cells.inWords(Month.of(month)) + " " + year + leap
                    + ". Correct the date.");
        }
        return Reading.of(LocalDate.of(year, month, day));
    }

    private static Reading<LocalDate> serial(String text) {
        LocalDate date = SERIAL_ZERO.plusDays(number(text, 0, text.length()));
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            return Reading.fault(text + " is no date." + WRITE);
        }
        return Reading.noted(
                date,
                Reading.Note.SERIAL_DATE,
                text + " is a spreadsheet's number for a date; it was read as " + Cells.inWords(date) + ".");
    }

    /** The month of {@code 14-Sep-25} or {@code 14 Sep 2025}, or 0 where the text has not that form. */
    private static int monthByName(String text) {
        int letter = firstLetter(text);
        if (letter < 2 || letter > 3 || text.length() < letter + 6) {
            return 0;
        }
        char before = text.charAt(letter - 1);
        char after = text.charAt(letter + 3);
        int year = text.length() - letter - 4;
        if (before != after || "- /".indexOf(before) < 0 || (year != 2 && year != 4)) {
            return 0;
        }
        if (!digits(text, 0, letter - 1) || !digits(text, letter + 4, text.length())) {
            return 0;
        }
        int at = MONTHS.indexOf(text.substring(letter, letter + 3).toLowerCase(Locale.ROOT));
        return at >= 0 && at % 3 == 0 ? at / 3 + 1 : 0;
    }

    private static Reading<LocalDate> named(String text, int month, String shown) {
        int letter = firstLetter(text);
        int year = number(text, letter + 4, text.length());
        if (text.length() - letter - 4 == 2) {
            year += year <= PIVOT ? 2000 : 1900;
        }
        return ofParts(year, month, number(text, 0, letter - 1), shown);
    }

    private static String whyNot(String date, String shown) {
        if (hasForm(date, "0000-W00") || hasForm(date, "0000-W00-0") || hasForm(date, "0000W000")) {
            return shown + " names a week, not a day." + WRITE;
        }
        if (hasForm(date, "00-00-00")
                || hasForm(date, "00-00-0000")
                || hasForm(date, "00.00.00")
                || hasForm(date, "00.00.0000")) {
            return shown + " does not say which number is the day, the month and the year." + WRITE;
        }
        if (hasForm(date, "00000000")) {
            return shown + " has no dashes." + WRITE;
        }
        if (date.length() > 10 && hasForm(date.substring(0, 10), "0000-00-00")) {
            return shown + " holds a time of day or a time zone. Write the date alone, such as 2026-09-14.";
        }
        if (date.indexOf('#') >= 0) {
            return "A spreadsheet wrote " + shown
                    + " because the column was too narrow for the date. Widen it and save the file again.";
        }
        return shown + " is no date." + WRITE;
    }

    static String withoutMidnight(String text) {
        int cut = 0;
        while (cut < text.length() && (Character.isDigit(text.charAt(cut)) || "-/".indexOf(text.charAt(cut)) >= 0)) {
            cut++;
        }
        if (cut < 8 || cut == text.length() || (text.charAt(cut) != ' ' && text.charAt(cut) != 'T')) {
            return text;
        }
        String time = text.substring(cut + 1);
        if (time.endsWith("Z")) {
            time = time.substring(0, time.length() - 1);
        }
        if (!time.startsWith("00:00")) {
            return text;
        }
        for (int i = 0; i < time.length(); i++) {
            if ("0:.".indexOf(time.charAt(i)) < 0) {
                return text;
            }
        }
        return text.substring(0, cut);
    }

    private static int firstLetter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the text has this form, where 0 stands for any digit and all else for itself. */
    private static boolean hasForm(String text, String form) {
        if (text.length() != form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char c = text.charAt(i);
            if (form.charAt(i) == '0' ? c < '0' || c > '9' : c != form.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return to > from;
    }

    static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }
}
