package uk.daymark.measure;

import java.util.Set;

/**
 * What one mark adds to the figures, for each code: seven counters of eight bits in one number, so that a week's ten marks are
 * added with ten additions. A week holds at most ten sessions, so no counter can run over into its neighbour.
 */
final class Tally {

    static final int PRESENT = 0;
    static final int APPROVED = 8;
    static final int AUTHORISED = 16;
    static final int UNAUTHORISED = 24;
    static final int NOT_POSSIBLE = 32;
    static final int COUNTED = 40;
    static final int LEAVE = 48;

    private static final int COUNTER = 0xff;

    private final long[] byCode;

    Tally(CountingRules.Threshold threshold, Set<AttendanceCode> leaveCodes) {
        AttendanceCode[] codes = AttendanceCode.values();
        byCode = new long[codes.length + 1];
        for (AttendanceCode code : codes) {
            long adds = switch (code.statisticalClass()) {
                case PRESENT -> 1L << PRESENT;
                case APPROVED -> 1L << APPROVED;
                case AUTHORISED -> 1L << AUTHORISED;
                case UNAUTHORISED -> 1L << UNAUTHORISED;
                case NOT_POSSIBLE -> 1L << NOT_POSSIBLE;
                case NOT_COLLECTED -> 0L;
            };
            if (threshold.codes().contains(code)) {
                adds += 1L << COUNTED;
            }
            if (leaveCodes.contains(code)) {
                adds += 1L << LEAVE;
            }
            byCode[Marks.index(code)] = adds;
        }
    }

    /** What a stored byte adds; nothing for a session not taken. */
    long of(byte code) {
        return byCode[code];
    }

    static int counter(long counters, int which) {
        return (int) (counters >>> which) & COUNTER;
    }
}
