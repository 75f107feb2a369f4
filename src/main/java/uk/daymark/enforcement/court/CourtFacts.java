package uk.daymark.enforcement.court;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.Session;
import uk.daymark.policy.Policy;

/**
 * What the rules of a prosecution look at, as it stands at one moment.
 *
 * @param policy the policy of the child's authority
 * @param register the child's register, with its codes that are not confirmed
 * @param publicPlace whether it is about a suspended pupil in a public place and not about attendance
 * @param forNotice the unpaid notice for whose offence it was decided to prosecute; empty where it was decided without one
 * @param notices every notice of that kind to this person for this child, whoever issued it
 * @param prosecuted sessions for which this person was prosecuted before, other than where the case was withdrawn
 * @param earlier what was done before, as the order of steps of the policy counts it
 * @param shut the gates of a parent, a hold and support that are shut today
 * @param undecided what has to be settled first about each unpaid notice
 */
record CourtFacts(
        Policy policy,
        LocalDate today,
        MeasuredRegister register,
        boolean publicPlace,
        Optional<NoticeRef> forNotice,
        List<NoticeFile> notices,
        Set<Session> prosecuted,
        Earlier earlier,
        List<CheckedRule> shut,
        Map<NoticeRef, List<CheckedRule>> undecided) {

    /** The policy's keys: the time limit in months, and days before it from which little time is left. */
    static final String LIMIT = "prosecution.limit";

    static final String LITTLE_TIME = "prosecution.little_time";

    /**
     * What was done before, as the order of steps of the policy counts it.
     *
     * @param inOrder whether that order holds here: leave and public places are taken by themselves
     * @param noticed whether a penalty notice was given: the one for which it was decided, or another that counts
     * @param convicted whether this person was convicted for this child before
     */
    record Earlier(boolean inOrder, boolean noticed, boolean convicted) {}

    CourtFacts {
        notices = List.copyOf(notices);
        prosecuted = Set.copyOf(prosecuted);
        shut = List.copyOf(shut);
        undecided = Map.copyOf(undecided);
    }

    /** The route by which sessions are counted: what was marked without leave, or the days of a suspension. */
    ReferralRoute counting() {
        return publicPlace ? ReferralRoute.PUBLIC_PLACE : ReferralRoute.IRREGULAR;
    }
}
