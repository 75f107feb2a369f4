package uk.daymark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.measure.GoldenCases.date;
import static uk.daymark.measure.GoldenCases.named;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import uk.daymark.measure.NoticeLookback.Earlier;
import uk.daymark.measure.NoticeLookback.Outcome;

/** The worked cases that turn on dates, ages and boundaries. */
class GoldenDatesTest {

    private static final SchoolCalendar CAL_A = GoldenCases.calendar("CAL-A");
    private static final Timetable TIMETABLE = CAL_A.timetable();
    private static final SchoolDays SCHOOL_DAYS = new SchoolDays(TIMETABLE);
    private static final BankHolidays BANK_HOLIDAYS = new BankHolidays(Set.of(), Set.of());
    private static final WorkingDays WORKING_DAYS = new WorkingDays(BANK_HOLIDAYS);
    private static final NoticeLookback LOOKBACK = new NoticeLookback(3, Optional.of(LocalDate.of(2024, 8, 19)));

    @Test
    void theSchoolYearHolds190DaysAnd379Sessions() {
        DateRange year = new DateRange(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 8, 31));
        assertThat(SCHOOL_DAYS.count(year)).isEqualTo(190);
        assertThat(SCHOOL_DAYS.countSessions(year)).isEqualTo(379);
    }

    @Test
    void gc02AndGc03TakeTheirVerdictsFromWholeNumbers() {
        for (String id : List.of("GC-02", "GC-03")) {
            named(id).get("figures").forEach(figure -> {
                int absent = figure.get("absent").asInt();
                int possible = figure.get("possible").asInt();
                assertThat(Summary.reaches(10, absent, possible))
                        .isEqualTo(figure.get("pa").asBoolean());
                if (figure.has("sa")) {
                    assertThat(Summary.reaches(50, absent, possible))
                            .isEqualTo(figure.get("sa").asBoolean());
                }
            });
        }
    }

    @Test
    void gc19GivesFiveSchoolDaysToReplaceAnN() {
        named("GC-19")
                .get("school_days_after")
                .forEach(ask ->
                        assertThat(SCHOOL_DAYS.add(date(ask.get("n_date")), 5)).hasValue(date(ask.get("deadline"))));
    }

    @Test
    void gc28AndGc29AndGc31LookBackThreeYearsEndingWithTheDayProposed() {
        for (String id : List.of("GC-28", "GC-29", "GC-31")) {
            JsonNode notice = named(id).get("pn");
            LocalDate proposed = date(notice.get("proposed"));
            assertThat(LOOKBACK.from(proposed)).isEqualTo(date(notice.get("window_start")));
            List<Earlier> earlier = new ArrayList<>();
            JsonNode issued = notice.has("issued") ? notice.get("issued") : notice.get("first_issued");
            if (issued.isArray()) {
                issued.forEach(day -> earlier.add(paid(date(day))));
            } else {
                earlier.add(paid(date(issued)));
            }
            assertThat(LOOKBACK.counted(proposed, earlier))
                    .isEqualTo(notice.get("previous").asInt());
        }
    }

    @Test
    void gc33LeavesOutWithdrawnNoticesAndOffencesBeforeTheFramework() {
        LocalDate proposed = LocalDate.of(2026, 2, 2);
        for (JsonNode notice : named("GC-33").get("pn_list")) {
            LocalDate issued = date(notice.get("issued"));
            LocalDate offenceTo = notice.has("offence_end") ? date(notice.get("offence_end")) : issued.minusDays(14);
            Outcome outcome = notice.path("status").asText().equals("withdrawn")
                    ? Outcome.WITHDRAWN
                    : notice.has("prosecuted") ? Outcome.UNPAID_CONVICTED : Outcome.PAID;
            assertThat(LOOKBACK.counted(proposed, List.of(new Earlier(issued, offenceTo, outcome))))
                    .as(notice.toString())
                    .isEqualTo(notice.get("counts").asBoolean() ? 1 : 0);
        }
        assertThat(new NoticeLookback(3, Optional.empty())
                        .counted(
                                proposed,
                                List.of(new Earlier(
                                        LocalDate.of(2024, 9, 20), LocalDate.of(2024, 7, 12), Outcome.PAID))))
                .as("by the other reading, the day of issue, it counts")
                .isEqualTo(1);
    }

    @Test
    void gc34AndGc35BeginPaymentWithTheDayOfReceipt() {
        for (String id : List.of("GC-34", "GC-35")) {
            JsonNode payment = named(id).get("payment");
            assertThat(PaymentPeriod.ofPosting(date(payment.get("posted")), WORKING_DAYS, 2, 21, 28))
                    .isEqualTo(new PaymentPeriod(
                            date(payment.get("deemed")),
                            date(payment.get("last_discount")),
                            date(payment.get("last_full"))));
        }
    }

    @Test
    void gc35KeepsBothReadingsOfTheSixMonths() {
        JsonNode offence = named("GC-35").get("offence");
        assertThat(ProsecutionLimit.of(new DateRange(date(offence.get("first")), date(offence.get("last"))), 6))
                .isEqualTo(new ProsecutionLimit(date(offence.get("safe_limit")), date(offence.get("outer_limit"))));
    }

    @Test
    void gc37EndsSixSchoolWeeksOnTheirLastSchoolDay() {
        JsonNode notice = named("GC-37").get("nti");
        LocalDate start = date(notice.get("start"));
        LocalDate end = date(notice.get("end"));
        assertThat(SCHOOL_DAYS.addWeeks(start, notice.get("school_weeks").asInt()))
                .hasValue(end);
        assertThat(SCHOOL_DAYS.count(new DateRange(start, end)))
                .isEqualTo(notice.get("school_days").asInt());
        assertThat(SCHOOL_DAYS.add(start.minusDays(1), 30)).hasValue(date(notice.get("end_if_30_school_days")));
    }

    @Test
    void gc38FindsTheEndOfTheThirdWeek() {
        LocalDate start = date(named("GC-37").get("nti").get("start"));
        assertThat(SCHOOL_DAYS.addWeeks(start, 3)).hasValue(LocalDate.of(2025, 11, 21));
    }

    @Test
    void gc39DoesNotTakeIllnessForAnUnauthorisedAbsence() {
        assertThat(AttendanceCode.I.statisticalClass()).isEqualTo(StatisticalClass.AUTHORISED);
        assertThat(Rules.national().threshold().codes()).doesNotContain(AttendanceCode.I);
    }

    @Test
    void gc40CountsTheDaysOfSupport() {
        JsonNode support = named("GC-40").get("support");
        support.get("check")
                .forEach(check -> assertThat(
                                ChronoUnit.DAYS.between(date(support.get("eha_opened")), date(check.get("date"))))
                        .isEqualTo(check.get("days").asLong()));
    }

    @Test
    void gc43AndGc45CountSchoolWeeksAndSessionsOfAPeriod() {
        JsonNode referral = named("GC-43").get("referral");
        assertThat(SCHOOL_DAYS.countWeeks(new DateRange(date(referral.get("from")), date(referral.get("to")))))
                .isEqualTo(referral.get("school_weeks").asInt());
        assertThat(SCHOOL_DAYS.countWeeks(new DateRange(date(referral.get("from")), LocalDate.of(2025, 11, 21))))
                .isEqualTo(10);
        JsonNode fastTrack = named("GC-45").get("fasttrack");
        LocalDate from = date(fastTrack.get("from_monday"));
        LocalDate end =
                SCHOOL_DAYS.addWeeks(from, fastTrack.get("weeks").asInt()).orElseThrow();
        assertThat(Timetable.mondayOf(end)).isEqualTo(date(fastTrack.get("last_monday")));
        assertThat(SCHOOL_DAYS.countSessions(new DateRange(from, end)))
                .isEqualTo(fastTrack.get("sessions").asInt());
        assertThat(SCHOOL_DAYS.countSessions(new DateRange(LocalDate.of(2025, 9, 8), LocalDate.of(2025, 11, 7))))
                .isEqualTo(80);
    }

    @Test
    void gc46SitsOnTheNextMondayOutsideHolidaysAndBankHolidays() {
        PanelDays panel = new PanelDays(DayOfWeek.MONDAY, CAL_A, BANK_HOLIDAYS);
        named("GC-46")
                .get("panel")
                .forEach(sitting ->
                        assertThat(panel.nextAfter(date(sitting.get("ready")))).hasValue(date(sitting.get("panel"))));
        assertThat(panel.nextAfter(LocalDate.of(2025, 11, 24)))
                .as("strictly after")
                .hasValue(LocalDate.of(2025, 12, 1));
    }

    @Test
    void gc47CountsTenContinuousDaysOverHalfTerm() {
        JsonNode expected = named("GC-47").get("continuous");
        AbsenceRun run = absentFrom(date(expected.get("first_absent")), LocalDate.of(2025, 11, 7), Set.of())
                .continuousAbsence()
                .orElseThrow();
        assertThat(run.from()).isEqualTo(date(expected.get("first_absent")));
        assertThat(run.reachedOn()).hasValue(date(expected.get("tenth_day")));
        assertThat(absentFrom(
                                date(expected.get("first_absent")),
                                LocalDate.of(2025, 11, 7),
                                Set.of(new Session(LocalDate.of(2025, 11, 3), Half.AM)))
                        .continuousAbsence()
                        .orElseThrow()
                        .reachedOn())
                .as("a present mark on 3 November starts the run anew")
                .isEmpty();
    }

    @Test
    void gc49ReachesTwentyDaysUnlessAUBreaksThem() {
        JsonNode expected = named("GC-49").get("deletion");
        LocalDate first = date(expected.get("first_absent"));
        LocalDate last = date(expected.get("twentieth_day"));
        assertThat(absentFrom(first, last, Set.of()).deletionRun().orElseThrow().reachedOn())
                .hasValue(last);
        Measurement broken = absentFrom(first, last, Set.of(), LocalDate.of(2025, 11, 19), AttendanceCode.U);
        assertThat(broken.deletionRun().orElseThrow().reachedOn()).isEmpty();
        assertThat(broken.continuousAbsence().orElseThrow().reachedOn())
                .as("U does not break the run that is reported to the authority")
                .isPresent();
    }

    @Test
    void gc50CountsTheSchoolDaysToReferAPupilSeenInPublic() {
        JsonNode seen = named("GC-50").get("excluded");
        LocalDate on = date(seen.get("seen"));
        assertThat(SCHOOL_DAYS.add(on, 15)).hasValue(date(seen.get("cambs_deadline")));
        assertThat(SCHOOL_DAYS.add(on, 10)).hasValue(date(seen.get("essex_letter_by")));
        assertThat(SCHOOL_DAYS.add(on, 21)).hasValue(date(seen.get("essex_deadline")));
    }

    @Test
    void gc52FindsBothEdgesOfCompulsorySchoolAge() {
        named("GC-52")
                .get("ages")
                .forEach(age -> assertThat(
                                CompulsorySchoolAge.of(date(age.get("born"))).from())
                        .isEqualTo(date(age.get("from"))));
        named("GC-52")
                .get("leavers")
                .forEach(age -> assertThat(
                                CompulsorySchoolAge.of(date(age.get("born"))).to())
                        .isEqualTo(date(age.get("last_day"))));
    }

    @Test
    void gc52CountsEightOfTenWhereTwoFallAfterTheLastDayOfSchoolAge() {
        Marks.Builder marks = new Marks.Builder();
        LocalDate monday = LocalDate.of(2026, 6, 22);
        for (int day : List.of(1, 2, 3, 4, 7)) {
            for (Half half : Half.values()) {
                marks.put(new Session(monday.plusDays(day), half), AttendanceCode.O);
            }
        }
        DateRange age = CompulsorySchoolAge.of(LocalDate.of(2009, 9, 1));
        Measurement measured = Measuring.measure(
                new MeasuredRegister(
                        TIMETABLE,
                        List.of(),
                        marks.build(),
                        Set.of(),
                        LocalDate.of(2026, 6, 30),
                        Optional.empty(),
                        Optional.of(age)),
                Rules.national());
        assertThat(measured.window().count()).isEqualTo(8);
        assertThat(measured.summary().unauthorised())
                .as("the summary keeps all ten")
                .isEqualTo(10);
    }

    @Test
    void gc53FindsTheDatesOfItsClocks() {
        List<JsonNode> timeline = StreamSupport.stream(
                        named("GC-53").get("timeline").spliterator(), false)
                .toList();
        assertThat(SCHOOL_DAYS.add(date(timeline.get(0).get("date")), 5))
                .as("the N becomes O")
                .hasValue(date(timeline.get(1).get("date")));
        PanelDays panel = new PanelDays(DayOfWeek.MONDAY, CAL_A, BANK_HOLIDAYS);
        assertThat(panel.nextAfter(date(timeline.get(6).get("date"))))
                .as("the panel that sends the notice to improve")
                .hasValue(date(timeline.get(7).get("date")));
    }

    private static Measurement absentFrom(LocalDate from, LocalDate to, Set<Session> present) {
        return absentFrom(from, to, present, LocalDate.MIN, AttendanceCode.O);
    }

    private static Measurement absentFrom(
            LocalDate from, LocalDate to, Set<Session> present, LocalDate otherOn, AttendanceCode other) {
        Marks.Builder marks = new Marks.Builder();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            for (Half half : Half.values()) {
                Session session = new Session(day, half);
                if (TIMETABLE.plans(session)) {
                    AttendanceCode code = day.equals(otherOn) ? other : AttendanceCode.O;
                    marks.put(session, present.contains(session) ? AttendanceCode.presentIn(half) : code);
                }
            }
        }
        return Measuring.measure(
                new MeasuredRegister(
                        TIMETABLE, List.of(), marks.build(), Set.of(), to, Optional.empty(), Optional.empty()),
                Rules.national());
    }

    private static Earlier paid(LocalDate issued) {
        return new Earlier(
                issued,
                issued.minusDays(1).isBefore(LocalDate.of(2024, 8, 19)) ? issued : issued.minusDays(1),
                Outcome.PAID);
    }
}
