package uk.daymark.enforcement.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.PaymentPeriod;
import uk.daymark.measure.WorkingDays;
import uk.daymark.policy.BankHolidayChanges;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;
import uk.daymark.web.Conflict;

/** What the policy under which a notice stands says of it: when it can be paid, and on what grounds it can be withdrawn. */
@Service
public class NoticeTerms {

    private final Policies policies;
    private final WorkingDays workingDays;
    private final Clock clock;

    NoticeTerms(Policies policies, BankHolidayChanges changes, Clock clock) {
        this.policies = policies;
        this.workingDays = new WorkingDays(new BankHolidays(changes.extra(), changes.removed()));
        this.clock = clock;
    }

    /** When a notice could be paid if it were posted on a day. */
    public PaymentClock clock(Notice notice, LocalDate postedOn) {
        Policy policy = policy(notice.policyName());
        PaymentPeriod period = PaymentPeriod.ofPosting(
                postedOn,
                workingDays,
                policy.number("service.deemed", postedOn).orElseThrow(),
                policy.number("pn.days.discount", postedOn).orElseThrow(),
                policy.number("pn.days.full", postedOn).orElseThrow());
        return new PaymentClock(
                postedOn,
                period.deemedReceivedOn(),
                notice.discounted().map(lower -> period.discountedUntil()),
                period.fullUntil());
    }

    /** The grounds on which the policy lets a notice be withdrawn today. */
    public List<String> grounds(Notice notice) {
        return policies.named(notice.policyName())
                .flatMap(policy -> policy.list("pn.withdrawal_grounds", LocalDate.now(clock)))
                .orElse(List.of());
    }

    /** The policy of that name, which has to be there still. */
    Policy policy(String name) {
        return policies.named(name)
                .orElseThrow(
                        () -> new Conflict("The policy " + name + " is not there any more. Ask your administrator."));
    }
}
