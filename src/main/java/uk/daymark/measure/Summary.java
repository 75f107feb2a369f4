package uk.daymark.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What happened to a pupil's sessions in a period.
 *
 * @param period first and last day
 * @param present sessions in school
 * @param approved sessions at an approved educational activity
 * @param authorised sessions absent with an accepted reason
 * @param unauthorised sessions absent without one, N included
 * @param notPossible sessions that leave the denominator
 * @param persistentlyAbsent whether the share missed reaches the persistent band, by whole numbers and never by a rounded percentage
 * @param severelyAbsent the same for the severe band
 */
public record Summary(
        DateRange period,
        int present,
        int approved,
        int authorised,
        int unauthorised,
        int notPossible,
        boolean persistentlyAbsent,
        boolean severelyAbsent) {

    /** As many days ahead as somebody can still do something about: a choice of this product and no rule. */
    public static final int NEAR_DAYS = 3;

    private static final int SESSIONS_A_DAY = 2;

    static Summary of(
            DateRange period,
            int present,
            int approved,
            int authorised,
            int unauthorised,
            int notPossible,
            CountingRules.AbsenceBands bands) {
        int absent = authorised + unauthorised;
        int possible = present + approved + absent;
        return new Summary(
                period,
                present,
                approved,
                authorised,
                unauthorised,
                notPossible,
                reaches(bands.persistentPercent(), absent, possible),
                reaches(bands.severePercent(), absent, possible));
    }

    /**
     * Whether the share of possible sessions missed reaches a percentage, without rounding. Nothing possible reaches nothing.
     *
     * <p>Source: persistent absence is 10% or more, severe absence 50% or more of possible sessions missed (statutory guidance).
     */
    public static boolean reaches(int percent, int absent, int possible) {
        return possible > 0 && 100L * absent >= (long) percent * possible;
    }

    /**
     * How near the line: the fewest whole days more, both sessions of each possible and missed, with which the share missed reaches a
     * percentage. Empty where it does already, and where more days are needed than {@link #NEAR_DAYS}.
     */
    public static Optional<Integer> daysTo(int percent, int absent, int possible) {
        if (reaches(percent, absent, possible)) {
            return Optional.empty();
        }
        return IntStream.rangeClosed(1, NEAR_DAYS)
                .filter(days -> reaches(percent, absent + SESSIONS_A_DAY * days, possible + SESSIONS_A_DAY * days))
                .boxed()
                .findFirst();
    }

    /** Sessions the pupil could have attended: the denominator. */
    public int possible() {
        return present + approved + absent();
    }

    /** Sessions missed for any reason. */
    public int absent() {
        return authorised + unauthorised;
    }

    /** Attendance in percent, rounded half up to two places, for showing only; empty where nothing was possible. */
    public Optional<BigDecimal> attendancePercent() {
        if (possible() == 0) {
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(100L * (present + approved))
                .divide(BigDecimal.valueOf(possible()), 2, RoundingMode.HALF_UP));
    }
}
