package uk.daymark.leave;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.ContactId;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Urn;

/**
 * A request for leave in term time.
 *
 * @param ref {@code V-2025-00012}
 * @param enrolment on which roll
 * @param school at which school
 * @param pupilRef the school's reference for the pupil
 * @param pupilName the name the pupil goes by
 * @param askedBy the parent or carer who asked; empty where the school has not said who
 * @param askedOn the day on which the request came
 * @param days which sessions are asked for
 * @param sessions how many of them the school's calendar planned when it was entered
 * @param ground for what
 * @param details what the parent wrote
 * @param evidence what was seen of it; empty text where nothing was
 * @param enteredBy who entered it
 * @param state what has become of it
 * @param given which sessions the headteacher gave; empty where none
 * @param code the code of the sessions given
 * @param decided who decided it, when and why
 */
public record LeaveRequest(
        String ref,
        EnrolmentId enrolment,
        Urn school,
        String pupilRef,
        String pupilName,
        Optional<ContactId> askedBy,
        LocalDate askedOn,
        LeaveDays days,
        int sessions,
        LeaveGround ground,
        String details,
        String evidence,
        String enteredBy,
        State state,
        Optional<LeaveDays> given,
        Optional<AttendanceCode> code,
        Optional<Decided> decided) {

    /** Who decided, when and why. */
    public record Decided(String by, Instant at, String why) {}

    /** What has become of a request. */
    public enum State {
        ASKED("Waits for the headteacher"),
        GRANTED("Given"),
        PART("Given in part"),
        REFUSED("Refused"),
        TAKEN_BACK("Taken back by the parent");

        private final String title;

        State(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /** Whether the session was given. */
    boolean gives(Session session) {
        return (state == State.GRANTED || state == State.PART)
                && given.filter(days -> days.contains(session)).isPresent();
    }

    /** Whether the session was asked for and refused. */
    boolean refuses(Session session) {
        return days.contains(session) && (state == State.REFUSED || (state == State.PART && !gives(session)));
    }
}
