package uk.daymark.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.StatisticalClass;

/**
 * Notices a feed that marks nearly everybody absent, which is more often a broken feed than an empty school. Looks at the whole file
 * and at each school's days in it; marks that say nothing of presence (closures, no possible attendance) are left aside. A pupil
 * counts as newly absent where every such mark is an absence and at least one was none before, so that correcting the reasons of
 * known absences is never held.
 */
final class HeldMarks {

    private static final int MARKED = 1;
    private static final int PRESENT = 2;
    private static final int NEWLY_ABSENT = 4;

    private final ImportLimits.HeldMarks limits;
    private final byte[] pupils;
    private final Map<SchoolDay, int[]> days = new HashMap<>();

    /** @param pupils how many pupils the file names */
    HeldMarks(ImportLimits.HeldMarks limits, int pupils) {
        this.limits = limits;
        this.pupils = new byte[pupils];
    }

    /** What marks say of presence: gathered over a day's marks with {@code |}. */
    static int said(Optional<AttendanceCode> before, AttendanceCode after) {
        if (!speaksOfPresence(after)) {
            return 0;
        }
        if (!absence(after)) {
            return MARKED | PRESENT;
        }
        return before.isPresent() && absence(before.get()) ? MARKED : MARKED | NEWLY_ABSENT;
    }

    /** Takes what one pupil's marks of one day say. */
    void day(int pupil, String school, long epochDay, int said) {
        if ((said & MARKED) == 0) {
            return;
        }
        pupils[pupil] |= (byte) said;
        int[] counts = days.computeIfAbsent(new SchoolDay(school, epochDay), day -> new int[2]);
        counts[0]++;
        counts[1] += newlyAbsent(said) ? 1 : 0;
    }

    /** Why a person has to look at the file first; empty where nobody has to. */
    Optional<String> because() {
        int marked = 0;
        int absent = 0;
        for (byte said : pupils) {
            marked += (said & MARKED) != 0 ? 1 : 0;
            absent += newlyAbsent(said) ? 1 : 0;
        }
        if (tooMany(marked, absent)) {
            return Optional.of(words(absent, marked, ""));
        }
        return days.entrySet().stream()
                .filter(day -> tooMany(day.getValue()[0], day.getValue()[1]))
                .min(Map.Entry.comparingByKey())
                .map(day -> words(
                        day.getValue()[1],
                        day.getValue()[0],
                        " of school " + day.getKey().school + " on " + LocalDate.ofEpochDay(day.getKey().day)));
    }

    private static String words(int absent, int marked, String where) {
        return "The file marks " + absent + " of " + marked + " pupils" + where
                + " absent. That looks like a failed feed; a person has to look at it first.";
    }

    private boolean tooMany(int marked, int absent) {
        return marked >= limits.pupils() && absent * 100L >= (long) marked * limits.absentPercent();
    }

    private static boolean newlyAbsent(int said) {
        return (said & NEWLY_ABSENT) != 0 && (said & PRESENT) == 0;
    }

    private static boolean absence(AttendanceCode code) {
        return code.statisticalClass() == StatisticalClass.AUTHORISED
                || code.statisticalClass() == StatisticalClass.UNAUTHORISED;
    }

    private static boolean speaksOfPresence(AttendanceCode code) {
        return code.statisticalClass() != StatisticalClass.NOT_POSSIBLE
                && code.statisticalClass() != StatisticalClass.NOT_COLLECTED;
    }

    private record SchoolDay(String school, long day) implements Comparable<SchoolDay> {

        @Override
        public int compareTo(SchoolDay other) {
            return day != other.day ? Long.compare(day, other.day) : school.compareTo(other.school);
        }
    }
}
