package uk.daymark.register;

import java.util.Optional;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Urn;

/**
 * A mark that came or changed.
 *
 * @param enrolment on which roll
 * @param pupil whose mark
 * @param school at which school
 * @param session which session
 * @param before the code until now; empty where the session is taken for the first time
 * @param after the code from now on
 */
public record MarkChange(
        EnrolmentId enrolment,
        PupilId pupil,
        Urn school,
        Session session,
        Optional<AttendanceCode> before,
        AttendanceCode after) {}
