package uk.daymark.enforcement.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.cases.CaseRef;
import uk.daymark.enforcement.NoticeKind;
import uk.daymark.enforcement.PublicPlaceFacts;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Session;
import uk.daymark.people.ContactId;
import uk.daymark.people.PupilId;

/**
 * A notice that somebody wants to issue to one parent for one child.
 *
 * @param pupil the child
 * @param contact the parent, as the child's present school knows them
 * @param route by which it came to the authority
 * @param period the days that the referral speaks of
 * @param sessions the sessions it relies on
 * @param postOn the day on which it is to be posted
 * @param caseRef the case that was referred
 * @param publicPlace for a pupil in a public place: what is known of it
 * @param liability why this parent is liable
 * @param reason why the one who decides issues it
 */
public record Proposal(
        PupilId pupil,
        ContactId contact,
        ReferralRoute route,
        DateRange period,
        List<Session> sessions,
        LocalDate postOn,
        Optional<CaseRef> caseRef,
        PublicPlaceFacts publicPlace,
        String liability,
        String reason) {

    public Proposal {
        sessions = sessions.stream().distinct().sorted().toList();
    }

    /** What the notice is about. */
    public NoticeKind kind() {
        return route == ReferralRoute.PUBLIC_PLACE ? NoticeKind.PUBLIC_PLACE : NoticeKind.ATTENDANCE;
    }

    /** The days from the first session to the last; the period where there is none. */
    public DateRange offence() {
        return sessions.isEmpty()
                ? period
                : new DateRange(
                        sessions.get(0).date(),
                        sessions.get(sessions.size() - 1).date());
    }
}
