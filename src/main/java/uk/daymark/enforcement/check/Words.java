package uk.daymark.enforcement.check;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and numbers as people read them. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Words() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "1 notice", "2 notices". */
    static String many(long number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }
}
