package uk.daymark.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that was counted for one pupil.
 *
 * @param asOf the day it speaks of
 * @param summary attendance in the period asked for, or from the first mark to the day
 * @param persistentSince since which session the pupil has been persistently absent in that period without a break; empty where not
 * @param severeSince the same for severe absence
 * @param window the rolling window as the policy lays it
 * @param otherReading the same window laid the other way, for the person who must know where the readings differ
 * @param leaveRun the longest run of leave without permission
 * @param unexplained sessions up to the day whose reason is not yet established, oldest first
 * @param continuousAbsence the unbroken run of unauthorised or unexplained days, in compulsory school age and up to the day, that is
 *     to be told: the latest that must be reported, else the longest; empty where there is none
 * @param deletionRun the same for days that could bear on deletion from the roll, at any age
 * @param sickness illness in the school year of the day, in compulsory school age
 * @param patterns what is worth a conversation
 */
public record Measurement(
        LocalDate asOf,
        Summary summary,
        Optional<Session> persistentSince,
        Optional<Session> severeSince,
        WindowCount window,
        WindowCount otherReading,
        LeaveRun leaveRun,
        List<Unexplained> unexplained,
        Optional<AbsenceRun> continuousAbsence,
        Optional<AbsenceRun> deletionRun,
        Sickness sickness,
        List<Pattern> patterns) {

    public Measurement {
        unexplained = List.copyOf(unexplained);
        patterns = List.copyOf(patterns);
    }
}
