package uk.daymark.leave;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Urn;

/**
 * Absence that looks like leave that nobody gave.
 *
 * @param ref the key of its process: that of the refused request where there was one, else its own
 * @param enrolment on which roll
 * @param school at which school
 * @param pupilRef the school's reference for the pupil
 * @param pupilName the name the pupil goes by
 * @param days from the first to the last day
 * @param openedAt when it was found
 * @param reply what the parents answered
 * @param caseRef the case it was handed over to
 * @param ended why it ended; empty while it is worked on
 */
public record SuspectedLeave(
        String ref,
        EnrolmentId enrolment,
        Urn school,
        String pupilRef,
        String pupilName,
        LeaveDays days,
        Instant openedAt,
        Optional<Reply> reply,
        Optional<String> caseRef,
        Optional<String> ended) {

    /** What the parents answered. */
    public record Reply(String text, LocalDate on, String enteredBy) {}
}
