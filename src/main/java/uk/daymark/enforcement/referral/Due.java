package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.measure.SchoolDays;
import uk.daymark.measure.WorkingDays;
import uk.daymark.people.Schools;
import uk.daymark.policy.BankHolidayChanges;
import uk.daymark.policy.Policy;
import uk.daymark.time.LondonTime;

/** By when the tasks of a referral are to be done. */
@Component
class Due {

    private static final LocalTime END_OF_DAY = LocalTime.of(16, 0);

    private final ParentCases parentCases;
    private final Schools schools;
    private final WorkingDays workingDays;
    private final Clock clock;

    Due(ParentCases parentCases, Schools schools, BankHolidayChanges changes, Clock clock) {
        this.parentCases = parentCases;
        this.schools = schools;
        this.workingDays = new WorkingDays(new BankHolidays(changes.extra(), changes.removed()));
        this.clock = clock;
    }

    /** For the school: so many school days as the policy gives for a task. Working days where the school's calendar ends before. */
    LocalDate atSchool(CaseFile file) {
        int days = taskDays(file);
        return new SchoolDays(schools.timetable(file.school()))
                .add(today(), days)
                .orElseGet(() -> workingDays.add(today(), days));
    }

    /** For the authority: within the working days that it promises from a day on, and not after the time limit that comes first. */
    LocalDate atAuthority(CaseFile file, LocalDate from, Optional<ProsecutionLimit> limit) {
        Policy policy = parentCases.policy(file);
        LocalDate promised =
                workingDays.add(from, policy.number("sla.la_decision", today()).orElseGet(() -> taskDays(file)));
        return limit.map(ProsecutionLimit::safe)
                .filter(safe -> safe.isBefore(promised))
                .orElse(promised);
    }

    /** Whether little time is left to begin a prosecution: such tasks stand before others. */
    int urgency(CaseFile file, Optional<ProsecutionLimit> limit) {
        int little = parentCases
                .policy(file)
                .number("prosecution.little_time", today())
                .orElse(0);
        return limit.map(ProsecutionLimit::safe)
                        .filter(safe -> safe.isBefore(today().plusDays(little)))
                        .isPresent()
                ? 2
                : 1;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Instant endOf(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(LondonTime.ZONE).toInstant();
    }

    private int taskDays(CaseFile file) {
        return parentCases
                .policy(file)
                .number("escalation.task_days", today())
                .orElseThrow(() -> new IllegalStateException("No policy settles escalation.task_days"));
    }
}
