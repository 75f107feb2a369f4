package uk.daymark.practice.sample;

import java.time.LocalDate;
import java.util.Optional;
import uk.daymark.measure.AttendanceCode;

/**
 * What the register of a sample school says of one pupil in one session, as time goes on.
 *
 * @param first as the register closes
 * @param inTheEnd another code that the register takes later
 * @param on the day from which it says so; far away where nobody finds out unless somebody asks
 * @param minutesLate nought where the pupil was not late
 */
record PlannedMark(AttendanceCode first, Optional<AttendanceCode> inTheEnd, LocalDate on, int minutesLate) {

    static PlannedMark of(AttendanceCode code) {
        return new PlannedMark(code, Optional.empty(), LocalDate.MAX, 0);
    }

    static PlannedMark late(AttendanceCode code, int minutes) {
        return new PlannedMark(code, Optional.empty(), LocalDate.MAX, minutes);
    }

    /** No reason at first. */
    static PlannedMark unexplained(AttendanceCode inTheEnd, LocalDate on) {
        return new PlannedMark(AttendanceCode.N, Optional.of(inTheEnd), on, 0);
    }

    /** Whether the register brings the code by itself. */
    boolean changesOn(LocalDate after, LocalDate day) {
        return inTheEnd.isPresent() && on.isAfter(after) && !on.isAfter(day);
    }

    AttendanceCode inTheEndOrFirst() {
        return inTheEnd.orElse(first);
    }
}
