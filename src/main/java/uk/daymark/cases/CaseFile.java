package uk.daymark.cases;

import java.time.LocalDate;
import java.util.Optional;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Urn;

/**
 * A pupil's attendance case at a school.
 *
 * @param stage where it stands: the id of the rung in the model, such as {@code concern-letter}; {@code opened} before the first
 * @param policy the name of the policy it is worked under
 * @param openedWhy the rule or the reason that opened it, as a sentence
 * @param version one more with every change
 */
public record CaseFile(
        CaseRef ref,
        PupilId pupil,
        EnrolmentId enrolment,
        Urn school,
        String pupilRef,
        String pupilName,
        String stage,
        Status status,
        LocalDate openedOn,
        Optional<LocalDate> closedOn,
        String policy,
        String openedWhy,
        long version) {

    /** Whether a case is worked on. */
    public enum Status {
        OPEN,
        CLOSED
    }
}
