package uk.daymark.enforcement.hold;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.Support;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.ReferralCheck;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.policy.Policy;

/** What holds a sanction in a case under a policy: support that is given time to work. The contract pathway goes on meanwhile. */
@Component
public class SanctionHolds {

    private final ReferralCheck referrals;
    private final Support support;
    private final Clock clock;

    SanctionHolds(ReferralCheck referrals, Support support, Clock clock) {
        this.referrals = referrals;
        this.support = support;
        this.clock = clock;
    }

    /** What holds it today, each with the rule, the day on which it ends by itself, and what would end it. */
    public List<CheckedRule> of(CaseFile file, Policy policy, ReferralRoute route) {
        return referrals.holds(policy, route, LocalDate.now(clock), KnownSupport.of(support.of(file.ref())));
    }

    /** The records of a case as the gates ask for them. */
    public static uk.daymark.enforcement.SupportFacts facts(uk.daymark.cases.SupportFacts known) {
        return KnownSupport.of(known);
    }
}
