package uk.daymark.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Dates and times as people read them; pages write {@code ${@dates.day(...)}}. Follows the GOV.UK style guide. */
@Component
public class Dates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    /** "4 June 2026". */
    public String day(LocalDate day) {
        return inWords(day);
    }

    /** The same, for sentences that are made where nothing can be injected. */
    public static String inWords(LocalDate day) {
        return DAY.format(day);
    }

    /** "Thursday 4 June 2026". */
    public String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** "9:32am"; "midday" and "midnight" for those. */
    public String time(LocalTime time) {
        if (time.equals(LocalTime.NOON)) {
            return "midday";
        }
        if (time.equals(LocalTime.MIDNIGHT)) {
            return "midnight";
        }
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        String minutes = time.getMinute() == 0 ? "" : String.format(Locale.ROOT, ":%02d", time.getMinute());
        return hour + minutes + (time.getHour() < 12 ? "am" : "pm");
    }

    /** "4 June 2026 at 9:32am". */
    public String moment(LocalDateTime moment) {
        return day(moment.toLocalDate()) + " at " + time(moment.toLocalTime());
    }

    /** The same for a moment, as clocks in England show it. */
    public String moment(Instant moment) {
        return moment(LocalDateTime.ofInstant(moment, LondonTime.ZONE));
    }
}
