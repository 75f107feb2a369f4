package uk.daymark.measure;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Goes once over a register, week by week, and keeps the class totals, the rolling window of whole school weeks, the moments at
 * which it was met, and the longest run of leave. Can be used again for the next pupil of the same timetable: nothing is created
 * while walking.
 *
 * <p>Source of the window: the guidance's "10 sessions in a rolling period of 10 school weeks", a school week being any week with
 * at least one school session.
 */
final class RegisterWalk {

    /** No such session. */
    static final int NEVER = -1;

    private static final VarHandle EIGHT_MARKS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final VarHandle TWO_MARKS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());
    /** A week of nothing but present marks, by far the commonest: recognised at a glance instead of counted. */
    private static final byte[] ALL_PRESENT = allPresent();

    private static final long FIRST_FOUR_DAYS_PRESENT = (long) EIGHT_MARKS.get(ALL_PRESENT, 0);
    private static final short FRIDAY_PRESENT = (short) TWO_MARKS.get(ALL_PRESENT, 8);
    private static final long EVERY_OTHER_COUNTER = 0x00ff_00ff_00ff_00ffL;

    private final Tally tally;
    private final int required;
    private final int runMatters;
    private final long allPresentAdds;
    private final boolean presentInterests;

    /** Counted marks of the last school weeks, one entry each. */
    private final int[] ring;

    private int ringAt;
    private int inWindow;
    private boolean met;
    private boolean lapsing;
    private int metAt;
    private int metSince;
    private int run;
    private int longestRun;
    private int longestRunStart;
    private int runStart;
    private int runReached;

    /** Class totals in 16-bit counters: the even and the odd ones of the tally. */
    private long evenTotals;

    private long oddTotals;

    private int weekOpen;

    RegisterWalk(CountingRules rules) {
        CountingRules.Threshold threshold = rules.threshold();
        this.tally = new Tally(threshold, rules.leave().codes());
        this.required = threshold.sessions();
        this.ring = new int[threshold.schoolWeeks()];
        this.runMatters = rules.leave().consecutiveSessions();
        this.allPresentAdds = sum(ALL_PRESENT, 0, Timetable.SESSIONS_A_WEEK);
        this.presentInterests =
                Tally.counter(allPresentAdds, Tally.COUNTED) != 0 || Tally.counter(allPresentAdds, Tally.LEAVE) != 0;
        reset();
    }

    /** Forgets the last pupil. */
    void reset() {
        java.util.Arrays.fill(ring, 0);
        ringAt = 0;
        inWindow = 0;
        met = false;
        lapsing = false;
        metAt = NEVER;
        metSince = NEVER;
        run = 0;
        longestRun = 0;
        longestRunStart = NEVER;
        runStart = NEVER;
        runReached = NEVER;
        evenTotals = 0;
        oddTotals = 0;
        weekOpen = -1;
    }

    /**
     * Walks on over the sessions from one position to another. Several calls one after the other are one walk; positions must rise.
     *
     * @param timetable the planned sessions; school weeks before and between are passed through as the window needs
     * @param codes the marks laid over that timetable
     * @param from first position
     * @param to position after the last
     */
    void walk(Timetable timetable, byte[] codes, int from, int to) {
        int firstWeek = weekOpen + 1;
        int lastWeek = (to + Timetable.SESSIONS_A_WEEK - 1) / Timetable.SESSIONS_A_WEEK;
        if (weekOpen >= 0) {
            firstWeek = weekOpen;
        }
        for (int week = firstWeek; week < lastWeek; week++) {
            int planned = timetable.planned(week);
            if (planned == 0) {
                continue;
            }
            if (week != weekOpen) {
                enter(week);
            }
            int start = week * Timetable.SESSIONS_A_WEEK;
            int end = start + Timetable.SESSIONS_A_WEEK;
            if (from <= start && end <= to) {
                takeWeek(codes, start, planned);
            } else {
                takePart(codes, Math.max(from, start), Math.min(to, end), start, planned);
            }
        }
    }

    private void enter(int week) {
        weekOpen = week;
        ringAt = ringAt + 1 == ring.length ? 0 : ringAt + 1;
        inWindow -= ring[ringAt];
        ring[ringAt] = 0;
        lapsing = met && inWindow < required;
    }

    /** A week that begins with too few is a lapse only if its first session does not bring the count back at once. */
    private void settleLapse(byte[] codes, int from, int to, int weekStart, int planned) {
        for (int position = from; position < to; position++) {
            if ((planned & (1 << (position - weekStart))) != 0) {
                lapsing = false;
                met = inWindow + Tally.counter(tally.of(codes[position]), Tally.COUNTED) >= required;
                return;
            }
        }
    }

    private void takeWeek(byte[] codes, int start, int planned) {
        if (lapsing) {
            settleLapse(codes, start, start + Timetable.SESSIONS_A_WEEK, start, planned);
        }
        long adds;
        if ((long) EIGHT_MARKS.get(codes, start) == FIRST_FOUR_DAYS_PRESENT
                && (short) TWO_MARKS.get(codes, start + 8) == FRIDAY_PRESENT) {
            adds = allPresentAdds;
            if (!presentInterests) {
                run = 0;
                addTotals(adds);
                return;
            }
        } else {
            adds = sum(codes, start, start + Timetable.SESSIONS_A_WEEK);
        }
        addTotals(adds);
        if (Tally.counter(adds, Tally.LEAVE) != 0) {
            followRun(codes, start, start + Timetable.SESSIONS_A_WEEK, start, planned);
        } else {
            run = 0;
        }
        if (Tally.counter(adds, Tally.COUNTED) != 0) {
            count(codes, start, start + Timetable.SESSIONS_A_WEEK, adds);
        }
    }

    private void takePart(byte[] codes, int from, int to, int weekStart, int planned) {
        if (from >= to) {
            return;
        }
        if (lapsing) {
            settleLapse(codes, from, to, weekStart, planned);
        }
        long adds = sum(codes, from, to);
        addTotals(adds);
        followRun(codes, from, to, weekStart, planned);
        if (Tally.counter(adds, Tally.COUNTED) != 0) {
            count(codes, from, to, adds);
        }
    }

    private long sum(byte[] codes, int from, int to) {
        long adds = 0;
        for (int position = from; position < to; position++) {
            adds += tally.of(codes[position]);
        }
        return adds;
    }

    private void addTotals(long adds) {
        evenTotals += adds & EVERY_OTHER_COUNTER;
        oddTotals += (adds >>> 8) & EVERY_OTHER_COUNTER;
    }

    private void count(byte[] codes, int from, int to, long adds) {
        int before = inWindow;
        int counted = Tally.counter(adds, Tally.COUNTED);
        ring[ringAt] += counted;
        inWindow += counted;
        if (!met && before + counted >= required) {
            met = true;
            metSince = positionOfCounted(codes, from, to, required - before);
            if (metAt == NEVER) {
                metAt = metSince;
            }
        }
    }

    private int positionOfCounted(byte[] codes, int from, int to, int nth) {
        int seen = 0;
        for (int position = from; position < to; position++) {
            seen += Tally.counter(tally.of(codes[position]), Tally.COUNTED);
            if (seen >= nth) {
                return position;
            }
        }
        throw new IllegalStateException("The week holds fewer counted marks than were added");
    }

    private void followRun(byte[] codes, int from, int to, int weekStart, int planned) {
        for (int position = from; position < to; position++) {
            if ((planned & (1 << (position - weekStart))) == 0) {
                continue;
            }
            if (Tally.counter(tally.of(codes[position]), Tally.LEAVE) == 0) {
                run = 0;
                continue;
            }
            if (run == 0) {
                runStart = position;
            }
            run++;
            if (run == runMatters && runReached == NEVER) {
                runReached = position;
            }
            if (run > longestRun) {
                longestRun = run;
                longestRunStart = runStart;
            }
        }
    }

    /** Sessions counted in the window where the walk stands. */
    int count() {
        return inWindow;
    }

    /** Whether the window is met where the walk stands. */
    boolean met() {
        return met && count() >= required;
    }

    /** Where the window was met for the first time; {@link #NEVER}. */
    int metAt() {
        return metAt;
    }

    /** Where the window was met last; speaks of now only while {@link #met}. */
    int metSince() {
        return metSince;
    }

    int longestRun() {
        return longestRun;
    }

    int longestRunStart() {
        return longestRunStart;
    }

    /** Where a run of leave first became long enough to matter; {@link #NEVER}. */
    int runReached() {
        return runReached;
    }

    /** One class total, by the name of its counter in {@link Tally}. */
    int total(int counter) {
        long totals = counter % 16 == 0 ? evenTotals : oddTotals;
        return (int) (totals >>> (counter & ~15)) & 0xffff;
    }

    private static byte[] allPresent() {
        byte[] week = new byte[Timetable.SESSIONS_A_WEEK];
        for (int slot = 0; slot < week.length; slot++) {
            week[slot] = Marks.index(AttendanceCode.presentIn(slot % 2 == 0 ? Half.AM : Half.PM));
        }
        return week;
    }
}
