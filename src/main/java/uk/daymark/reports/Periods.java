package uk.daymark.reports;

import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.RegisterDates;
import uk.daymark.measure.Timetable;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.time.TypedDay;

/**
 * The days that reports are asked for. Where several schools are counted, half terms and terms are those of the first of them by name
 * that has a calendar.
 */
@Component
public class Periods {

    /** The choices with their words, in order. */
    public static final Map<String, String> CHOICES = choices();

    private static final String YEAR = "school-year";
    private static final String TERM = "term";
    private static final String HALF_TERM = "half-term";
    private static final String TEN_WEEKS = "ten-weeks";
    private static final String CHOSEN = "dates";
    private static final int WEEKS = 10;

    private final Schools schools;

    Periods(Schools schools) {
        this.schools = schools;
    }

    private static Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(YEAR, "This school year");
        choices.put(TERM, "This term");
        choices.put(HALF_TERM, "This half term");
        choices.put(TEN_WEEKS, "Last 10 school weeks");
        choices.put(CHOSEN, "From one day to another");
        return choices;
    }

    /**
     * The period that an address names; the school year where it names none that exists.
     *
     * @param errors what is wrong with the days, by field, is added here
     */
    public Period asked(Map<String, String> address, Scope scope, LocalDate today, Map<String, String> errors) {
        String name = address.getOrDefault("period", "");
        return switch (name) {
            case TERM -> named(TERM, new DateRange(startOfTerm(scope, today), today));
            case HALF_TERM -> named(HALF_TERM, new DateRange(startOfHalfTerm(scope, today), today));
            case TEN_WEEKS -> named(TEN_WEEKS, new DateRange(weeksBack(timetable(scope), today), today));
            case CHOSEN -> chosen(address, today, errors);
            default -> schoolYear(today);
        };
    }

    /** The first day of the half term that the day lies in, or that ended last before it: school weeks without a gap. */
    public LocalDate startOfHalfTerm(Scope scope, LocalDate today) {
        return start(timetable(scope), today, false);
    }

    private LocalDate startOfTerm(Scope scope, LocalDate today) {
        return start(timetable(scope), today, true);
    }

    /** The half term before the one that {@link #startOfHalfTerm} begins is left by a gap; a term goes on over short ones. */
    private static LocalDate start(Timetable timetable, LocalDate today, boolean overHalfTerms) {
        LocalDate earliest = RegisterDates.schoolYearOf(today).from();
        LocalDate monday = lastSchoolWeek(timetable, today, earliest);
        LocalDate start = monday;
        int gap = 0;
        for (LocalDate week = monday; !week.plusDays(6).isBefore(earliest); week = week.minusWeeks(1)) {
            if (timetable.isSchoolWeek(week)) {
                start = week;
                gap = 0;
            } else {
                gap++;
                boolean halfTermHoliday = gap == 1 || week.getMonth() == Month.OCTOBER;
                if (!overHalfTerms || !halfTermHoliday) {
                    break;
                }
            }
        }
        return start.isBefore(earliest) ? earliest : start;
    }

    private static LocalDate lastSchoolWeek(Timetable timetable, LocalDate today, LocalDate earliest) {
        LocalDate week = Timetable.mondayOf(today);
        while (!timetable.isSchoolWeek(week) && !week.isBefore(earliest)) {
            week = week.minusWeeks(1);
        }
        return week;
    }

    private static LocalDate weeksBack(Timetable timetable, LocalDate today) {
        if (timetable.isEmpty()) {
            return Timetable.mondayOf(today).minusWeeks(WEEKS - 1);
        }
        LocalDate oldest = today.minusYears(1);
        LocalDate first = Timetable.mondayOf(today);
        int found = 0;
        for (LocalDate week = first; found < WEEKS && week.isAfter(oldest); week = week.minusWeeks(1)) {
            if (timetable.isSchoolWeek(week)) {
                first = week;
                found++;
            }
        }
        return first;
    }

    private static Period chosen(Map<String, String> address, LocalDate today, Map<String, String> errors) {
        Optional<LocalDate> from = day(address, "from", errors);
        Optional<LocalDate> to = day(address, "to", errors);
        if (from.isPresent() && to.isPresent()) {
            if (!to.get().isBefore(from.get())) {
                return named(CHOSEN, new DateRange(from.get(), to.get()));
            }
            errors.put("to", "The last day must not be before the first");
        }
        return schoolYear(today);
    }

    private static Optional<LocalDate> day(Map<String, String> address, String name, Map<String, String> errors) {
        Optional<LocalDate> day = TypedDay.read(address.getOrDefault(name, "")).filter(RegisterDates::plausible);
        if (day.isEmpty()) {
            errors.put(name, "Enter a day that exists, " + TypedDay.LIKE);
        }
        return day;
    }

    private static Period schoolYear(LocalDate today) {
        return named(YEAR, new DateRange(RegisterDates.schoolYearOf(today).from(), today));
    }

    private static Period named(String name, DateRange days) {
        String title = name.equals(CHOSEN) ? "The days chosen" : CHOICES.getOrDefault(name, name);
        return new Period(name, title, days);
    }

    private Timetable timetable(Scope scope) {
        List<School> all = schools.in(scope);
        return all.stream()
                .map(school -> schools.timetable(school.urn()))
                .filter(timetable -> !timetable.isEmpty())
                .findFirst()
                .orElseGet(() -> Timetable.of(List.of()));
    }
}
