package uk.daymark.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.measure.MarkedSession;
import uk.daymark.people.EnrolmentId;

/**
 * Something that holds as measured now, before it is compared with what was found earlier.
 *
 * @param since the day since which it has held without a break
 * @param weeksPassedOver Mondays of the weeks without a session that the window passed over
 */
record Held(
        String kind,
        LocalDate since,
        int count,
        int firm,
        int provisional,
        String sentence,
        List<MarkedSession> sessions,
        List<LocalDate> weeksPassedOver) {

    Held {
        sessions = List.copyOf(sessions);
        weeksPassedOver = List.copyOf(weeksPassedOver);
    }

    /** Something on which no sanction rests: every session counts alike. */
    static Held of(String kind, LocalDate since, int count, String sentence, List<MarkedSession> sessions) {
        return new Held(kind, since, count, count, 0, sentence, sessions, List.of());
    }

    /** The policy it was measured under. */
    record Under(String name, String version) {}

    /** As a finding that is not stored, for a preview. */
    Finding unstored(EnrolmentId enrolment, Under policy) {
        return new Finding(
                0,
                enrolment,
                kind,
                since,
                Optional.empty(),
                count,
                firm,
                provisional,
                sentence,
                policy.version(),
                Proof.fingerprint(sessions),
                sessions);
    }

    /** Whether it says something else than what was found earlier. A sentence that only keeps up with the days does not. */
    boolean differs(Finding earlier) {
        return count != earlier.count()
                || firm != earlier.firm()
                || provisional != earlier.provisional()
                || !Proof.fingerprint(sessions).equals(earlier.fingerprint());
    }
}
