package uk.daymark.people;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A pupil's time on a school's roll.
 *
 * @param id which
 * @param pupil whose
 * @param school at which school
 * @param pupilRef the school's own reference for the pupil, unique within the school
 * @param details when and where in the school
 */
public record Enrolment(EnrolmentId id, PupilId pupil, Urn school, String pupilRef, Details details) {

    /**
     * When and where in the school.
     *
     * @param onRollFrom the first day on roll; empty where the school has not said
     * @param leavingDate the last day on roll; empty while on roll
     * @param partTime whether a part-time timetable is agreed
     */
    public record Details(
            Optional<LocalDate> onRollFrom,
            Optional<LocalDate> leavingDate,
            String yearGroup,
            String form,
            boolean partTime) {

        /** Whether a day lies in both times. A time without a first or last day is open there. */
        public boolean overlaps(Details other) {
            return !endsBefore(other) && !other.endsBefore(this);
        }

        private boolean endsBefore(Details other) {
            return leavingDate.isPresent()
                    && other.onRollFrom.isPresent()
                    && leavingDate.get().isBefore(other.onRollFrom.get());
        }
    }

    /** Whether the pupil is on the school's roll that day. */
    public boolean onRoll(LocalDate day) {
        return details.onRollFrom().map(from -> !day.isBefore(from)).orElse(true)
                && details.leavingDate().map(to -> !day.isAfter(to)).orElse(true);
    }
}
