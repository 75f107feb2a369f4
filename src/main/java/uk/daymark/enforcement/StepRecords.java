package uk.daymark.enforcement;

import java.time.LocalDate;
import java.util.List;
import uk.daymark.measure.DateRange;
import uk.daymark.people.PupilId;
import uk.daymark.people.Scope;

/** The steps that the law knows, as they were taken, for counting. */
public interface StepRecords {

    /** Those taken in these days in cases of schools in scope, the earliest first. */
    List<Taken> taken(Scope scope, DateRange days);

    /** A step. */
    enum Step {
        NOTICE_TO_IMPROVE,
        PENALTY_NOTICE,
        PROSECUTION
    }

    /**
     * A step that was taken.
     *
     * @param on when a notice to improve was posted, a penalty notice issued, a prosecution begun
     */
    record Taken(Step step, PupilId pupil, LocalDate on) {}
}
