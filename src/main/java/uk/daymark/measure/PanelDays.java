package uk.daymark.measure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** The days on which a legal panel sits: one weekday, outside school holidays and bank holidays. */
public final class PanelDays {

    private final DayOfWeek weekday;
    private final SchoolCalendar calendar;
    private final BankHolidays bankHolidays;

    /**
     * @param weekday the weekday of the panel
     * @param calendar the terms outside which it does not sit; a school's own closures inside a term do not stop it
     */
    public PanelDays(DayOfWeek weekday, SchoolCalendar calendar, BankHolidays bankHolidays) {
        this.weekday = weekday;
        this.calendar = calendar;
        this.bankHolidays = bankHolidays;
    }

    /** The first sitting strictly after a day; empty where the calendar ends before. */
    public Optional<LocalDate> nextAfter(LocalDate day) {
        Optional<LocalDate> last = calendar.terms().stream().map(DateRange::to).max(LocalDate::compareTo);
        for (LocalDate sitting = day.with(TemporalAdjusters.next(weekday));
                last.isPresent() && !sitting.isAfter(last.get());
                sitting = sitting.plusWeeks(1)) {
            if (calendar.inTerm(sitting) && !bankHolidays.contains(sitting)) {
                return Optional.of(sitting);
            }
        }
        return Optional.empty();
    }
}
