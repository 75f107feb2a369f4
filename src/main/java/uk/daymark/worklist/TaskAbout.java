package uk.daymark.worklist;

import java.util.Optional;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Urn;

/**
 * An open task, for the feature it belongs to.
 *
 * @param id the task's id
 * @param model the model it stands in
 * @param kind the id of the user task in the model
 * @param key what the process is about
 * @param school whose task it is
 * @param enrolment the pupil, or the first of several
 * @param caseRef the case, where there is one
 * @param title what to do and for whom
 */
public record TaskAbout(
        String id,
        String model,
        String kind,
        String key,
        Urn school,
        EnrolmentId enrolment,
        Optional<String> caseRef,
        String title) {}
