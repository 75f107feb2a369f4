package uk.daymark.measure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Arithmetic in school days and school weeks on a timetable. A day is a school day where at least one session is planned on it, a
 * week a school week where at least one is planned in it. Where the timetable ends too early the answer is empty, never a guess.
 */
public final class SchoolDays {

    private final Timetable timetable;

    public SchoolDays(Timetable timetable) {
        this.timetable = timetable;
    }

    /**
     * The day that many school days after another, which itself is day 0 and need not be a school day.
     *
     * @param from day 0
     * @param days how many, at least 1
     */
    public Optional<LocalDate> add(LocalDate from, int days) {
        int left = days;
        for (LocalDate day = startOfSearch(from); !day.isAfter(timetable.lastDay()); day = day.plusDays(1)) {
            if (timetable.isSchoolDay(day) && --left == 0) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a day lies no more than that many school days after another, whatever follows the end of the timetable: there each day
     * is taken for a school day. False where that is not sure.
     *
     * @param from day 0
     */
    public boolean surelyWithin(LocalDate from, LocalDate day, int days) {
        if (timetable.isEmpty() || from.isBefore(timetable.firstMonday())) {
            return false;
        }
        long afterTheEnd = Math.max(0, ChronoUnit.DAYS.between(timetable.lastDay(), day));
        int within = day.isAfter(from) ? count(new DateRange(from.plusDays(1), day)) : 0;
        return within + afterTheEnd <= days;
    }

    /** How many school days lie in the period. */
    public int count(DateRange period) {
        int count = 0;
        LocalDate last = period.to().isBefore(timetable.lastDay()) ? period.to() : timetable.lastDay();
        for (LocalDate day = startOfSearch(period.from().minusDays(1)); !day.isAfter(last); day = day.plusDays(1)) {
            count += timetable.isSchoolDay(day) ? 1 : 0;
        }
        return count;
    }

    /** How many school weeks lie wholly or partly in the period. */
    public int countWeeks(DateRange period) {
        int count = 0;
        for (int week : timetable.schoolWeeks()) {
            LocalDate monday = timetable.mondayOf(week);
            count += monday.plusDays(6).isBefore(period.from()) || monday.isAfter(period.to()) ? 0 : 1;
        }
        return count;
    }

    /** How many sessions are planned in the period. */
    public int countSessions(DateRange period) {
        int count = 0;
        LocalDate last = period.to().isBefore(timetable.lastDay()) ? period.to() : timetable.lastDay();
        for (LocalDate day = startOfSearch(period.from().minusDays(1)); !day.isAfter(last); day = day.plusDays(1)) {
            for (Half half : Half.values()) {
                count += timetable.plans(new Session(day, half)) ? 1 : 0;
            }
        }
        return count;
    }

    /**
     * The last school day of a period of whole school weeks that begins on a day. Counted from a Monday it ends on the last school
     * day of its last school week; counted from another weekday it ends on the last school day before that weekday comes round in
     * the school week after. Where no school day of the first week lies earlier it counts whole; where none is left in it the count
     * begins with the Monday of the next school week.
     *
     * @param from first day of the period
     * @param weeks how many school weeks, at least 1
     */
    public Optional<LocalDate> addWeeks(LocalDate from, int weeks) {
        return add(from.minusDays(1), 1).flatMap(firstSchoolDay -> {
            int[] schoolWeeks = timetable.schoolWeeks();
            int first = WindowBounds.schoolWeekOn(firstSchoolDay, timetable);
            boolean sameWeek = timetable.weekOf(from) == schoolWeeks[first];
            boolean begun = sameWeek
                    && add(Timetable.mondayOf(from).minusDays(1), 1)
                            .filter(day -> day.isBefore(from))
                            .isPresent();
            int daysIntoWeek = begun ? from.getDayOfWeek().getValue() - 1 : 0;
            int last = daysIntoWeek == 0 ? first + weeks - 1 : first + weeks;
            if (last >= schoolWeeks.length) {
                return Optional.empty();
            }
            LocalDate monday = timetable.mondayOf(schoolWeeks[last]);
            return lastSchoolDayBefore(daysIntoWeek == 0 ? monday.plusWeeks(1) : monday.plusDays(daysIntoWeek));
        });
    }

    private Optional<LocalDate> lastSchoolDayBefore(LocalDate day) {
        for (LocalDate before = day.minusDays(1);
                !before.isBefore(timetable.firstMonday());
                before = before.minusDays(1)) {
            if (timetable.isSchoolDay(before)) {
                return Optional.of(before);
            }
        }
        return Optional.empty();
    }

    private LocalDate startOfSearch(LocalDate after) {
        return after.isBefore(timetable.firstMonday()) ? timetable.firstMonday() : after.plusDays(1);
    }
}
