package uk.daymark.enforcement.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Marks;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.SchoolCalendar;
import uk.daymark.measure.Session;
import uk.daymark.measure.Timetable;
import uk.daymark.policy.Policy;
import uk.daymark.policy.PolicyFiles;

/** How many sessions a notice needs by each route: for leave in a row by one policy, in the window by another. */
class EnoughSessionsTest {

    private static final DateRange YEAR = new DateRange(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 7, 17));
    private static final LocalDate SEPTEMBER = LocalDate.of(2025, 9, 8);

    private final List<MarkedSession> missed = new ArrayList<>();

    private void missed(LocalDate monday, int sessions) {
        for (int i = 0; i < sessions; i++) {
            missed.add(new MarkedSession(
                    new Session(monday.plusDays(i / 2), i % 2 == 0 ? Half.AM : Half.PM), AttendanceCode.G));
        }
    }

    private Optional<CheckedRule> tooFew(ReferralRoute route, String policy) {
        Policy known = PolicyFiles.shipped(policy);
        Marks.Builder marks = new Marks.Builder();
        missed.forEach(one -> marks.put(one.session(), one.code()));
        MeasuredRegister register = new MeasuredRegister(
                Timetable.of(new SchoolCalendar(List.of(YEAR), List.of(), List.of())),
                List.of(),
                marks.build(),
                Set.of(),
                YEAR.to(),
                Optional.empty(),
                Optional.of(YEAR));
        DateRange offence = new DateRange(
                missed.get(0).session().date(),
                missed.get(missed.size() - 1).session().date());
        return new EnoughSessions(route, offence, known, register).tooFew(missed);
    }

    @Test
    void tenSessionsOfLeaveSpreadOverHalfAYearAreNotTenInTheWindow() {
        for (int month = 0; month < 5; month++) {
            missed(SEPTEMBER.plusWeeks(5L * month), 2);
        }
        assertThat(tooFew(ReferralRoute.LEAVE, "national"))
                .hasValueSatisfying(rule -> assertThat(rule.message())
                        .isEqualTo("4 sessions of leave count in 10 school weeks; 10 are needed."));
    }

    @Test
    void inTheWindowTheyNeedNotFollowOneAnother() {
        missed(SEPTEMBER, 5);
        missed(SEPTEMBER.plusWeeks(9), 5);
        assertThat(tooFew(ReferralRoute.LEAVE, "national")).isEmpty();
    }

    @Test
    void aWeekLaterTheyLieInNoOneWindow() {
        missed(SEPTEMBER, 5);
        missed(SEPTEMBER.plusWeeks(10), 5);
        assertThat(tooFew(ReferralRoute.LEAVE, "national")).isPresent();
    }

    @Test
    void whereThePolicyAsksForARunTheWindowIsNotEnough() {
        missed(SEPTEMBER, 6);
        missed(SEPTEMBER.plusWeeks(1), 4);
        assertThat(tooFew(ReferralRoute.LEAVE, "cambridgeshire"))
                .hasValueSatisfying(
                        rule -> assertThat(rule.message()).startsWith("6 sessions of leave follow one another"));
    }

    @Test
    void forAPublicPlaceNoNumberIsAskedFor() {
        missed(SEPTEMBER, 1);
        assertThat(tooFew(ReferralRoute.PUBLIC_PLACE, "cambridgeshire")).isEmpty();
    }
}
