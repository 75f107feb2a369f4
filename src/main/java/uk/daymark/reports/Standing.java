package uk.daymark.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.RegisterDates;
import uk.daymark.measure.Session;
import uk.daymark.measure.StatisticalClass;
import uk.daymark.measure.Timetable;
import uk.daymark.register.StoredRegister.PupilRegister;

/**
 * A pupil's sessions in a school year, up to a day, week by week.
 *
 * @param yearFrom first day of the school year
 * @param countedTo the last day that was counted
 * @param nextMark the first day after it that has a mark already; until then the standing is that of every later day, too
 * @param byWeek two letters a week, from the week of the first day: possible sessions and missed ones, a for none, b for one ...
 * @param unexplained sessions without a reason yet (N)
 */
record Standing(LocalDate yearFrom, LocalDate countedTo, Optional<LocalDate> nextMark, String byWeek, int unexplained) {

    private static final char NONE = 'a';

    private static final int SESSIONS_A_WEEK = 10;

    /**
     * Sessions of some days.
     *
     * @param possible how many the pupil could have attended
     * @param absent how many of them were missed
     */
    record Counts(int possible, int absent) {}

    /** Counts a register from the beginning of the day's school year to the day. */
    static Standing of(PupilRegister register, LocalDate day) {
        DateRange year = RegisterDates.schoolYearOf(day);
        Timetable timetable = Timetable.of(register.parts());
        LocalDate monday = Timetable.mondayOf(year.from());
        StringBuilder byWeek = new StringBuilder();
        int unexplained = 0;
        Optional<LocalDate> nextMark = Optional.empty();
        for (LocalDate week = monday; !week.isAfter(year.to()); week = week.plusWeeks(1)) {
            int possible = 0;
            int absent = 0;
            for (int slot = 0; slot < SESSIONS_A_WEEK; slot++) {
                Session session = new Session(week.plusDays(slot / 2), slot % 2 == 0 ? Half.AM : Half.PM);
                Optional<AttendanceCode> code = year.contains(session.date()) && timetable.plans(session)
                        ? register.marks().at(session)
                        : Optional.empty();
                if (code.isPresent() && session.date().isAfter(day)) {
                    nextMark = nextMark.or(() -> Optional.of(session.date()));
                } else if (code.isPresent()) {
                    StatisticalClass meaning = code.get().statisticalClass();
                    possible += meaning.possible() ? 1 : 0;
                    absent += meaning.absent() ? 1 : 0;
                    unexplained += code.get() == AttendanceCode.N ? 1 : 0;
                }
            }
            byWeek.append((char) (NONE + possible)).append((char) (NONE + absent));
        }
        return new Standing(year.from(), day, nextMark, byWeek.toString(), unexplained);
    }

    /** Whether it holds of that day, as far as marks go. */
    boolean holdsOn(LocalDate day) {
        return yearFrom.equals(RegisterDates.schoolYearOf(day).from())
                && !day.isBefore(countedTo)
                && nextMark.filter(next -> !next.isAfter(day)).isEmpty();
    }

    /** The whole year so far. */
    Counts toDate() {
        return sum(byWeek.length() / 2);
    }

    /** The weeks before that of a day. */
    Counts beforeWeekOf(LocalDate day) {
        long weeks = ChronoUnit.WEEKS.between(Timetable.mondayOf(yearFrom), Timetable.mondayOf(day));
        return sum((int) Math.max(0, Math.min(weeks, byWeek.length() / 2)));
    }

    private Counts sum(int weeks) {
        int possible = 0;
        int absent = 0;
        for (int week = 0; week < weeks; week++) {
            possible += byWeek.charAt(2 * week) - NONE;
            absent += byWeek.charAt(2 * week + 1) - NONE;
        }
        return new Counts(possible, absent);
    }
}
