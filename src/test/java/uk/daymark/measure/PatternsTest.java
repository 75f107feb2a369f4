package uk.daymark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Patterns that prompt a conversation, in the autumn of 2025. */
class PatternsTest {

    private static final Timetable TIMETABLE = GoldenCases.calendar("CAL-A").timetable();
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 12);

    @Test
    void threeOfTheLastSixMondaysAreAPattern() {
        assertThat(patternsOf("2025-11-03", "2025-11-17", "2025-12-08")).contains(Pattern.Kind.MONDAYS);
        assertThat(patternsOf("2025-11-03", "2025-11-17", "2025-12-02")).doesNotContain(Pattern.Kind.MONDAYS);
        assertThat(patternsOf("2025-09-15", "2025-09-22", "2025-09-29"))
                .as("too long ago")
                .doesNotContain(Pattern.Kind.MONDAYS);
    }

    @Test
    void absencesInEveryOtherWeekAreAPattern() {
        // School weeks of 15 and 29 September, 13 October and, over half term, 3 November.
        assertThat(patternsOf("2025-09-30", "2025-10-16", "2025-11-04", "2025-11-20"))
                .contains(Pattern.Kind.EVERY_OTHER_WEEK);
    }

    @Test
    void oneWeekAwayIsNoPatternOfFortnights() {
        assertThat(patternsOf("2025-11-10", "2025-11-11", "2025-11-12", "2025-11-13", "2025-11-14"))
                .doesNotContain(Pattern.Kind.EVERY_OTHER_WEEK);
    }

    @Test
    void daysNextToAHolidayOrClosureAreAPatternWhenTheyCarryHalfOfTheAbsences() {
        // Before half term, after it, before the INSET day.
        assertThat(patternsOf("2025-10-24", "2025-11-03", "2025-11-27")).contains(Pattern.Kind.EDGE_OF_CLOSURE);
        assertThat(patternsOf("2025-10-24", "2025-11-05", "2025-11-12", "2025-11-19"))
                .doesNotContain(Pattern.Kind.EDGE_OF_CLOSURE);
    }

    @Test
    void aPupilWhoIsAlwaysThereShowsNone() {
        assertThat(patternsOf()).isEmpty();
    }

    private static List<Pattern.Kind> patternsOf(String... absentOn) {
        Set<LocalDate> absent =
                java.util.Arrays.stream(absentOn).map(LocalDate::parse).collect(java.util.stream.Collectors.toSet());
        Marks.Builder marks = new Marks.Builder();
        for (LocalDate day = LocalDate.of(2025, 9, 3); !day.isAfter(AS_OF); day = day.plusDays(1)) {
            for (Half half : Half.values()) {
                if (TIMETABLE.plans(new Session(day, half))) {
                    marks.put(
                            new Session(day, half),
                            absent.contains(day) ? AttendanceCode.I : AttendanceCode.presentIn(half));
                }
            }
        }
        return Measuring.measure(
                        new MeasuredRegister(
                                TIMETABLE,
                                List.of(),
                                marks.build(),
                                Set.of(),
                                AS_OF,
                                Optional.empty(),
                                Optional.empty()),
                        Rules.national())
                .patterns()
                .stream()
                .map(Pattern::kind)
                .toList();
    }
}
