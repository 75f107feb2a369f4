package uk.daymark.measure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * When a child is of compulsory school age: from the prescribed day on or next after the fifth birthday to the last Friday in June
 * of the school year in which the child turns 16.
 *
 * <p>Source: Education Act 1996, section 8, and the orders made under it. Prescribed days: 31 March, 31 August, 31 December.
 */
public final class CompulsorySchoolAge {

    private static final int STARTS_AT = 5;
    private static final int ENDS_AT = 16;
    private static final List<MonthDay> PRESCRIBED_DAYS =
            List.of(MonthDay.of(Month.MARCH, 31), MonthDay.of(Month.AUGUST, 31), MonthDay.of(Month.DECEMBER, 31));

    private CompulsorySchoolAge() {}

    /** First and last day of compulsory school age of a child born that day. */
    public static DateRange of(LocalDate dateOfBirth) {
        LocalDate fifthBirthday = dateOfBirth.plusYears(STARTS_AT);
        LocalDate from = PRESCRIBED_DAYS.stream()
                .map(day -> day.atYear(fifthBirthday.getYear()))
                .filter(day -> !day.isBefore(fifthBirthday))
                .findFirst()
                // 31 December is always on or after any day of its year.
                .orElseThrow();
        LocalDate sixteenthBirthday = dateOfBirth.plusYears(ENDS_AT);
        LocalDate to = LocalDate.of(
                        AbsenceRuns.schoolYearOf(sixteenthBirthday).to().getYear(), Month.JUNE, 1)
                .with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY));
        return new DateRange(from, to);
    }
}
