package uk.daymark.firstday;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Collectors;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.time.LondonTime;

/** Lists, days and numbers as people read them. */
final class Sentences {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mma", Locale.UK);

    private Sentences() {}

    /** "Amira, Yusuf and Zara". */
    static String and(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }

    /** "15 September". */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "Monday 15 September". */
    static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** "9:12am". */
    static String time(Instant moment) {
        return TIME.format(moment.atZone(LondonTime.ZONE)).toLowerCase(Locale.UK);
    }

    /** "Monday 15 September, morning and afternoon; Tuesday 16 September, morning". */
    static String sessions(SortedSet<Session> sessions) {
        return sessions.stream()
                .map(Session::date)
                .distinct()
                .map(day -> WEEKDAY.format(day) + ", "
                        + sessions.stream()
                                .filter(session -> session.date().equals(day))
                                .map(session -> session.half() == Half.AM ? "morning" : "afternoon")
                                .collect(Collectors.joining(" and ")))
                .collect(Collectors.joining("; "));
    }

    /** "1 call", "2 calls". */
    static String count(long howMany, String one) {
        return howMany + " " + one + (howMany == 1 ? "" : "s");
    }

    /** "2nd". */
    static String nth(int number) {
        int last = number % 10;
        boolean teen = number % 100 >= 11 && number % 100 <= 13;
        return number + (teen || last == 0 || last > 3 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd");
    }

    /** With a capital first letter, for the beginning of a sentence. */
    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }

    /** With a small first letter, for the middle of a sentence. */
    static String small(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.UK) + text.substring(1);
    }
}
