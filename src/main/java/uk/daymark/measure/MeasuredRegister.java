package uk.daymark.measure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be measured: one pupil's register on a day.
 *
 * @param timetable the sessions planned for the pupil over all schools attended
 * @param marks the marks; those on sessions that are not planned have no effect
 * @param unconfirmed sessions whose code was decided here and is not yet in the school's register: counted, never firm
 * @param asOf the day to speak of
 * @param summaryOver the period to sum up; where empty, from the first mark to the day
 * @param compulsorySchoolAge first and last day of compulsory school age; sessions outside leave the window and the run, not the
 *     summary. Empty where the date of birth is not known: every session counts
 */
public record MeasuredRegister(
        Timetable timetable,
        Marks marks,
        Set<Session> unconfirmed,
        LocalDate asOf,
        Optional<DateRange> summaryOver,
        Optional<DateRange> compulsorySchoolAge) {

    public MeasuredRegister {
        unconfirmed = Set.copyOf(unconfirmed);
    }
}
