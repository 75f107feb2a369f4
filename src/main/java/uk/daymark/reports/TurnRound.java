package uk.daymark.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.ReferralRecords.Answer;
import uk.daymark.enforcement.ReferralRecords.Sent;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.WorkingDays;
import uk.daymark.policy.BankHolidayChanges;
import uk.daymark.policy.Policies;

/**
 * How long an authority took to answer a referral, in working days, beside what it promises: the policy's time for a decision, or where
 * the policy names none the time that a task has, which is by when Daymark asks the officer.
 */
@Component
class TurnRound {

    private static final String PROMISE = "sla.la_decision";
    private static final String TASK = "escalation.task_days";

    private final Policies policies;
    private final WorkingDays workingDays;

    TurnRound(Policies policies, BankHolidayChanges changes) {
        this.policies = policies;
        this.workingDays = new WorkingDays(new BankHolidays(changes.extra(), changes.removed()));
    }

    /** Whether the authority answered it, whatever the answer was. */
    static boolean answered(Sent one) {
        return one.answeredOn().isPresent();
    }

    /** Whether it was answered by the promised day. */
    boolean inTime(Sent one) {
        return answered(one)
                && promisedOn(one)
                        .filter(day -> !one.answeredOn().orElseThrow().isAfter(day))
                        .isPresent();
    }

    /** Whether it was answered later, or waits still after the promised day. */
    boolean late(Sent one, LocalDate today) {
        Optional<LocalDate> looked =
                answered(one) ? one.answeredOn() : Optional.of(today).filter(day -> one.answer() == Answer.WAITING);
        return promisedOn(one)
                .filter(last -> looked.filter(day -> day.isAfter(last)).isPresent())
                .isPresent();
    }

    private Optional<LocalDate> promisedOn(Sent one) {
        return days(one.policy(), one.on()).map(days -> workingDays.add(one.on(), days));
    }

    private Optional<Integer> days(String policy, LocalDate on) {
        return policies.named(policy).flatMap(found -> found.number(PROMISE, on).or(() -> found.number(TASK, on)));
    }

    /** Working days from the day after it was sent to the day of the answer. */
    int took(Sent one) {
        LocalDate end = one.answeredOn().orElseThrow();
        int days = 0;
        for (LocalDate day = one.on().plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            days += workingDays.contains(day) ? 1 : 0;
        }
        return days;
    }

    /** The middle one, the lower of two; "none" where there is none. */
    String middle(List<Sent> answered) {
        List<Integer> days = answered.stream().map(this::took).sorted().toList();
        return days.isEmpty() ? "none" : days.get((days.size() - 1) / 2) + " (of " + days.size() + ")";
    }

    /** What each policy promises today, a sentence each. */
    List<String> promises(List<Sent> sent, LocalDate today) {
        List<String> sentences = new ArrayList<>();
        sent.stream()
                .map(Sent::policy)
                .distinct()
                .sorted()
                .forEach(name -> policies.named(name)
                        .ifPresent(policy -> policy.number(PROMISE, today)
                                .ifPresentOrElse(
                                        days -> sentences.add("The policy of " + policy.title()
                                                + " gives the authority " + days + " working days to answer."),
                                        () -> policy.number(TASK, today)
                                                .ifPresent(days -> sentences.add("The policy of " + policy.title()
                                                        + " sets no time for the authority's answer. Daymark asks officers to answer"
                                                        + " within " + days
                                                        + " working days, and counts against that.")))));
        return sentences;
    }
}
