package uk.daymark.enforcement.publicplace;

import java.time.Instant;
import java.time.LocalDate;
import uk.daymark.cases.CaseRef;
import uk.daymark.people.EnrolmentId;

/**
 * A suspended pupil seen in a public place.
 *
 * @param suspension the entry of the suspension as it stood then
 * @param at the time of day, as in {@code 11:20}
 * @param seenBy who saw the pupil
 * @param explanation what the parents said: justified, not-justified or no-answer; empty text while it is waited for
 */
public record Sighting(
        long id,
        CaseRef caseRef,
        EnrolmentId enrolment,
        long suspension,
        LocalDate on,
        String at,
        String place,
        String seenBy,
        String explanation,
        String explanationWords,
        String enteredBy,
        Instant enteredAt) {

    /**
     * What somebody enters.
     *
     * @param duringSchoolHours whether that was in the hours of the school: only then the parents have a duty
     */
    public record Seen(LocalDate on, String at, boolean duringSchoolHours, String place, String by) {}
}
