package uk.daymark.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.RegisterDates;
import uk.daymark.measure.SchoolCalendar;
import uk.daymark.measure.SchoolCalendar.Closure;
import uk.daymark.measure.SchoolCalendar.HalfDay;
import uk.daymark.web.JsonFields;

/** Reads dates, periods and calendars of a check, noting every fault. */
final class CalendarFields {

    /** Longer than anybody is at school; keeps what one check counts small, and its counters from running over. */
    private static final int MOST_YEARS = 50;

    private static final int MOST_TERMS = 1000;

    private CalendarFields() {}

    static SchoolCalendar calendar(JsonFields fields) {
        List<DateRange> terms = new ArrayList<>();
        fields.objects("terms", MOST_TERMS).forEach(term -> period(term).ifPresent(terms::add));
        if (!together(fields, "terms", terms)) {
            terms.clear();
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
        return new SchoolCalendar(joined(terms), closures, halfDays);
    }

    /** Whether periods lie close enough together to belong to one pupil or one school; a fault where they do not. */
    static boolean together(JsonFields fields, String name, List<DateRange> periods) {
        Optional<LocalDate> first = periods.stream().map(DateRange::from).min(Comparator.naturalOrder());
        Optional<LocalDate> last = periods.stream().map(DateRange::to).max(Comparator.naturalOrder());
        boolean together =
                first.isEmpty() || last.orElseThrow().isBefore(first.get().plusYears(MOST_YEARS));
        if (!together) {
            fields.fault(
                    name,
                    "From the first day to the last this is more than " + MOST_YEARS + " years. Check the years.");
        }
        return together;
    }

    /** The same days, each in one period only: many terms over each other are no more work than one. */
    private static List<DateRange> joined(List<DateRange> terms) {
        List<DateRange> joined = new ArrayList<>();
        for (DateRange term :
                terms.stream().sorted(Comparator.comparing(DateRange::from)).toList()) {
            int last = joined.size() - 1;
            if (last >= 0 && !term.from().isAfter(joined.get(last).to())) {
                DateRange before = joined.get(last);
                joined.set(
                        last, new DateRange(before.from(), term.to().isAfter(before.to()) ? term.to() : before.to()));
            } else {
                joined.add(term);
            }
        }
        return joined;
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
            boolean plausible = RegisterDates.plausible(day);
            if (!plausible) {
                fields.fault(
                        name,
                        "Give a year from " + RegisterDates.EARLIEST.getYear() + " to " + RegisterDates.LATEST.getYear()
                                + ".");
            }
            return plausible;
        });
    }
}
