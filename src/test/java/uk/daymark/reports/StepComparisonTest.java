package uk.daymark.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.RegisterDates;
import uk.daymark.measure.SchoolCalendar;
import uk.daymark.measure.Timetable;
import uk.daymark.people.PupilId;
import uk.daymark.people.Urn;
import uk.daymark.reports.FormalSteps.Kind;
import uk.daymark.reports.FormalSteps.Taken;
import uk.daymark.reports.StepComparison.Outcome;
import uk.daymark.reports.StepComparison.Sessions;
import uk.daymark.reports.StepComparison.Watched;

/** Two weeks before and two after, shares no more than ten points apart; half term is the week of 27 October. */
class StepComparisonTest {

    private static final LocalDate FIRST_MONDAY = LocalDate.parse("2025-09-01");
    private static final LocalDate TODAY = LocalDate.parse("2025-12-15");
    private static final Urn SCHOOL = new Urn("999001");
    private static final Urn OTHER_SCHOOL = new Urn("999002");
    private static final Timetable TIMETABLE = Timetable.of(new SchoolCalendar(
            List.of(new DateRange(LocalDate.parse("2025-09-03"), LocalDate.parse("2025-12-19"))),
            List.of(new SchoolCalendar.Closure(
                    new DateRange(LocalDate.parse("2025-10-27"), LocalDate.parse("2025-10-31")), "half-term")),
            List.of()));
    private static final StepComparison COMPARISON =
            new StepComparison(2, 10, RegisterDates.schoolYearOf(TODAY), TODAY);

    /** In the week of 6 October, the sixth. */
    private static final Taken STEP = taken(1, "2025-10-08");

    private static final Watched STEPPED = pupil(1, SCHOOL, 0, 0, 0, 4, 4, 10, 2, 2);

    @Test
    void theWeekOfTheStepCountsNeitherWay() {
        Outcome outcome = only(STEPPED);
        assertThat(outcome.before()).isEqualTo(new Sessions(20, 8));
        assertThat(outcome.after()).isEqualTo(new Sessions(20, 4));
        assertThat(outcome.other()).as("nobody else is there").isEmpty();
    }

    @Test
    void halfTermIsPassedOver() {
        Outcome outcome = compared(taken(1, "2025-10-22"), pupil(1, SCHOOL, 0, 0, 0, 0, 0, 1, 2, 9, 9, 3, 4))
                .get(0);
        assertThat(outcome.before()).isEqualTo(new Sessions(20, 3));
        assertThat(outcome.after())
                .as("the weeks of 3 and 10 November; what stands in the holiday is no session of theirs")
                .isEqualTo(new Sessions(20, 7));
    }

    @Test
    void whoMissedNearestToAsMuchBeforeIsComparedWith() {
        Outcome outcome = only(
                STEPPED,
                pupil(2, SCHOOL, 0, 0, 0, 5, 5, 0, 5, 5),
                pupil(3, SCHOOL, 0, 0, 0, 4, 5, 0, 1, 1),
                pupil(4, SCHOOL, 0, 0, 0, 9, 9, 0, 0, 0));
        assertThat(outcome.other()).contains(new PupilId(3));
        assertThat(outcome.otherBefore()).isEqualTo(new Sessions(20, 9));
        assertThat(outcome.otherAfter()).isEqualTo(new Sessions(20, 2));
    }

    @Test
    void tenPointsApartIsSimilarAndMoreIsNot() {
        assertThat(only(STEPPED, pupil(2, SCHOOL, 0, 0, 0, 5, 5, 0, 5, 5)).other())
                .as("8 of 20 and 10 of 20")
                .isPresent();
        assertThat(only(STEPPED, pupil(2, SCHOOL, 0, 0, 0, 5, 6, 0, 5, 5)).other())
                .as("8 of 20 and 11 of 20")
                .isEmpty();
    }

    @Test
    void nobodyOfAnotherSchoolOrWithTheStepInTheseWeeksIsComparedWith() {
        Watched same = pupil(2, SCHOOL, 0, 0, 0, 4, 4, 0, 4, 4);
        assertThat(only(STEPPED, pupil(2, OTHER_SCHOOL, 0, 0, 0, 4, 4, 0, 4, 4)).other())
                .isEmpty();
        assertThat(outcome(List.of(STEP), List.of(STEP, taken(2, "2025-09-23")), STEPPED, same)
                        .get(0)
                        .other())
                .as("given in the weeks before")
                .isEmpty();
        assertThat(outcome(List.of(STEP), List.of(STEP, taken(2, "2025-10-27")), STEPPED, same)
                        .get(0)
                        .other())
                .as("given when the weeks after were over")
                .contains(new PupilId(2));
    }

    @Test
    void nobodyServesTwice() {
        List<Taken> steps = List.of(STEP, taken(2, "2025-10-09"));
        List<Outcome> outcomes = outcome(
                steps,
                steps,
                STEPPED,
                pupil(2, SCHOOL, 0, 0, 0, 4, 4, 0, 4, 4),
                pupil(3, SCHOOL, 0, 0, 0, 4, 4, 0, 4, 4));
        assertThat(outcomes).extracting(Outcome::other).containsExactly(Optional.of(new PupilId(3)), Optional.empty());
    }

    @Test
    void whatIsNotOverOrReachesIntoLastYearOrIsOfSomebodyWhoLeftIsNotReckoned() {
        assertThat(compared(taken(1, "2025-12-03"), STEPPED).get(0).reckoned())
                .as("the second week after is not over")
                .isFalse();
        assertThat(compared(taken(1, "2025-11-26"), full(1)).get(0).reckoned())
                .as("the second week after ended on Friday")
                .isTrue();
        assertThat(compared(taken(1, "2025-09-10"), full(1)).get(0).reckoned())
                .as("one week before is of last school year")
                .isFalse();
        assertThat(compared(taken(7, "2025-10-08"), STEPPED).get(0).reckoned()).isFalse();
    }

    @Test
    void whoHadTheStepInTheWeeksBeforeAlreadyIsNotReckoned() {
        assertThat(outcome(List.of(STEP), List.of(taken(1, "2025-09-22"), STEP), STEPPED)
                        .get(0)
                        .reckoned())
                .as("on the Monday of the first week before")
                .isFalse();
        assertThat(outcome(List.of(STEP), List.of(taken(1, "2025-10-07"), STEP), STEPPED)
                        .get(0)
                        .reckoned())
                .as("the day before")
                .isFalse();
        assertThat(outcome(List.of(STEP), List.of(taken(1, "2025-09-19"), STEP, STEP), STEPPED)
                        .get(0)
                        .reckoned())
                .as("earlier, and to two parents on one day")
                .isTrue();
    }

    private static Outcome only(Watched... watched) {
        return compared(STEP, watched).get(0);
    }

    private static List<Outcome> compared(Taken step, Watched... watched) {
        return outcome(List.of(step), List.of(step), watched);
    }

    private static List<Outcome> outcome(List<Taken> first, List<Taken> all, Watched... watched) {
        return COMPARISON.compare(Kind.LETTER, first, all, Arrays.asList(watched), urn -> TIMETABLE);
    }

    private static Taken taken(long pupil, String on) {
        return new Taken(Kind.LETTER, new PupilId(pupil), LocalDate.parse(on));
    }

    private static Watched full(long pupil) {
        return pupil(pupil, SCHOOL, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1);
    }

    /** Ten sessions possible in each week from that of 1 September, so many of them missed; none in half term or behind. */
    private static Watched pupil(long id, Urn school, int... missed) {
        List<Integer> weeks = new ArrayList<>();
        Arrays.stream(missed).forEach(weeks::add);
        return new Watched(new PupilId(id), school, (from, before) -> {
            Sessions sum = Sessions.NONE;
            for (int week = 0; week < weeks.size(); week++) {
                LocalDate monday = FIRST_MONDAY.plusWeeks(week);
                boolean within = !monday.isBefore(from) && monday.isBefore(before);
                if (within && TIMETABLE.isSchoolWeek(monday)) {
                    sum = sum.plus(new Sessions(10, weeks.get(week)));
                }
            }
            return sum;
        });
    }
}
