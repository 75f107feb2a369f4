package uk.daymark.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A day as people type it into one box: 15 September 2025, 15 Sep 25, 15/9/2025, 15 9 2025, 15.09.25; and as machines write it,
 * 2025-09-15. The day comes first, as in England. A year of two digits is of this century.
 */
public final class TypedDay {

    /** How a box says what may be typed. */
    public static final String LIKE = "like 15 September 2025";

    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "([0-9]{1,2})(?:st|nd|rd|th)?[ /.-]+([0-9]{1,2}|\\p{L}{3,}\\.?)[ /.,-]+([0-9]{4}|[0-9]{2})");
    private static final int CENTURY = 2000;

    private TypedDay() {}

    /** The day; empty where what was typed is none, as 31 February 2026. */
    public static Optional<LocalDate> read(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        Matcher machine = YEAR_FIRST.matcher(text);
        if (machine.matches()) {
            return day(machine.group(1), machine.group(2), machine.group(3));
        }
        Matcher person = DAY_FIRST.matcher(text);
        return person.matches() ? day(person.group(3), person.group(2), person.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        OptionalInt number = month(month);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        int typedYear = Integer.parseInt(year);
        try {
            return Optional.of(LocalDate.of(
                    year.length() == 2 ? CENTURY + typedYear : typedYear, number.getAsInt(), Integer.parseInt(day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static OptionalInt month(String typed) {
        if (Character.isDigit(typed.charAt(0))) {
            return OptionalInt.of(Integer.parseInt(typed));
        }
        String name = typed.replace(".", "");
        return Stream.of(Month.values())
                .filter(known -> known.getDisplayName(TextStyle.FULL, Locale.UK)
                        .toLowerCase(Locale.ROOT)
                        .startsWith(name))
                .mapToInt(Month::getValue)
                .findFirst();
    }
}
