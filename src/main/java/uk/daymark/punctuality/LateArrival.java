package uk.daymark.punctuality;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Urn;

/**
 * A line of the late book.
 *
 * @param id its number
 * @param enrolment on which roll
 * @param school at which school
 * @param pupilRef the school's reference for the pupil
 * @param pupilName the name the pupil goes by
 * @param session the session for which the pupil came late
 * @param arrivedAt London time
 * @param minutesLate after the register opened; empty where the school has not said when it opens then
 * @param afterClose whether the register had closed; empty where the school has not said when it closes
 * @param reason what was given as the reason; may be empty text
 * @param atLateGate whether a member of staff met the pupil at a late-gate check
 * @param by who entered it
 * @param at when it was entered
 * @param struck where it was wrong: who struck it out, when and why
 */
public record LateArrival(
        long id,
        EnrolmentId enrolment,
        Urn school,
        String pupilRef,
        String pupilName,
        Session session,
        LocalTime arrivedAt,
        Optional<Integer> minutesLate,
        Optional<Boolean> afterClose,
        String reason,
        boolean atLateGate,
        String by,
        Instant at,
        Optional<Struck> struck) {

    /** A line that was wrong. It stays readable. */
    public record Struck(String by, Instant at, String why) {}

    /**
     * The code of the register for this arrival: L before the register closed, U after (School Attendance (Pupil Registration)
     * (England) Regulations 2024, regulation 10). Empty where it is not known when the register closes.
     */
    public Optional<AttendanceCode> code() {
        return afterClose.map(after -> after ? AttendanceCode.U : AttendanceCode.L);
    }
}
