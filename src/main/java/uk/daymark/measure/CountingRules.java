package uk.daymark.measure;

import java.util.EnumSet;
import java.util.Set;

/**
 * The numbers and codes that a policy puts into the rules of counting. All of them come from {@code policies/}.
 *
 * @param threshold when a penalty notice must be considered
 * @param leave what makes a run of leave taken without permission
 * @param absence where persistent and severe absence begin
 * @param unexplainedSchoolDays school days after a session within which an N must be replaced
 * @param returns the runs that must be reported
 * @param pattern what is worth a conversation
 */
public record CountingRules(
        Threshold threshold,
        Leave leave,
        AbsenceBands absence,
        int unexplainedSchoolDays,
        Returns returns,
        PatternRules pattern) {

    /** How the window of school weeks is laid. */
    public enum Anchor {
        /** The school week of the day and the whole school weeks before it. */
        WEEK,
        /** From the day after the same weekday of the school week that lies the window's length before. */
        DAY
    }

    /**
     * @param sessions how many counted sessions meet the threshold
     * @param schoolWeeks length of the window in school weeks
     * @param codes codes that are counted
     * @param notFirm codes on which no sanction may rest, whether counted or not; N is always one of them
     * @param anchor how the window is laid
     */
    public record Threshold(
            int sessions, int schoolWeeks, Set<AttendanceCode> codes, Set<AttendanceCode> notFirm, Anchor anchor) {
        public Threshold {
            codes = copyOf(codes);
            // No sanction rests on a reason that is not yet established, whatever a policy says.
            EnumSet<AttendanceCode> never = EnumSet.of(AttendanceCode.N);
            never.addAll(notFirm);
            notFirm = copyOf(never);
        }

        /** The same threshold with the window laid the other way. */
        public Threshold anchored(Anchor other) {
            return new Threshold(sessions, schoolWeeks, codes, notFirm, other);
        }
    }

    /**
     * @param codes codes that make up the run
     * @param consecutiveSessions length from which the run matters, in consecutive planned sessions
     */
    public record Leave(Set<AttendanceCode> codes, int consecutiveSessions) {
        public Leave {
            codes = copyOf(codes);
        }
    }

    /**
     * @param persistentPercent share of possible sessions missed, in percent, from which a pupil is persistently absent
     * @param severePercent the same for severely absent
     */
    public record AbsenceBands(int persistentPercent, int severePercent) {}

    /**
     * @param continuousDays school days of unbroken absence that are reported
     * @param continuousCodes codes of such absence
     * @param sicknessDays school days touched by illness that are reported
     * @param deletionDays school days of unbroken absence after which deletion from the roll may be looked at
     * @param deletionCodes codes of such absence; any other breaks it
     */
    public record Returns(
            int continuousDays,
            Set<AttendanceCode> continuousCodes,
            int sicknessDays,
            int deletionDays,
            Set<AttendanceCode> deletionCodes) {
        public Returns {
            continuousCodes = copyOf(continuousCodes);
            deletionCodes = copyOf(deletionCodes);
        }
    }

    /**
     * A prompt for a conversation, never a test for a sanction.
     *
     * @param schoolWeeks how far back to look
     * @param weekdayTimes absences on the same weekday that make a pattern
     * @param weekdayOf among so many of its last occurrences
     * @param fortnightPercent share of absences in every other week that makes a pattern
     * @param fortnightSessions and so many sessions at least
     * @param fortnightWeeks in so many different weeks at least
     * @param edgePercent share of absences next to a closure that makes a pattern
     * @param edgeSessions and so many sessions at least
     */
    public record PatternRules(
            int schoolWeeks,
            int weekdayTimes,
            int weekdayOf,
            int fortnightPercent,
            int fortnightSessions,
            int fortnightWeeks,
            int edgePercent,
            int edgeSessions) {}

    private static Set<AttendanceCode> copyOf(Set<AttendanceCode> codes) {
        return codes.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(codes));
    }
}
