package uk.daymark.register.web;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.SchoolDays;
import uk.daymark.measure.Timetable;
import uk.daymark.people.CalendarEntry;

/**
 * One school year of a calendar as the page shows it. A year begins on 1 August, so that days before the first lesson of September
 * belong to the year they open.
 *
 * @param title "2025 to 2026"
 * @param schoolDays days with at least one session
 * @param sessions sessions planned
 * @param entries what begins in it, by first day
 * @param openBankHolidays bank holidays on which the calendar plans a session
 */
record CalendarYear(String title, int schoolDays, int sessions, List<Line> entries, List<LocalDate> openBankHolidays) {

    /**
     * An entry.
     *
     * @param entry what stands in the calendar
     * @param kind in words
     * @param schoolDays of a term, the days of it with a session; else zero
     * @param idle whether it has no effect: a closure or half day of which no day lies in a term
     */
    record Line(CalendarEntry entry, String kind, int schoolDays, boolean idle) {}

    /** The years of a calendar, the latest first. */
    static List<CalendarYear> of(List<CalendarEntry> entries, Timetable timetable, BankHolidays bankHolidays) {
        TreeSet<Integer> years = new TreeSet<>(Comparator.reverseOrder());
        for (CalendarEntry entry : entries) {
            // A term that runs into the next year belongs to both; nothing else has to be counted there.
            LocalDate last = entry.kind() == CalendarEntry.Kind.TERM ? entry.to() : entry.from();
            for (int year = firstYear(entry.from()); year <= firstYear(last); year++) {
                years.add(year);
            }
        }
        return years.stream()
                .map(year -> year(year, entries, timetable, bankHolidays))
                .toList();
    }

    private static CalendarYear year(
            int first, List<CalendarEntry> entries, Timetable timetable, BankHolidays bankHolidays) {
        SchoolDays days = new SchoolDays(timetable);
        DateRange year = new DateRange(LocalDate.of(first, Month.AUGUST, 1), LocalDate.of(first + 1, Month.JULY, 31));
        List<LocalDate> open = new ArrayList<>(bankHolidays.in(first));
        open.addAll(bankHolidays.in(first + 1));
        open.removeIf(day -> !year.contains(day) || !timetable.isSchoolDay(day));
        return new CalendarYear(
                first + " to " + (first + 1),
                days.count(year),
                days.countSessions(year),
                entries.stream()
                        .filter(entry -> firstYear(entry.from()) == first)
                        .map(entry -> line(entry, days, entries))
                        .toList(),
                List.copyOf(open));
    }

    private static Line line(CalendarEntry entry, SchoolDays days, List<CalendarEntry> entries) {
        boolean term = entry.kind() == CalendarEntry.Kind.TERM;
        return new Line(
                entry,
                title(entry),
                term ? days.count(new DateRange(entry.from(), entry.to())) : 0,
                !term && entries.stream().noneMatch(other -> opens(other, entry)));
    }

    /** Whether a term holds a Monday to Friday of the entry. */
    private static boolean opens(CalendarEntry term, CalendarEntry entry) {
        if (term.kind() != CalendarEntry.Kind.TERM) {
            return false;
        }
        LocalDate from = term.from().isAfter(entry.from()) ? term.from() : entry.from();
        LocalDate to = term.to().isBefore(entry.to()) ? term.to() : entry.to();
        // Three days in a row cannot all be at a weekend.
        for (LocalDate day = from; !day.isAfter(to) && day.isBefore(from.plusDays(3)); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() <= 5) {
                return true;
            }
        }
        return false;
    }

    static String title(CalendarEntry entry) {
        return switch (entry.kind()) {
            case TERM -> "Term";
            case CLOSURE -> "Closed";
            case HALF_DAY ->
                "Half day, "
                        + entry.held()
                                .map(half -> half.name().equals("AM") ? "morning only" : "afternoon only")
                                .orElse("");
        };
    }

    private static int firstYear(LocalDate day) {
        return day.getMonth().compareTo(Month.AUGUST) >= 0 ? day.getYear() : day.getYear() - 1;
    }
}
