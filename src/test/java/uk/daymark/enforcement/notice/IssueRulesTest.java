package uk.daymark.enforcement.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.PublicPlaceFacts;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.check.NoticeRules;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.CompulsorySchoolAge;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.Marks;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.SchoolCalendar;
import uk.daymark.measure.Session;
import uk.daymark.measure.Timetable;
import uk.daymark.people.ContactId;
import uk.daymark.people.PupilId;
import uk.daymark.policy.PolicyFiles;

/** What stands against a notice whose offence reaches beyond the days that the referral speaks of. */
class IssueRulesTest {

    private static final LocalDate BORN = LocalDate.of(2014, 3, 2);
    private static final LocalDate SEPTEMBER = LocalDate.of(2025, 9, 22);
    private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 6);
    private static final LocalDate NOVEMBER = LocalDate.of(2025, 11, 10);

    private final Marks.Builder marks = new Marks.Builder();

    private static List<Session> week(LocalDate monday) {
        return monday.datesUntil(monday.plusDays(5))
                .flatMap(day -> Arrays.stream(Half.values()).map(half -> new Session(day, half)))
                .toList();
    }

    private List<String> against(List<Session> sessions) {
        sessions.forEach(session -> marks.put(session, AttendanceCode.O));
        Proposal proposal = new Proposal(
                new PupilId(1),
                new ContactId(1),
                ReferralRoute.IRREGULAR,
                new DateRange(NOVEMBER, NOVEMBER.plusDays(4)),
                sessions,
                NOVEMBER.plusDays(7),
                Optional.empty(),
                PublicPlaceFacts.unknown(),
                "Lives with the child",
                "Support was offered");
        IssueFacts facts = new IssueFacts(
                PolicyFiles.shipped("national"),
                NOVEMBER.plusDays(7),
                new MeasuredRegister(
                        Timetable.of(new SchoolCalendar(
                                List.of(new DateRange(LocalDate.of(2025, 9, 1), LocalDate.of(2025, 12, 19))),
                                List.of(),
                                List.of())),
                        List.of(),
                        marks.build(),
                        Set.of(),
                        NOVEMBER.plusDays(7),
                        Optional.empty(),
                        Optional.of(CompulsorySchoolAge.of(BORN))),
                Optional.of(BORN),
                List.of(),
                Map.of(),
                new IssueFacts.Parent(true, true, Optional.empty(), List.of()),
                new IssueFacts.Decider("officer", true, Set.of()),
                List.of());
        return new IssueRules(new NoticeRules(new BankHolidays(Set.of(), Set.of())))
                .check(proposal, facts).blocked().stream()
                        .map(CheckedRule::message)
                        .toList();
    }

    @Test
    void aReasonThatIsNotEstablishedInTheOffenceStopsItOutsideTheReferralToo() {
        marks.put(new Session(OCTOBER, Half.AM), AttendanceCode.N);
        assertThat(against(Stream.concat(week(SEPTEMBER).stream(), week(NOVEMBER).stream())
                        .toList()))
                .containsExactly("There is no reason yet for 6 October 2025 morning.");
    }

    @Test
    void outsideBothItIsNotAskedFor() {
        marks.put(new Session(OCTOBER, Half.AM), AttendanceCode.N);
        assertThat(against(week(NOVEMBER))).isEmpty();
    }
}
