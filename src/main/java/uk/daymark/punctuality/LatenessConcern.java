package uk.daymark.punctuality;

import java.time.Instant;
import java.time.LocalDate;
import uk.daymark.people.EnrolmentId;

/**
 * What is worked on because a pupil is often late.
 *
 * @param id its number
 * @param key the key of its process: the case's reference where a case was open, else its own, {@code P-2025-00012}
 * @param enrolment whose
 * @param sentence what was found, for people
 * @param openedAt when
 * @param watchedFrom the first day that counts for the next look
 * @param watching whether a step was taken and the pupil is being watched now
 */
record LatenessConcern(
        long id,
        String key,
        EnrolmentId enrolment,
        String sentence,
        Instant openedAt,
        LocalDate watchedFrom,
        boolean watching) {}
