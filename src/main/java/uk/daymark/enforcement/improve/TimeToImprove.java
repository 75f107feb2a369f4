package uk.daymark.enforcement.improve;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.post.ParentLetters;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.SchoolDays;
import uk.daymark.measure.WorkingDays;
import uk.daymark.people.Schools;
import uk.daymark.policy.BankHolidayChanges;
import uk.daymark.policy.Policy;
import uk.daymark.policy.PolicyEntry;

/**
 * From which day to which a notice to improve runs. A letter names both days, so they are reckoned when it is written: it begins on the
 * day on which a letter posted as late as the policy allows counts as received. One that is posted later has to be written anew.
 */
@Component
class TimeToImprove {

    static final String LENGTH = "nti.length";
    private static final String SERVICE = "service.deemed";
    private static final String SCHOOL_WEEKS = "school weeks";

    private final Schools schools;
    private final ParentLetters letters;
    private final WorkingDays workingDays;
    private final Clock clock;

    TimeToImprove(Schools schools, ParentLetters letters, BankHolidayChanges holidays, Clock clock) {
        this.schools = schools;
        this.letters = letters;
        this.workingDays = new WorkingDays(new BankHolidays(holidays.extra(), holidays.removed()));
        this.clock = clock;
    }

    /** The day on which what is posted on a day counts as received. */
    LocalDate served(Policy policy, LocalDate postedOn) {
        return workingDays.add(
                postedOn,
                policy.number(SERVICE, postedOn)
                        .orElseThrow(() -> new IllegalStateException("No policy settles " + SERVICE)));
    }

    /** How long a letter may lie before it is posted, in working days. */
    int postWithin(Policy policy) {
        return letters.postWithin(policy);
    }

    /** The time that a letter written on that day names; empty where the school's calendar ends before. */
    Optional<DateRange> writtenOn(LocalDate written, ImprovementCase about, int weeks) {
        LocalDate from = served(about.policy(), workingDays.add(written, postWithin(about.policy())));
        return last(from, about, weeks).map(to -> new DateRange(from, to));
    }

    private Optional<LocalDate> last(LocalDate from, ImprovementCase about, int weeks) {
        return inSchoolWeeks(about.policy())
                ? new SchoolDays(schools.timetable(about.file().school())).addWeeks(from, weeks)
                : Optional.of(from.plusWeeks(weeks).minusDays(1));
    }

    /** The shortest and the longest time that the policy allows, in weeks of its kind. */
    List<Integer> length(Policy policy) {
        return policy.numbers(LENGTH, today())
                .orElseThrow(() -> new IllegalStateException("No policy settles " + LENGTH));
    }

    /** The weeks that the policy speaks of: "school weeks". */
    String unit(Policy policy) {
        return policy.entry(LENGTH, today()).map(PolicyEntry::unit).orElse(SCHOOL_WEEKS);
    }

    private boolean inSchoolWeeks(Policy policy) {
        return unit(policy).equals(SCHOOL_WEEKS);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
