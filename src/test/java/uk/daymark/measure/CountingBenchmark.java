package uk.daymark.measure;

import java.time.LocalDate;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Window, summary and runs of 100,000 pupils over one school year in one pass, beside two plain scans of the same bytes: one that
 * only adds them up, one that looks each up in a table. Time is for all pupils.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CountingBenchmark {

    static final int PUPILS = 100_000;
    private static final DateRange SCHOOL_YEAR = new DateRange(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 7, 24));

    private Timetable timetable;
    private byte[][] registers;
    private RegisterWalk walk;
    private long[] table;

    @Setup
    public void fillTheRegisters() {
        timetable = GoldenCases.calendar("CAL-A").timetable().within(SCHOOL_YEAR);
        int sessions = timetable.weekOf(SCHOOL_YEAR.to()) * Timetable.SESSIONS_A_WEEK + Timetable.SESSIONS_A_WEEK;
        walk = new RegisterWalk(Rules.national());
        Random random = new Random(20_250_901);
        registers = new byte[PUPILS][];
        for (int pupil = 0; pupil < PUPILS; pupil++) {
            registers[pupil] = register(random, sessions);
        }
        table = new long[64];
        for (AttendanceCode code : AttendanceCode.values()) {
            table[Marks.index(code)] = code.statisticalClass().ordinal() + 1L;
        }
        System.out.printf("bytes per pupil: %d, schoolweeks: %d%n", sessions, timetable.schoolWeeks().length);
    }

    /** About 93% attendance, in spells as children are ill: most weeks whole, some pupils hardly there. */
    private byte[] register(Random random, int sessions) {
        byte[] codes = new byte[sessions];
        double spellStarts = random.nextInt(20) == 0 ? 0.08 : 0.012;
        AttendanceCode[] reasons = {
            AttendanceCode.I,
            AttendanceCode.I,
            AttendanceCode.I,
            AttendanceCode.M,
            AttendanceCode.O,
            AttendanceCode.G,
            AttendanceCode.U,
            AttendanceCode.N
        };
        int left = 0;
        AttendanceCode reason = AttendanceCode.I;
        for (int position = 0; position < sessions; position++) {
            if ((timetable.planned(position / 10) & (1 << (position % 10))) == 0) {
                continue;
            }
            if (left == 0 && random.nextDouble() < spellStarts) {
                left = 1 + random.nextInt(9);
                reason = reasons[random.nextInt(reasons.length)];
            }
            codes[position] =
                    Marks.index(left > 0 ? reason : AttendanceCode.presentIn(position % 2 == 0 ? Half.AM : Half.PM));
            left = Math.max(0, left - 1);
        }
        return codes;
    }

    @Benchmark
    public long windowSummaryAndRuns() {
        long met = 0;
        for (byte[] register : registers) {
            walk.reset();
            walk.walk(timetable, register, 0, register.length);
            met += walk.count()
                    + walk.metAt()
                    + walk.longestRun()
                    + walk.total(Tally.PRESENT)
                    + walk.total(Tally.UNAUTHORISED);
        }
        return met;
    }

    @Benchmark
    public long plainSumOfTheBytes() {
        long sum = 0;
        for (byte[] register : registers) {
            for (byte code : register) {
                sum += code;
            }
        }
        return sum;
    }

    @Benchmark
    public long plainLookUpOfTheBytes() {
        long sum = 0;
        for (byte[] register : registers) {
            for (byte code : register) {
                sum += table[code];
            }
        }
        return sum;
    }
}
