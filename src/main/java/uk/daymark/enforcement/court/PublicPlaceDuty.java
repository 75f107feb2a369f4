package uk.daymark.enforcement.court;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.PublicPlaceFacts;
import uk.daymark.enforcement.ReferralAnswer;
import uk.daymark.enforcement.ReferralCheck;
import uk.daymark.enforcement.ReferralQuestion;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.SupportFacts;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.PublicPlaceEvidence;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.people.Schools;

/**
 * Whether a parent had the duty to keep a suspended pupil out of public places, as the suspension stands now and by the same gates as
 * before a notice is issued. What cannot be looked at stands against it too: nobody is prosecuted on what nobody knows.
 *
 * <p>Source: Education and Inspections Act 2006, sections 103 and 104.
 */
@Component
class PublicPlaceDuty {

    private static final Set<String> GATES = Set.of("NOT_SEEN_IN_THE_FIRST_DAYS", "NO_NOTICE_UNDER_S104");

    private final ReferralCheck referrals;
    private final PublicPlaceEvidence evidence;
    private final Schools schools;

    PublicPlaceDuty(ReferralCheck referrals, PublicPlaceEvidence evidence, Schools schools) {
        this.referrals = referrals;
        this.evidence = evidence;
        this.schools = schools;
    }

    /** What stands against the duty on the days that are charged. */
    List<CheckedRule> against(ParentCase parent, MeasuredRegister register, DateRange charged) {
        ReferralAnswer answer = referrals.check(new ReferralQuestion(
                parent.policy(),
                ReferralRoute.PUBLIC_PLACE,
                register.asOf(),
                referrals.figures(parent.policy(), register, charged),
                SupportFacts.unknown(),
                Optional.empty(),
                evidence.of(parent.file().ref(), charged).orElseGet(PublicPlaceFacts::unknown),
                Optional.of(schools.calendar(parent.file().school()))));
        return Stream.concat(answer.failed().stream(), answer.unknown().stream())
                .filter(rule -> GATES.contains(rule.code()))
                .toList();
    }
}
