package uk.daymark.enforcement.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.CountingRules;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Marks;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.SchoolCalendar;
import uk.daymark.measure.Session;
import uk.daymark.measure.Timetable;
import uk.daymark.policy.PolicyFiles;

/** A notice rests on the latest sessions where the oldest could not be prosecuted in time: ten in ten weeks, six months. */
class SessionsInTimeTest {

    private static final LocalDate SEPTEMBER = LocalDate.of(2025, 9, 8);
    private static final LocalDate DECEMBER = LocalDate.of(2025, 12, 1);
    private static final int MONTHS = 6;
    private static final CountingRules RULES = PolicyFiles.shipped("national").countingRules(DECEMBER);

    private final List<MarkedSession> missed = new ArrayList<>();

    /** So many sessions in a row from a Monday. */
    private void missed(LocalDate monday, int sessions) {
        for (int i = 0; i < sessions; i++) {
            missed.add(new MarkedSession(
                    new Session(monday.plusDays(i / 2), i % 2 == 0 ? Half.AM : Half.PM), AttendanceCode.O));
        }
    }

    private List<MarkedSession> servingWherePaidUntil(LocalDate paidUntil) {
        Marks.Builder marks = new Marks.Builder();
        missed.forEach(one -> marks.put(one.session(), one.code()));
        SchoolCalendar calendar = new SchoolCalendar(
                List.of(new DateRange(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 7, 17))), List.of(), List.of());
        MeasuredRegister register = new MeasuredRegister(
                Timetable.of(calendar),
                List.of(),
                marks.build(),
                Set.of(),
                LocalDate.of(2026, 2, 2),
                Optional.empty(),
                Optional.empty());
        return SessionsInTime.of(missed, register, RULES, paidUntil, MONTHS);
    }

    @Test
    void withTimeLeftForTheFirstNoneIsLeftOut() {
        missed(SEPTEMBER, 10);
        missed(DECEMBER, 10);
        assertThat(servingWherePaidUntil(LocalDate.of(2026, 3, 7))).isEqualTo(missed);
    }

    @Test
    void theOldestAreLeftOutWhereTheRestReachesTheThreshold() {
        missed(SEPTEMBER, 10);
        missed(DECEMBER, 10);
        assertThat(servingWherePaidUntil(LocalDate.of(2026, 3, 20))).isEqualTo(missed.subList(10, 20));
    }

    @Test
    void theLastDayToPayMustLieBeforeTheLimit() {
        missed(SEPTEMBER, 10);
        missed(DECEMBER, 10);
        assertThat(servingWherePaidUntil(LocalDate.of(2026, 3, 8)))
                .as("8 September and six months")
                .isEqualTo(missed.subList(2, 20));
    }

    @Test
    void wereTheRestTooFewNothingIsChosen() {
        missed(SEPTEMBER, 10);
        missed(DECEMBER, 9);
        assertThat(servingWherePaidUntil(LocalDate.of(2026, 3, 20))).isEmpty();
    }

    @Test
    void theRestCountsOnlyWithinTheWindow() {
        missed(LocalDate.of(2025, 9, 15), 4);
        missed(DECEMBER, 8);
        assertThat(servingWherePaidUntil(LocalDate.of(2026, 3, 10))).isEmpty();
    }

    @Test
    void fromNothingComesNothing() {
        assertThat(servingWherePaidUntil(LocalDate.of(2026, 3, 20))).isEmpty();
    }
}
