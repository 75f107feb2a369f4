package uk.daymark.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.daymark.measure.CountingRules.Anchor;
import uk.daymark.measure.CountingRules.Threshold;

/**
 * Where the rolling window lies on a day.
 *
 * @param from its first day; empty where no school week has begun yet
 * @param schoolWeeks the school weeks it reaches over, at most its length
 * @param weeksPassedOver Mondays of the weeks without a session between its first and its last school week
 */
record WindowBounds(Optional<LocalDate> from, int schoolWeeks, List<LocalDate> weeksPassedOver) {

    /**
     * Lays the window on a day. Its last school week is that of the day or, where that week has no session, the last one before.
     */
    static WindowBounds on(LocalDate day, Timetable timetable, Threshold threshold) {
        int current = schoolWeekOn(day, timetable);
        if (current < 0) {
            return new WindowBounds(Optional.empty(), 0, List.of());
        }
        int[] weeks = timetable.schoolWeeks();
        int weeksBefore = threshold.schoolWeeks();
        boolean byDay = reachesBack(current, threshold);
        int first = byDay ? current - weeksBefore : Math.max(0, current - weeksBefore + 1);
        return new WindowBounds(
                Optional.of(from(day, current, timetable, threshold)),
                byDay ? weeksBefore : current - first + 1,
                passedOver(weeks[first], weeks[current], timetable));
    }

    /** The first day of the window on a day, which is all that most days are asked for; empty where no school week has begun yet. */
    static Optional<LocalDate> from(LocalDate day, Timetable timetable, Threshold threshold) {
        int current = schoolWeekOn(day, timetable);
        return current < 0 ? Optional.empty() : Optional.of(from(day, current, timetable, threshold));
    }

    private static LocalDate from(LocalDate day, int current, Timetable timetable, Threshold threshold) {
        int[] weeks = timetable.schoolWeeks();
        int weeksBefore = threshold.schoolWeeks();
        if (!reachesBack(current, threshold)) {
            return timetable.mondayOf(weeks[Math.max(0, current - weeksBefore + 1)]);
        }
        LocalDate monday = timetable.mondayOf(weeks[current - weeksBefore]);
        // In a holiday the last school week is whole: its window may not reach back further than it did on its last
        // day.
        boolean inThatWeek = timetable.weekOf(day) == weeks[current];
        return inThatWeek ? monday.plusDays(day.getDayOfWeek().getValue()) : monday.plusWeeks(1);
    }

    /** Whether the window begins within a week: it is laid by the day, and as many school weeks lie before. */
    private static boolean reachesBack(int current, Threshold threshold) {
        return threshold.anchor() == Anchor.DAY && current >= threshold.schoolWeeks();
    }

    /** The place, among the school weeks, of the one a day belongs to: its own or the last before; -1 where none has begun. */
    static int schoolWeekOn(LocalDate day, Timetable timetable) {
        int found = Arrays.binarySearch(timetable.schoolWeeks(), timetable.weekOf(day));
        return found >= 0 ? found : -found - 2;
    }

    private static List<LocalDate> passedOver(int firstWeek, int lastWeek, Timetable timetable) {
        List<LocalDate> mondays = new ArrayList<>();
        for (int week = firstWeek; week <= lastWeek; week++) {
            if (timetable.planned(week) == 0) {
                mondays.add(timetable.mondayOf(week));
            }
        }
        return List.copyOf(mondays);
    }
}
