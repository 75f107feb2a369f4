package uk.daymark.enforcement.hold;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.SanctionHolds;
import uk.daymark.cases.Support;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.ReferralCheck;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.SupportFacts;
import uk.daymark.policy.Policy;

/**
 * What holds a sanction in a case under a policy, by the same gates as a referral and a notice. The contract pathway goes on meanwhile,
 * and so does the time limit for a prosecution.
 */
@Component
public class SupportHolds implements SanctionHolds {

    private final ReferralCheck referrals;
    private final Support support;
    private final Clock clock;

    SupportHolds(ReferralCheck referrals, Support support, Clock clock) {
        this.referrals = referrals;
        this.support = support;
        this.clock = clock;
    }

    @Override
    public List<Gate> of(CaseFile file, Policy policy, boolean leaveOnly) {
        return of(file, policy, leaveOnly ? ReferralRoute.LEAVE : ReferralRoute.IRREGULAR).stream()
                .map(rule ->
                        new Gate(rule.code(), rule.message(), rule.until(), rule.source(), rule.whatWouldChangeThis()))
                .toList();
    }

    /** What holds it today by that route, each with the rule, the day on which it ends by itself, and what would end it. */
    public List<CheckedRule> of(CaseFile file, Policy policy, ReferralRoute route) {
        return referrals.holds(policy, route, LocalDate.now(clock), SupportFacts.of(support.of(file.ref())));
    }

    /** What a person has to weigh before any notice or proceedings: bereavement, unmet needs, illness; empty where none is on record. */
    public Optional<CheckedRule> circumstances(CaseRef ref) {
        return support.of(ref).mitigating()
                ? Optional.of(new CheckedRule(
                        "CIRCUMSTANCES_TO_WEIGH",
                        "Circumstances are on record that have to be weighed first.",
                        Optional.empty(),
                        "Hertfordshire parent note (S0): bereavement, unmet needs, illness point away from a notice",
                        "The case says that they no longer hold."))
                : Optional.empty();
    }
}
