package uk.daymark.enforcement.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.WorkingDays;
import uk.daymark.policy.BankHolidayChanges;
import uk.daymark.policy.Policy;
import uk.daymark.time.LondonTime;

/** The days of work on notices: when something is due, and when a timer goes off. */
@Component
class NoticeDays {

    /** Before anybody is at work, so that what became due in the night lies there in the morning. */
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private final WorkingDays workingDays;
    private final Clock clock;

    NoticeDays(BankHolidayChanges changes, Clock clock) {
        this.workingDays = new WorkingDays(new BankHolidays(changes.extra(), changes.removed()));
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Instant now() {
        return clock.instant();
    }

    /** The morning of a day, in London. */
    Instant morningOf(LocalDate day) {
        return day.atTime(MORNING).atZone(LondonTime.ZONE).toInstant();
    }

    /** The last day for a task that begins today, by the policy's time for a step. */
    LocalDate usual(Policy policy) {
        return workingDays.add(
                today(), policy.number("escalation.task_days", today()).orElse(0));
    }

    /** The earlier of two days, and today where that has gone by. */
    LocalDate notAfter(LocalDate usual, LocalDate last) {
        LocalDate earlier = last.isBefore(usual) ? last : usual;
        return earlier.isBefore(today()) ? today() : earlier;
    }
}
