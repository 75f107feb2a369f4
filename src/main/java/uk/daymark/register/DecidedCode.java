package uk.daymark.register;

import java.time.Instant;
import java.util.Optional;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Urn;

/**
 * A code that a person decided here for a session, until the school's own register brings it.
 *
 * @param id its number
 * @param enrolment on which roll
 * @param pupil whose session
 * @param school at which school
 * @param pupilRef the school's reference for the pupil
 * @param pupilName the name the pupil goes by
 * @param session which session
 * @param before the register's code when it was decided
 * @param decided the code that was decided
 * @param state what has become of it
 * @param reason why it was decided
 * @param by who decided
 * @param at when
 * @param inRegister what the register brought instead; empty while nothing has
 */
public record DecidedCode(
        long id,
        EnrolmentId enrolment,
        PupilId pupil,
        Urn school,
        String pupilRef,
        String pupilName,
        Session session,
        AttendanceCode before,
        AttendanceCode decided,
        State state,
        String reason,
        String by,
        Instant at,
        Optional<AttendanceCode> inRegister) {

    /** What has become of a decided code. */
    public enum State {
        /** To be entered in the school's register. Figures use the decided code and say so. */
        WAITING,
        /**
         * The register brought a third code: a person has to settle it. Figures use the register's code meanwhile, because the
         * register is the school's, and nothing legal may rest on the session.
         */
        QUESTIONED,
        /** The register brought the decided code. */
        CONFIRMED,
        /** A person settled the question in favour of the register. */
        DROPPED,
        /** A later decision took its place. */
        REPLACED,
        /** It was made by mistake: a person decided the register's own code while it waited. */
        TAKEN_BACK;

        /** Whether nothing legal may rest on the session yet. */
        public boolean open() {
            return this == WAITING || this == QUESTIONED;
        }
    }
}
