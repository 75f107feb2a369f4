package uk.daymark.enforcement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The figures of the period that a referral speaks of. Each is empty where it is not known.
 *
 * @param schoolWeeks weeks with at least one planned session in the period
 * @param plannedSessions sessions planned in the period
 * @param possible sessions the pupil could have attended
 * @param absent sessions missed for any reason, N included
 * @param unauthorised unauthorised sessions that a sanction may rest on, N left out
 * @param nMarks sessions whose reason is not established
 * @param leaveRun sessions of leave: the longest run, or as many as lie in one window where the policy does not ask for a run
 * @param backOn the first school day after the last session of leave
 */
public record ReferralFigures(
        Optional<Integer> schoolWeeks,
        Optional<Integer> plannedSessions,
        Optional<Integer> possible,
        Optional<Integer> absent,
        Optional<Integer> unauthorised,
        Optional<Integer> nMarks,
        Optional<Integer> leaveRun,
        Optional<LocalDate> backOn) {

    /** Nothing is known. */
    public static ReferralFigures unknown() {
        return new ReferralFigures(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** These figures, and the other's where there is none here. */
    public ReferralFigures orElse(ReferralFigures other) {
        return new ReferralFigures(
                schoolWeeks.or(other::schoolWeeks),
                plannedSessions.or(other::plannedSessions),
                possible.or(other::possible),
                absent.or(other::absent),
                unauthorised.or(other::unauthorised),
                nMarks.or(other::nMarks),
                leaveRun.or(other::leaveRun),
                backOn.or(other::backOn));
    }
}
