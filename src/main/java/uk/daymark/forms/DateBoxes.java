package uk.daymark.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A day as it was typed into three boxes. The month may be a number or a name: "11", "Nov", "november".
 *
 * @param day as typed
 * @param month as typed
 * @param year as typed
 */
public record DateBoxes(String day, String month, String year) {

    private static final int SHORTEST_NAME = 3;

    public DateBoxes {
        day = day.strip();
        month = month.strip();
        year = year.strip();
    }

    /** The boxes of a day. */
    public static DateBoxes of(LocalDate day) {
        return new DateBoxes(
                String.valueOf(day.getDayOfMonth()),
                String.valueOf(day.getMonthValue()),
                String.valueOf(day.getYear()));
    }

    /** Whether nothing was typed. */
    boolean isEmpty() {
        return day.isEmpty() && month.isEmpty() && year.isEmpty();
    }

    /** The boxes that were left empty: "month", "year". */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (day.isEmpty()) {
            missing.add("day");
        }
        if (month.isEmpty()) {
            missing.add("month");
        }
        if (year.isEmpty()) {
            missing.add("year");
        }
        return missing;
    }

    /** The day; empty where there is none such. */
    public Optional<LocalDate> date() {
        OptionalInt monthNumber = monthNumber();
        if (!day.matches("[0-9]{1,2}") || !year.matches("[0-9]{4}") || monthNumber.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), monthNumber.getAsInt(), Integer.parseInt(day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private OptionalInt monthNumber() {
        if (month.matches("[0-9]{1,2}")) {
            return OptionalInt.of(Integer.parseInt(month));
        }
        String name = month.toLowerCase(Locale.ROOT);
        return name.length() < SHORTEST_NAME
                ? OptionalInt.empty()
                : Stream.of(Month.values())
                        .filter(known -> known.getDisplayName(TextStyle.FULL, Locale.UK)
                                .toLowerCase(Locale.ROOT)
                                .startsWith(name))
                        .mapToInt(Month::getValue)
                        .findFirst();
    }
}
