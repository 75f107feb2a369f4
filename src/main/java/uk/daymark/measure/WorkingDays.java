package uk.daymark.measure;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Arithmetic in working days: every day but Saturdays, Sundays and the bank holidays of England. */
public final class WorkingDays {

    private final BankHolidays bankHolidays;

    public WorkingDays(BankHolidays bankHolidays) {
        this.bankHolidays = bankHolidays;
    }

    /** Whether the day is a working day. */
    public boolean contains(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !bankHolidays.contains(day);
    }

    /**
     * The day that many working days after another, which is day 0.
     *
     * @param days how many; 0 gives the day itself
     */
    public LocalDate add(LocalDate from, int days) {
        LocalDate day = from;
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            left -= contains(day) ? 1 : 0;
        }
        return day;
    }
}
