package uk.daymark.firstday;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import uk.daymark.measure.Half;
import uk.daymark.measure.SchoolDays;
import uk.daymark.measure.Session;
import uk.daymark.measure.Timetable;
import uk.daymark.people.School;
import uk.daymark.policy.Policy;
import uk.daymark.time.LondonTime;

/**
 * When things are due at one school, by its calendar and its policy.
 *
 * @param school the school
 * @param timetable what its calendar plans
 * @param policy the policy it works under
 */
record Timings(School school, Timetable timetable, Policy policy) {

    /** Taken where a school has not said when its registers close. */
    private static final LocalTime MORNING_CLOSE = LocalTime.of(9, 30);

    private static final LocalTime AFTERNOON_CLOSE = LocalTime.of(13, 30);

    /** By when a school day's work in the office is done. */
    private static final LocalTime END_OF_DAY = LocalTime.of(15, 30);

    /** Where the calendar ends too early to tell a day, it is asked again after so long: it may have grown. */
    private static final Duration CALENDAR_MAY_GROW = Duration.ofDays(7);

    /** The first day of the school year: 1 September. */
    static LocalDate schoolYearBegan(LocalDate day) {
        LocalDate september = LocalDate.of(day.getYear(), 9, 1);
        return day.isBefore(september) ? september.minusYears(1) : september;
    }

    /** The last day on which a reason may be entered for a session of that day; empty where the calendar ends before. */
    Optional<LocalDate> deadline(LocalDate session) {
        return new SchoolDays(timetable)
                .add(session, policy.number("n.replace_within", session).orElseThrow());
    }

    /** Whether that deadline has come. */
    boolean deadlineReached(LocalDate session, LocalDate today) {
        return deadline(session).filter(last -> !last.isAfter(today)).isPresent();
    }

    /** Whether that deadline has passed, so that nobody is rung about the session any more. */
    boolean deadlinePassed(LocalDate session, LocalDate today) {
        return deadline(session).filter(last -> last.isBefore(today)).isPresent();
    }

    /** When the lead is asked to confirm the code of a session of that day. */
    Instant deadlineMoment(LocalDate session, Instant now) {
        return deadline(session).map(this::registerCloses).orElse(now.plus(CALENDAR_MAY_GROW));
    }

    /** When the morning register of a day closes. */
    Instant registerCloses(LocalDate day) {
        return at(day, school.registerClosesAm().orElse(MORNING_CLOSE));
    }

    /** When the register of a session closes. */
    Instant closed(Session session) {
        return session.half() == Half.AM
                ? registerCloses(session.date())
                : at(session.date(), school.registerClosesPm().orElse(AFTERNOON_CLOSE));
    }

    /** The end of a day's work. */
    Instant endOf(LocalDate day) {
        return at(day, END_OF_DAY);
    }

    /** When the next school day's morning register closes, after that moment. On a calendar that has ended, the next weekday's. */
    Instant nextRegisterCloses(Instant now) {
        LocalDate today = ZonedDateTime.ofInstant(now, LondonTime.ZONE).toLocalDate();
        if (timetable.isSchoolDay(today) && registerCloses(today).isAfter(now)) {
            return registerCloses(today);
        }
        return registerCloses(nextSchoolDay(today));
    }

    /** The next school day after a day. On a calendar that has ended, the next weekday. */
    LocalDate nextSchoolDay(LocalDate day) {
        return new SchoolDays(timetable).add(day, 1).orElseGet(() -> nextWeekday(day));
    }

    /** So many school days after a day; empty where the calendar ends before. */
    Optional<LocalDate> after(LocalDate day, int schoolDays) {
        return new SchoolDays(timetable).add(day, schoolDays);
    }

    /** When it has to be asked again on a day that the calendar may not reach. */
    Instant endOfOrLater(Optional<LocalDate> day, Instant now) {
        return day.map(this::endOf).orElse(now.plus(CALENDAR_MAY_GROW));
    }

    /**
     * By when a household is rung: the policy's time of day, or so long after the register of the last session without a reason has
     * closed, whichever is later.
     *
     * @param last the last session without a reason
     */
    Instant callBy(Session last, Instant now) {
        LocalDate today = ZonedDateTime.ofInstant(now, LondonTime.ZONE).toLocalDate();
        if (!timetable.isSchoolDay(today)) {
            return callBy(nextSchoolDay(today), Half.AM);
        }
        return callBy(today, last.date().equals(today) ? last.half() : Half.AM);
    }

    private Instant callBy(LocalDate day, Half half) {
        Instant closes = closed(new Session(day, half));
        Instant afterClose = closes.plus(
                Duration.ofMinutes(policy.number("contact.call_within", day).orElseThrow()));
        Instant byTheClock =
                at(day, LocalTime.parse(policy.text("contact.call_by", day).orElseThrow()));
        return afterClose.isAfter(byTheClock) ? afterClose : byTheClock;
    }

    private static LocalDate nextWeekday(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(LondonTime.ZONE).toInstant();
    }
}
