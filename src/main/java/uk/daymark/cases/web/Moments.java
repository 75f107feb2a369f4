package uk.daymark.cases.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import uk.daymark.journal.Recorded;
import uk.daymark.time.LondonTime;

/** Moments as programs are told them: London time, to the minute; the day alone where only the day is known. */
final class Moments {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    private Moments() {}

    /** {@code 2025-11-21T12:00}. */
    static String minute(Instant moment) {
        return MINUTE.format(LocalDateTime.ofInstant(moment, LondonTime.ZONE));
    }

    /** When it happened: {@code 2025-11-21T12:00}, or {@code 2025-11-21} where it was entered later and only the day is known. */
    static String happened(Recorded recorded) {
        LocalDateTime at = LocalDateTime.ofInstant(recorded.at(), LondonTime.ZONE);
        return dayOnly(recorded) ? at.toLocalDate().toString() : MINUTE.format(at);
    }

    /** Whether only the day is known on which it happened. */
    static boolean dayOnly(Recorded recorded) {
        return !recorded.recordedAt().equals(recorded.at())
                && LocalDateTime.ofInstant(recorded.at(), LondonTime.ZONE)
                        .toLocalTime()
                        .equals(LocalTime.MIDNIGHT);
    }
}
