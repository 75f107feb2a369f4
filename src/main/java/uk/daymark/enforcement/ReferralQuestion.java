package uk.daymark.enforcement;

import java.time.LocalDate;
import java.util.Optional;
import uk.daymark.measure.SchoolCalendar;
import uk.daymark.policy.Policy;

/**
 * Would the authority accept a referral?
 *
 * @param policy the policy of the authority
 * @param route by which it is made
 * @param on the day on which it is made
 * @param figures of the period it speaks of
 * @param support what is known of support; nothing known is not the same as no support
 * @param parentsWarned for leave: whether the parents were told beforehand, by a refused request, a letter or a published policy
 * @param publicPlace for a pupil in a public place
 * @param calendar of the referring school; empty where it is not known: then nothing is counted in school days and no panel is named
 * @param submittedOn when the school submitted it first; empty where it has not. The time to refer is measured on that day: what was
 *     referred in time is not late because the authority looks at it later
 */
public record ReferralQuestion(
        Policy policy,
        ReferralRoute route,
        LocalDate on,
        ReferralFigures figures,
        SupportFacts support,
        Optional<Boolean> parentsWarned,
        PublicPlaceFacts publicPlace,
        Optional<SchoolCalendar> calendar,
        Optional<LocalDate> submittedOn) {

    /** Of a referral that is not submitted yet. */
    public ReferralQuestion(
            Policy policy,
            ReferralRoute route,
            LocalDate on,
            ReferralFigures figures,
            SupportFacts support,
            Optional<Boolean> parentsWarned,
            PublicPlaceFacts publicPlace,
            Optional<SchoolCalendar> calendar) {
        this(policy, route, on, figures, support, parentsWarned, publicPlace, calendar, Optional.empty());
    }

    /** The same question on another day. */
    public ReferralQuestion on(LocalDate day) {
        return new ReferralQuestion(
                policy, route, day, figures, support, parentsWarned, publicPlace, calendar, submittedOn);
    }
}
