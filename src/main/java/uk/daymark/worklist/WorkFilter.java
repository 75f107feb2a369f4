package uk.daymark.worklist;

import java.util.Optional;

/**
 * Which open tasks to list.
 *
 * @param kind the id of the user task in its model
 * @param words words that the title, the pupil's name or reference, or the case's reference hold; blank for all
 * @param school a school's URN
 * @param caseRef a case's reference
 * @param pupilRef a school's reference for a pupil
 * @param yearGroup the year group of the pupil, as the school writes it
 * @param stage the stage of the case
 */
public record WorkFilter(
        View view,
        Optional<String> kind,
        Optional<Due> due,
        String words,
        Optional<String> school,
        Optional<String> caseRef,
        Optional<String> pupilRef,
        Optional<String> yearGroup,
        Optional<String> stage) {

    /** Of any year group and stage. */
    public WorkFilter(
            View view,
            Optional<String> kind,
            Optional<Due> due,
            String words,
            Optional<String> school,
            Optional<String> caseRef,
            Optional<String> pupilRef) {
        this(view, kind, due, words, school, caseRef, pupilRef, Optional.empty(), Optional.empty());
    }

    /** Whose tasks. */
    public enum View {
        /** Assigned to me. */
        MINE,
        /** Nobody's, and my role may do them. */
        AVAILABLE,
        /** All that I may see, those included that are put off. */
        ALL,
        /** All that I may see that are not put off. */
        STANDING,
        /** Put off until later. */
        POSTPONED
    }

    /** By when. */
    public enum Due {
        /** The moment has passed. */
        OVERDUE,
        /** Today, whether or not the moment has passed. */
        TODAY,
        /** From today to Sunday. */
        WEEK,
        /** At no stated time. */
        NONE
    }

    /** All of a view. */
    public static WorkFilter of(View view) {
        return new WorkFilter(
                view, Optional.empty(), Optional.empty(), "", Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same filter for one kind of task. */
    public WorkFilter only(String oneKind) {
        return new WorkFilter(view, Optional.of(oneKind), due, words, school, caseRef, pupilRef, yearGroup, stage);
    }

    /** The same filter in another view. */
    public WorkFilter in(View other) {
        return new WorkFilter(other, kind, due, words, school, caseRef, pupilRef, yearGroup, stage);
    }
}
