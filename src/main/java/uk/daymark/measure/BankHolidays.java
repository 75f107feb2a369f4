package uk.daymark.measure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;

/**
 * The bank holidays of England, by rule, with the changes made for single years.
 *
 * <p>Source: Banking and Financial Dealings Act 1971, schedule 1, and royal proclamations for the single changes, which are data.
 */
public final class BankHolidays {

    private final Set<LocalDate> added;
    private final Set<LocalDate> removed;

    /**
     * @param added days that were bank holidays in one year only
     * @param removed days that the rule gives but that were moved in one year
     */
    public BankHolidays(Set<LocalDate> added, Set<LocalDate> removed) {
        this.added = Set.copyOf(added);
        this.removed = Set.copyOf(removed);
    }

    /** Whether the day is a bank holiday. */
    public boolean contains(LocalDate day) {
        return added.contains(day)
                || (!removed.contains(day) && byRule(day.getYear()).contains(day));
    }

    /** All bank holidays of a year, in order. */
    public Set<LocalDate> in(int year) {
        Set<LocalDate> days = byRule(year);
        days.removeAll(removed);
        added.stream().filter(day -> day.getYear() == year).forEach(days::add);
        return days;
    }

    private static Set<LocalDate> byRule(int year) {
        Set<LocalDate> days = new TreeSet<>();
        LocalDate easter = easter(year);
        days.add(onAWeekday(LocalDate.of(year, Month.JANUARY, 1)));
        days.add(easter.minusDays(2));
        days.add(easter.plusDays(1));
        days.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
        days.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        days.add(LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        LocalDate christmas = LocalDate.of(year, Month.DECEMBER, 25);
        // Where both days fall on a weekend, or one of them, the substitutes are the next Monday and Tuesday.
        switch (christmas.getDayOfWeek()) {
            case FRIDAY -> addAll(days, christmas, christmas.plusDays(3));
            case SATURDAY, SUNDAY -> addAll(days, LocalDate.of(year, 12, 27), secondSubstitute(christmas));
            default -> addAll(days, christmas, christmas.plusDays(1));
        }
        return days;
    }

    private static void addAll(Set<LocalDate> days, LocalDate first, LocalDate second) {
        days.add(first);
        days.add(second);
    }

    /** Christmas on a Saturday: 27 and 28 December. On a Sunday: Boxing Day itself is the Monday, and 27 December. */
    private static LocalDate secondSubstitute(LocalDate christmas) {
        return christmas.getDayOfWeek() == DayOfWeek.SATURDAY ? christmas.plusDays(3) : christmas.plusDays(1);
    }

    private static LocalDate onAWeekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    /** Easter Sunday of the Gregorian calendar (the anonymous algorithm, after Meeus). */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int shift = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - shift + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int day = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
