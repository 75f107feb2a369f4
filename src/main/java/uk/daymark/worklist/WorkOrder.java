package uk.daymark.worklist;

import java.time.LocalTime;

/**
 * In which order a list stands. What stands alike in it stands in the order of the tasks' ids, so that pages never overlap.
 *
 * @param descending whether the last comes first; means nothing where the list is by urgency
 */
public record WorkOrder(By by, boolean descending) {

    /** What is due earlier in a day is work of the morning. */
    public static final LocalTime MORNING_ENDS = LocalTime.NOON;

    /** As people work: what this morning has time for comes before what is overdue. */
    public static final WorkOrder URGENT_FIRST = new WorkOrder(By.URGENCY, false);

    /** What a list can be sorted by. */
    public enum By {
        /** Before all others, still possible this morning, by when, the most urgent first, by title. */
        URGENCY,
        /** The pupil's name as it is shown. */
        PUPIL,
        /** What to do. */
        WHAT,
        /** By when. */
        DUE,
        /** Who has it; what nobody has stands last. */
        HOLDER
    }

    /** Whether the list is by urgency, as it is where nobody asks otherwise. */
    public boolean isByUrgency() {
        return by == By.URGENCY;
    }
}
