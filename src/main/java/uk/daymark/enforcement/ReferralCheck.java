package uk.daymark.enforcement;

import java.time.LocalDate;
import java.util.List;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.policy.Policy;

/**
 * The authority's own gates for a referral. The same rules answer the check over HTTP, the pages before a referral is sent, and its
 * receipt.
 *
 * <p>Source: each rule names the policy value it rests on.
 */
public interface ReferralCheck {

    /** Looks at every rule that the policy has for the route. Reads no clock and keeps nothing; never fails. */
    ReferralAnswer check(ReferralQuestion question);

    /**
     * The figures of a period of a register. What depends on marks is empty where no session of the period was taken; what depends on
     * the calendar is empty where there is none. Sessions outside compulsory school age count for the weeks, the possible sessions
     * and the N marks only.
     */
    ReferralFigures figures(Policy policy, MeasuredRegister register, DateRange period);

    /** Which of the gates that give support time to work stand closed on a day: what holds a sanction, whatever the register shows. */
    List<CheckedRule> holds(Policy policy, ReferralRoute route, LocalDate on, SupportFacts support);
}
