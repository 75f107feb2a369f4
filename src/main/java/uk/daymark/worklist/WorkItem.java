package uk.daymark.worklist;

import java.time.Instant;
import java.util.Optional;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Urn;

/**
 * Something that people have to do, or had.
 *
 * @param id the task's id
 * @param model the model it stands in
 * @param kind the id of the user task in the model
 * @param kindName the user task's name in the model: what to do, whoever it is for
 * @param key what the process is about
 * @param about what it is about and by when
 * @param group the role it is for, in lower case
 * @param assignee the user name of who has it; empty where nobody has
 * @param assignedAt since when
 * @param state whether it is still to be done
 * @param postponed until when it was put off, and why; empty where it never was
 * @param openedAt since when it is on the list
 * @param ended how it ended; empty while it is open
 * @param version one more with every change of what it says
 */
public record WorkItem(
        String id,
        String model,
        String kind,
        String kindName,
        String key,
        Description about,
        String group,
        Optional<String> assignee,
        Optional<Instant> assignedAt,
        State state,
        Optional<Postponed> postponed,
        Instant openedAt,
        Optional<Ended> ended,
        long version) {

    /** Whether it is still to be done. */
    public enum State {
        OPEN,
        DONE,
        WITHDRAWN
    }

    /** Put off until a moment, with the reason given. */
    public record Postponed(Instant until, String why) {}

    /**
     * How it ended.
     *
     * @param by the user name of who did it; "daymark" where time or a rule ended it
     * @param because why it was withdrawn; empty text where it was done
     */
    public record Ended(Instant at, String by, String because) {}

    /** Whether it is put off at that moment. */
    public boolean isPostponed(Instant now) {
        return postponed.filter(put -> put.until().isAfter(now)).isPresent();
    }

    /** Whether it is still to be done. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** For the feature that it belongs to. */
    public TaskAbout forFeature() {
        return new TaskAbout(id, model, kind, key, school(), about.enrolment(), about.caseRef(), about.title());
    }

    /** Whose task it is. */
    public Urn school() {
        return about.school();
    }

    /** The pupil on that school's roll, or the first of several. */
    public EnrolmentId enrolment() {
        return about.enrolment();
    }
}
