package uk.daymark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import uk.daymark.measure.CountingRules.Anchor;
import uk.daymark.measure.CountingRules.Threshold;
import uk.daymark.measure.SchoolCalendar.Closure;
import uk.daymark.measure.SchoolCalendar.HalfDay;

/** Random calendars and registers, measured by the fast rules and by the slow and plain ones. */
class CountingProperties {

    private static final LocalDate START = LocalDate.of(2024, 6, 3);
    private static final DateRange ANY_AGE = new DateRange(LocalDate.of(2000, 1, 1), LocalDate.of(2099, 12, 31));
    private static final List<AttendanceCode> FREQUENT = List.of(
            AttendanceCode.O,
            AttendanceCode.O,
            AttendanceCode.G,
            AttendanceCode.G,
            AttendanceCode.N,
            AttendanceCode.U,
            AttendanceCode.I,
            AttendanceCode.L);

    @Property(tries = 400)
    void theFastCountEqualsTheSlowOne(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 12) int required,
            @ForAll @IntRange(min = 1, max = 12) int schoolWeeks) {
        Scene scene = new Scene(random);
        Set<AttendanceCode> codes = random.nextBoolean()
                ? Set.of(AttendanceCode.G, AttendanceCode.O, AttendanceCode.U, AttendanceCode.N)
                : Set.of(AttendanceCode.G, AttendanceCode.I);
        for (Anchor anchor : Anchor.values()) {
            Threshold threshold = new Threshold(required, schoolWeeks, codes, Set.of(AttendanceCode.N), anchor);
            Measurement measured = Measuring.measure(scene.asked(), Rules.with(threshold));
            DateRange age = scene.age.orElse(ANY_AGE);
            SlowCounting slow = scene.slow;
            Session upTo = new Session(scene.asOf, Half.PM);

            WindowCount window = measured.window();
            assertThat(window.sessions().stream().map(MarkedSession::session))
                    .as("%s sessions", anchor)
                    .isEqualTo(slow.counted(upTo, threshold, age));
            assertThat(window.from()).isEqualTo(slow.windowFrom(scene.asOf, threshold));
            assertThat(window.metAt()).isEqualTo(slow.metAt(threshold, age));
            assertThat(window.metSince()).isEqualTo(slow.metSince(scene.asOf, threshold, age));
            assertThat(window.fallsAwayOn())
                    .isEqualTo(window.met() ? slow.fallsAwayOn(scene.asOf, threshold, age) : Optional.empty());
            assertThat(window.firm() + window.provisional()).isEqualTo(window.count());
            if (window.met()) {
                assertThat(window.metAt())
                        .as("met without a session at which it was")
                        .isPresent();
                assertThat(window.metSince()).isPresent();
            }
            if (anchor == Anchor.WEEK) {
                assertThat(window.schoolWeeks())
                        .isEqualTo(slow.windowWeeks(scene.asOf, schoolWeeks).size());
            }
            assertThat(measured.leaveRun().longest())
                    .isEqualTo(slow.longestRun(Rules.national().leave(), age));
        }
    }

    @Property(tries = 400)
    void theFastSummaryEqualsTheSlowOne(@ForAll Random random) {
        Scene scene = new Scene(random);
        Summary summary = Measuring.measure(scene.asked(), Rules.national()).summary();
        LocalDate from = summary.period().from();
        LocalDate to = summary.period().to();
        assertThat(summary.present()).isEqualTo(scene.slow.inClass(StatisticalClass.PRESENT, from, to));
        assertThat(summary.approved()).isEqualTo(scene.slow.inClass(StatisticalClass.APPROVED, from, to));
        assertThat(summary.authorised()).isEqualTo(scene.slow.inClass(StatisticalClass.AUTHORISED, from, to));
        assertThat(summary.unauthorised()).isEqualTo(scene.slow.inClass(StatisticalClass.UNAUTHORISED, from, to));
        assertThat(summary.notPossible()).isEqualTo(scene.slow.inClass(StatisticalClass.NOT_POSSIBLE, from, to));
    }

    @Property(tries = 300)
    void addingSchoolDaysEqualsCountingThemOneByOne(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 40) int days) {
        Scene scene = new Scene(random);
        assertThat(new SchoolDays(scene.timetable).add(scene.asOf, days))
                .isEqualTo(scene.slow.addSchoolDays(scene.asOf, days));
    }

    @Property(tries = 200)
    void walkingInManyPiecesIsWalkingOnce(@ForAll Random random) {
        Scene scene = new Scene(random);
        AlignedRegister register = AlignedRegister.of(scene.timetable, scene.marks);
        RegisterWalk once = new RegisterWalk(Rules.national());
        once.walk(scene.timetable, register.codes(), 0, register.end());
        RegisterWalk pieces = new RegisterWalk(Rules.national());
        int at = 0;
        while (at < register.end()) {
            int next = Math.min(register.end(), at + 1 + random.nextInt(25));
            pieces.walk(scene.timetable, register.codes(), at, next);
            at = next;
        }
        assertThat(figures(pieces)).isEqualTo(figures(once));
    }

    private static List<Integer> figures(RegisterWalk walk) {
        return List.of(
                walk.count(),
                walk.metAt(),
                walk.metSince(),
                walk.longestRun(),
                walk.longestRunStart(),
                walk.runReached(),
                walk.total(Tally.PRESENT),
                walk.total(Tally.UNAUTHORISED));
    }

    /** A pupil at one or two schools, with marks, seen on a day. */
    private static final class Scene {

        final SlowCounting slow = new SlowCounting();
        final Timetable timetable;
        final Marks marks;
        final LocalDate asOf;
        final Optional<DateRange> age;
        final Optional<DateRange> summaryOver;

        Scene(Random random) {
            LocalDate end = START.plusDays(200 + random.nextInt(300));
            List<Timetable.Part> parts = new ArrayList<>();
            LocalDate from = START.plusDays(random.nextInt(10));
            int schools = 1 + random.nextInt(2);
            for (int school = 0; school < schools; school++) {
                LocalDate to = school == schools - 1 ? end : from.plusDays(30 + random.nextInt(100));
                SchoolCalendar calendar = calendar(random, end);
                slow.enrol(calendar, from, to);
                parts.add(new Timetable.Part(new DateRange(from, to), calendar.timetable()));
                from = to.plusDays(1);
            }
            timetable = Timetable.of(parts);
            asOf = START.plusDays(random.nextInt(500));
            age = random.nextInt(4) > 0
                    ? Optional.empty()
                    : Optional.of(
                            new DateRange(START.plusDays(random.nextInt(100)), end.minusDays(random.nextInt(100))));
            LocalDate summaryFrom = START.plusDays(random.nextInt(200));
            summaryOver = random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(new DateRange(summaryFrom, summaryFrom.plusDays(random.nextInt(200))));
            marks = marks(random, end);
        }

        MeasuredRegister asked() {
            return new MeasuredRegister(timetable, List.of(), marks, Set.of(), asOf, summaryOver, age);
        }

        private Marks marks(Random random, LocalDate end) {
            Marks.Builder builder = new Marks.Builder();
            int absenceRate = 5 + random.nextInt(60);
            AttendanceCode today = AttendanceCode.O;
            for (LocalDate day = START.minusDays(14); !day.isAfter(end); day = day.plusDays(1)) {
                if (random.nextInt(3) == 0) {
                    today = FREQUENT.get(random.nextInt(FREQUENT.size()));
                }
                for (Half half : Half.values()) {
                    if (day.getDayOfWeek().getValue() > 5 || random.nextInt(60) == 0) {
                        continue;
                    }
                    AttendanceCode code = random.nextInt(100) >= absenceRate
                            ? AttendanceCode.presentIn(half)
                            : random.nextInt(4) == 0
                                    ? AttendanceCode.values()[random.nextInt(AttendanceCode.values().length)]
                                    : today;
                    builder.put(new Session(day, half), code);
                    slow.mark(new Session(day, half), code);
                }
            }
            return builder.build();
        }

        private static SchoolCalendar calendar(Random random, LocalDate end) {
            List<DateRange> terms = new ArrayList<>();
            LocalDate from = START.minusDays(20 - random.nextInt(40));
            while (from.isBefore(end)) {
                LocalDate to = from.plusDays(20 + random.nextInt(50));
                terms.add(new DateRange(from, to));
                from = to.plusDays(1 + random.nextInt(40));
            }
            List<Closure> closures = new ArrayList<>();
            List<HalfDay> halfDays = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                LocalDate day = START.plusDays(random.nextInt(500));
                closures.add(new Closure(new DateRange(day, day.plusDays(random.nextInt(6))), "closed"));
                halfDays.add(
                        new HalfDay(START.plusDays(random.nextInt(500)), random.nextBoolean() ? Half.AM : Half.PM));
            }
            return new SchoolCalendar(terms, closures, halfDays);
        }
    }
}
