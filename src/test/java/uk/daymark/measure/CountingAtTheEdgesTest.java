package uk.daymark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holidays, age, several spells and moves: where a count is easily wrong. */
class CountingAtTheEdgesTest {

    private static final Timetable TIMETABLE = GoldenCases.calendar("CAL-A").timetable();

    @Test
    void aWindowLaidFromTheDayDoesNotReachBackFurtherInAHoliday() {
        Marks.Builder marks = new Marks.Builder();
        put(marks, "2025-09-30", "2025-10-03", AttendanceCode.O);
        put(marks, "2025-12-19", "2025-12-19", AttendanceCode.O);
        for (String day : List.of("2025-12-19", "2025-12-21", "2025-12-22", "2025-12-31")) {
            WindowCount byDay = measure(marks, day, Optional.empty()).otherReading();
            assertThat(byDay.count()).as(day).isEqualTo(2);
            assertThat(byDay.met()).isFalse();
        }
    }

    @Test
    void weeksAfterTheWindowAreNotPassedOver() {
        assertThat(measure(new Marks.Builder(), "2025-12-31", Optional.empty())
                        .window()
                        .weeksPassedOver())
                .containsExactly(LocalDate.of(2025, 10, 27));
    }

    @Test
    void theReturnsToTheAuthorityLeaveOutWhoIsNotOfCompulsorySchoolAge() {
        Marks.Builder marks = new Marks.Builder();
        put(marks, "2025-11-03", "2025-11-14", AttendanceCode.O);
        put(marks, "2025-09-03", "2025-09-26", AttendanceCode.I);
        Measurement tooYoung =
                measure(marks, "2025-11-14", Optional.of(CompulsorySchoolAge.of(LocalDate.of(2021, 5, 1))));
        assertThat(tooYoung.continuousAbsence()).isEmpty();
        assertThat(tooYoung.sickness().schoolDays()).isZero();
        assertThat(measure(marks, "2025-11-14", Optional.empty()).sickness().reachedOn())
                .isPresent();
    }

    @Test
    void aNewSpellOfTenDaysIsToldThoughAnEarlierOneWasLonger() {
        Marks.Builder marks = new Marks.Builder();
        put(marks, "2025-09-08", "2025-09-26", AttendanceCode.O);
        put(marks, "2025-09-29", "2025-10-31", AttendanceCode.PRESENT_AM);
        put(marks, "2025-11-03", "2025-11-14", AttendanceCode.O);
        AbsenceRun run = measure(marks, "2025-11-14", Optional.empty())
                .continuousAbsence()
                .orElseThrow();
        assertThat(run.from()).isEqualTo(LocalDate.of(2025, 11, 3));
        assertThat(run.reachedOn()).hasValue(LocalDate.of(2025, 11, 14));
        assertThat(run.goingOn()).isTrue();
        put(marks, "2025-11-17", "2025-11-17", AttendanceCode.L);
        assertThat(measure(marks, "2025-11-17", Optional.empty())
                        .continuousAbsence()
                        .orElseThrow()
                        .goingOn())
                .isFalse();
    }

    @Test
    void theTimeToReplaceAnNRunsOnTheSchoolDaysOfItsOwnSchoolAfterThePupilHasLeft() {
        LocalDate lastDay = LocalDate.of(2025, 10, 10);
        List<Timetable.Part> schools =
                List.of(new Timetable.Part(new DateRange(LocalDate.of(2025, 9, 3), lastDay), TIMETABLE));
        Marks.Builder marks = new Marks.Builder();
        marks.put(new Session(lastDay, Half.PM), AttendanceCode.N);
        Measurement measured = Measuring.measure(
                new MeasuredRegister(
                        Timetable.of(schools),
                        schools,
                        marks.build(),
                        Set.of(),
                        lastDay,
                        Optional.empty(),
                        Optional.empty()),
                Rules.national());
        assertThat(measured.unexplained().get(0).replaceBy()).hasValue(LocalDate.of(2025, 10, 17));
    }

    @Test
    void aPeriodOfSchoolWeeksFromTheFirstSchoolDayOfAShortWeekCountsThatWeekWhole() {
        // Monday 5 January 2026 is a staff day.
        assertThat(new SchoolDays(TIMETABLE).addWeeks(LocalDate.of(2026, 1, 6), 6))
                .hasValue(LocalDate.of(2026, 2, 13));
    }

    @Test
    void gc42CountsTheNMarksButNothingRestsOnThem() {
        Marks.Builder marks = new Marks.Builder();
        put(marks, "2025-10-13", "2025-10-20", AttendanceCode.O);
        put(marks, "2025-11-21", "2025-11-21", AttendanceCode.N);
        WindowCount window = measure(marks, "2025-11-21", Optional.empty()).window();
        assertThat(window.count()).isEqualTo(14);
        assertThat(window.firm()).isEqualTo(12);
        assertThat(window.provisional()).isEqualTo(2);
    }

    @Test
    void marksAfterADayCanBeLeftOut() {
        Marks.Builder marks = new Marks.Builder();
        put(marks, "2025-11-13", "2025-11-17", AttendanceCode.O);
        Marks kept = marks.build().upTo(LocalDate.of(2025, 11, 13));
        assertThat(kept.at(new Session(LocalDate.of(2025, 11, 13), Half.PM))).hasValue(AttendanceCode.O);
        assertThat(kept.at(new Session(LocalDate.of(2025, 11, 14), Half.AM))).isEmpty();
        assertThat(kept.at(new Session(LocalDate.of(2025, 11, 17), Half.AM))).isEmpty();
    }

    private static void put(Marks.Builder marks, String from, String to, AttendanceCode code) {
        for (LocalDate day = LocalDate.parse(from); !day.isAfter(LocalDate.parse(to)); day = day.plusDays(1)) {
            for (Half half : Half.values()) {
                if (TIMETABLE.plans(new Session(day, half))) {
                    marks.put(
                            new Session(day, half),
                            code == AttendanceCode.PRESENT_AM ? AttendanceCode.presentIn(half) : code);
                }
            }
        }
    }

    private static Measurement measure(Marks.Builder marks, String asOf, Optional<DateRange> age) {
        return Measuring.measure(
                new MeasuredRegister(
                        TIMETABLE, List.of(), marks.build(), Set.of(), LocalDate.parse(asOf), Optional.empty(), age),
                Rules.national());
    }
}
