package uk.daymark.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.measure.MarkedSession;
import uk.daymark.people.EnrolmentId;

/**
 * Something that was counted and that a rule of the policy speaks of, with its proof.
 *
 * @param id which
 * @param kind what: {@code PENALTY_NOTICE_THRESHOLD}, {@code ATTENDANCE_BELOW_BAND}, ...
 * @param since the day from which it has held
 * @param lapsedOn the day on which it was found to hold no longer; empty while it holds
 * @param count what was counted
 * @param firm how much of it a sanction may rest on
 * @param provisional how much of it has no reason established yet
 * @param sentence what it says, for people: "10 sessions without leave in 10 school weeks (threshold 10)"
 * @param policyVersion the content hash of the policy it was counted under
 * @param fingerprint a hash of the marks counted
 * @param sessions every session counted, oldest first
 */
public record Finding(
        long id,
        EnrolmentId enrolment,
        String kind,
        LocalDate since,
        Optional<LocalDate> lapsedOn,
        int count,
        int firm,
        int provisional,
        String sentence,
        String policyVersion,
        String fingerprint,
        List<MarkedSession> sessions) {

    public Finding {
        sessions = List.copyOf(sessions);
    }
}
