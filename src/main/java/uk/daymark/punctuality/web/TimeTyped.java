package uk.daymark.punctuality.web;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of day as people type it: 9:25, 9.25, 0925, 1:40pm. */
final class TimeTyped {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,2})[:. ]?([0-9]{2}) ?(am|pm)?");
    private static final int NOON = 12;

    private TimeTyped() {}

    /** Empty where it is no time. */
    static Optional<LocalTime> read(String typed) {
        Matcher time = TIME.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (!time.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(time.group(1));
        try {
            LocalTime read = LocalTime.of(hour, Integer.parseInt(time.group(2)));
            if (time.group(3) == null || (hour == NOON && time.group(3).equals("pm"))) {
                return Optional.of(read);
            }
            if (hour == 0 || hour > NOON) {
                return Optional.empty();
            }
            return Optional.of(time.group(3).equals("pm") || hour == NOON ? read.plusHours(NOON) : read);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
