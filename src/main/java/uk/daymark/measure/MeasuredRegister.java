package uk.daymark.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be measured: one pupil's register on a day.
 *
 * @param timetable the sessions planned for the pupil over all schools attended
 * @param schools each school attended with the days on its roll and its whole timetable; a school's clock for replacing an N runs on
 *     its own school days, also after the pupil has left. Empty where only one school is spoken of
 * @param marks the marks; those on sessions that are not planned have no effect
 * @param unconfirmed sessions whose code was decided here and is not yet in the school's register: counted, never firm
 * @param asOf the day to speak of
 * @param summaryOver the period to sum up; where empty, from the first mark to the day
 * @param compulsorySchoolAge first and last day of compulsory school age; sessions outside leave the window and the run, not the
 *     summary. Empty where the date of birth is not known: every session counts
 */
public record MeasuredRegister(
        Timetable timetable,
        List<Timetable.Part> schools,
        Marks marks,
        Set<Session> unconfirmed,
        LocalDate asOf,
        Optional<DateRange> summaryOver,
        Optional<DateRange> compulsorySchoolAge) {

    public MeasuredRegister {
        schools = List.copyOf(schools);
        unconfirmed = Set.copyOf(unconfirmed);
    }

    /** The whole timetable of the school that had the pupil on a day. */
    Timetable timetableOfTheSchoolOn(LocalDate day) {
        return schools.stream()
                .filter(school -> school.days().contains(day))
                .map(Timetable.Part::timetable)
                .filter(school -> school.isSchoolDay(day))
                .findFirst()
                .orElse(timetable);
    }
}
