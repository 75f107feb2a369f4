package uk.daymark.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A pupil's time on a school's roll under one reference: one stay, or several where the pupil left and came back.
 *
 * @param id which
 * @param pupil whose
 * @param school at which school
 * @param pupilRef the school's own reference for the pupil, unique within the school
 * @param details when and where in the school, as of the present stay, or of the last one
 * @param earlier the stays before, each ended, earliest first
 */
public record Enrolment(
        EnrolmentId id, PupilId pupil, Urn school, String pupilRef, Details details, List<Stay> earlier) {

    public Enrolment {
        earlier = List.copyOf(earlier);
    }

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

        /** The days on roll. */
        public Stay stay() {
            return new Stay(onRollFrom, leavingDate);
        }
    }

    /** All stays, earliest first. */
    public List<Stay> stays() {
        List<Stay> stays = new ArrayList<>(earlier);
        stays.add(details.stay());
        return stays;
    }

    /** Whether the pupil is on the school's roll that day. */
    public boolean onRoll(LocalDate day) {
        return details.stay().contains(day) || earlier.stream().anyMatch(stay -> stay.contains(day));
    }

    /** The last day on this roll that is not after the day: the day itself while on roll; empty before the pupil came. */
    public Optional<LocalDate> lastDayBy(LocalDate day) {
        return stays().stream()
                .filter(stay -> stay.from().map(first -> !first.isAfter(day)).orElse(true))
                .map(stay -> stay.to().filter(last -> last.isBefore(day)).orElse(day))
                .max(Comparator.naturalOrder());
    }
}
