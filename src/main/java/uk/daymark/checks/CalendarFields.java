package uk.daymark.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.SchoolCalendar;
import uk.daymark.measure.SchoolCalendar.Closure;
import uk.daymark.measure.SchoolCalendar.HalfDay;
import uk.daymark.web.JsonFields;

/** Reads dates, periods and calendars of a check, noting every fault. */
final class CalendarFields {

    /** Further away no register lies; it keeps a slip of the keyboard from asking for a million weeks. */
    private static final int EARLIEST_YEAR = 1900;

    private static final int LATEST_YEAR = 2199;

    private CalendarFields() {}

    static SchoolCalendar calendar(JsonFields fields) {
        List<DateRange> terms = new ArrayList<>();
        for (JsonFields term : fields.objects("terms")) {
            period(term).ifPresent(terms::add);
        }
        List<Closure> closures = new ArrayList<>();
        for (JsonFields closure : fields.objects("closures")) {
            String reason = closure.text("reason").orElse("");
            neededDate(closure, "date").ifPresent(day -> closures.add(new Closure(new DateRange(day, day), reason)));
        }
        List<HalfDay> halfDays = new ArrayList<>();
        for (JsonFields halfDay : fields.objects("halfDays")) {
            halfDay.need("session");
            Optional<Half> held = halfDay.choice("session", Half.class);
            neededDate(halfDay, "date").ifPresent(day -> held.ifPresent(half -> halfDays.add(new HalfDay(day, half))));
        }
        return new SchoolCalendar(terms, closures, halfDays);
    }

    /** The {@code from} and {@code to} of an object, both needed. */
    static Optional<DateRange> period(JsonFields fields) {
        Optional<LocalDate> from = neededDate(fields, "from");
        Optional<LocalDate> to = neededDate(fields, "to");
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().isBefore(from.get())) {
            fields.fault("to", "The last day lies before the first.");
            return Optional.empty();
        }
        return Optional.of(new DateRange(from.get(), to.get()));
    }

    static Optional<LocalDate> neededDate(JsonFields fields, String name) {
        fields.need(name);
        return date(fields, name);
    }

    static Optional<LocalDate> date(JsonFields fields, String name) {
        return fields.date(name).filter(day -> {
            boolean plausible = plausible(day);
            if (!plausible) {
                fields.fault(name, "Give a year from " + EARLIEST_YEAR + " to " + LATEST_YEAR + ".");
            }
            return plausible;
        });
    }

    static boolean plausible(LocalDate day) {
        return day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR;
    }
}
