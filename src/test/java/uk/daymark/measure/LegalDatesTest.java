package uk.daymark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Legal dates for every day from 2020 to 2035, against plain day-by-day counting, and in every zone and language. */
class LegalDatesTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2035, 12, 31);
    private static final Set<LocalDate> ADDED = Set.of(
            LocalDate.of(2020, 5, 8),
            LocalDate.of(2022, 6, 2),
            LocalDate.of(2022, 6, 3),
            LocalDate.of(2022, 9, 19),
            LocalDate.of(2023, 5, 8));
    private static final Set<LocalDate> REMOVED = Set.of(LocalDate.of(2020, 5, 4), LocalDate.of(2022, 5, 30));
    private static final BankHolidays BANK_HOLIDAYS = new BankHolidays(ADDED, REMOVED);

    @Test
    void bankHolidaysAreThoseThatWerePublished() {
        assertThat(BANK_HOLIDAYS.in(2020))
                .containsExactly(days(
                        "2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28"));
        assertThat(BANK_HOLIDAYS.in(2021))
                .containsExactly(days(
                        "2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28"));
        assertThat(BANK_HOLIDAYS.in(2022))
                .containsExactly(
                        days(
                                "2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27"));
        assertThat(BANK_HOLIDAYS.in(2023))
                .containsExactly(
                        days(
                                "2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26"));
        assertThat(BANK_HOLIDAYS.in(2026))
                .containsExactly(days(
                        "2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28"));
        assertThat(BANK_HOLIDAYS.in(2027))
                .containsExactly(days(
                        "2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28"));
        assertThat(BANK_HOLIDAYS.in(2028))
                .containsExactly(days(
                        "2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26"));
    }

    @Test
    void everyYearWithoutChangesHasEightBankHolidaysAllOnWeekdays() {
        BankHolidays byRule = new BankHolidays(Set.of(), Set.of());
        for (int year = 2020; year <= 2035; year++) {
            assertThat(byRule.in(year))
                    .hasSize(8)
                    .allMatch(day -> day.getDayOfWeek().getValue() <= 5);
        }
    }

    @Test
    void easterIsTheSundayAfterThePaschalFullMoonOfTheTables() {
        // Published dates of Easter Sunday.
        assertThat(java.util.stream.IntStream.rangeClosed(2020, 2035)
                        .mapToObj(BankHolidays::easter)
                        .map(LocalDate::toString)
                        .collect(Collectors.joining(" ")))
                .isEqualTo("2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 "
                        + "2028-04-16 2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25");
    }

    @Test
    void compulsorySchoolAgeOfEveryBirthdayAgreesWithSearchingDayByDay() {
        for (LocalDate born = FIRST; !born.isAfter(LAST); born = born.plusDays(1)) {
            DateRange age = CompulsorySchoolAge.of(born);
            LocalDate from = born.plusYears(5);
            while (!isPrescribed(from)) {
                from = from.plusDays(1);
            }
            LocalDate sixteen = born.plusYears(16);
            int leavingYear = sixteen.getMonthValue() >= 9 ? sixteen.getYear() + 1 : sixteen.getYear();
            LocalDate to = LocalDate.of(leavingYear, Month.JUNE, 30);
            while (to.getDayOfWeek() != DayOfWeek.FRIDAY) {
                to = to.minusDays(1);
            }
            assertThat(age).isEqualTo(new DateRange(from, to));
        }
    }

    @Test
    void paymentAndLimitsOfEveryPostingAgreeWithCountingDayByDay() {
        WorkingDays workingDays = new WorkingDays(BANK_HOLIDAYS);
        for (LocalDate posted = FIRST; !posted.isAfter(LAST); posted = posted.plusDays(1)) {
            LocalDate received = posted;
            for (int seen = 0; seen < 2; ) {
                received = received.plusDays(1);
                boolean works = received.getDayOfWeek().getValue() < 6
                        && !BANK_HOLIDAYS.in(received.getYear()).contains(received);
                seen += works ? 1 : 0;
            }
            int dayOfPeriod = 1;
            LocalDate day = received;
            while (dayOfPeriod < 21) {
                day = day.plusDays(1);
                dayOfPeriod++;
            }
            assertThat(PaymentPeriod.ofPosting(posted, workingDays, 2, 21, 28))
                    .isEqualTo(new PaymentPeriod(received, day, day.plusDays(7)));
            LocalDate limit =
                    ProsecutionLimit.of(new DateRange(posted, posted), 6).safe();
            assertThat(limit.getMonthValue()).isEqualTo((posted.getMonthValue() + 5) % 12 + 1);
            assertThat(limit.getDayOfMonth()).isEqualTo(Math.min(posted.getDayOfMonth(), limit.lengthOfMonth()));
        }
    }

    @Test
    void theThirdAnniversaryOfAnyNoticeIsOutsideAndTheDayBeforeInside() {
        NoticeLookback lookback = new NoticeLookback(3, Optional.empty());
        for (LocalDate issued = FIRST; !issued.isAfter(LAST); issued = issued.plusDays(1)) {
            boolean leapDay = issued.getMonth() == Month.FEBRUARY && issued.getDayOfMonth() == 29;
            // No 29 February three years on: the notice is outside from 1 March.
            LocalDate anniversary = leapDay ? issued.plusYears(3).plusDays(1) : issued.plusYears(3);
            assertThat(lookback.from(anniversary)).isAfter(issued);
            assertThat(lookback.from(anniversary.minusDays(1))).isBeforeOrEqualTo(issued);
        }
    }

    @Test
    void schoolDaysAndWeeksAndPanelsOfEveryDayAgreeWithCountingOnAList() {
        SchoolCalendar calendar = sixteenYears();
        Timetable timetable = calendar.timetable();
        SchoolDays schoolDays = new SchoolDays(timetable);
        List<LocalDate> open = new ArrayList<>();
        for (LocalDate day = FIRST; !day.isAfter(LAST.plusYears(1)); day = day.plusDays(1)) {
            if (timetable.isSchoolDay(day)) {
                open.add(day);
            }
        }
        PanelDays panel = new PanelDays(DayOfWeek.MONDAY, calendar, BANK_HOLIDAYS);
        int next = 0;
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            while (!open.get(next).isAfter(day)) {
                next++;
            }
            assertThat(schoolDays.add(day, 5)).hasValue(open.get(next + 4));
            LocalDate sitting = day.plusDays(1);
            while (sitting.getDayOfWeek() != DayOfWeek.MONDAY
                    || !calendar.inTerm(sitting)
                    || BANK_HOLIDAYS.in(sitting.getYear()).contains(sitting)) {
                sitting = sitting.plusDays(1);
            }
            assertThat(panel.nextAfter(day)).hasValue(sitting);
            if (day.getDayOfWeek() == DayOfWeek.MONDAY && timetable.isSchoolWeek(day)) {
                LocalDate end = schoolDays.addWeeks(day, 6).orElseThrow();
                assertThat(schoolDays.countWeeks(new DateRange(day, end))).isEqualTo(6);
                assertThat(timetable.isSchoolDay(end)).isTrue();
                assertThat(schoolDays.count(
                                new DateRange(end, Timetable.mondayOf(end).plusDays(6))))
                        .as("nothing of the last week is left after %s", end)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void aPeriodOfSchoolWeeksFromAWednesdayEndsOnATuesday() {
        SchoolDays schoolDays = new SchoolDays(GoldenCases.calendar("CAL-A").timetable());
        assertThat(schoolDays.addWeeks(LocalDate.of(2025, 11, 5), 2)).hasValue(LocalDate.of(2025, 11, 18));
    }

    @Test
    void aPeriodOfSchoolWeeksThatBeginsInAHolidayIsCountedFromTheNextSchoolWeek() {
        SchoolDays schoolDays = new SchoolDays(GoldenCases.calendar("CAL-A").timetable());
        assertThat(schoolDays.addWeeks(LocalDate.of(2025, 10, 29), 1)).hasValue(LocalDate.of(2025, 11, 7));
        assertThat(schoolDays.addWeeks(LocalDate.of(2025, 11, 8), 1))
                .as("from a Saturday")
                .hasValue(LocalDate.of(2025, 11, 14));
    }

    @Test
    void datesBeyondTheCalendarAreNotGuessed() {
        SchoolDays schoolDays = new SchoolDays(GoldenCases.calendar("SCHOOL-Q").timetable());
        assertThat(schoolDays.add(LocalDate.of(2025, 12, 17), 5)).isEmpty();
        assertThat(schoolDays.addWeeks(LocalDate.of(2025, 12, 1), 4)).isEmpty();
        assertThat(new SchoolDays(SchoolCalendar.empty().timetable()).add(LocalDate.of(2025, 12, 17), 1))
                .isEmpty();
    }

    @Test
    void neitherTheZoneNorTheLanguageOfTheMachineMovesADate() {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            Set<String> answers = new java.util.HashSet<>();
            for (String zoneId : List.of("UTC", "Europe/London", "America/New_York", "Pacific/Chatham")) {
                for (Locale language : List.of(Locale.UK, Locale.forLanguageTag("tr"), Locale.forLanguageTag("ar"))) {
                    TimeZone.setDefault(TimeZone.getTimeZone(zoneId));
                    Locale.setDefault(language);
                    answers.add(allDatesInWords());
                }
            }
            assertThat(answers).hasSize(1);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    private static String allDatesInWords() {
        StringBuilder words = new StringBuilder();
        SchoolCalendar calendar = sixteenYears();
        SchoolDays schoolDays = new SchoolDays(calendar.timetable());
        WorkingDays workingDays = new WorkingDays(BANK_HOLIDAYS);
        PanelDays panel = new PanelDays(DayOfWeek.MONDAY, calendar, BANK_HOLIDAYS);
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            words.append(day)
                    .append(schoolDays.add(day, 5))
                    .append(PaymentPeriod.ofPosting(day, workingDays, 2, 21, 28))
                    .append(ProsecutionLimit.of(new DateRange(day, day), 6))
                    .append(CompulsorySchoolAge.of(day))
                    .append(panel.nextAfter(day));
        }
        GoldenCases.with("marks")
                .forEach(worked -> words.append(Measuring.measure(
                        GoldenCases.register(worked, GoldenCases.lastDay(worked), Optional.empty()),
                        Rules.national())));
        return words.toString();
    }

    private static SchoolCalendar sixteenYears() {
        List<DateRange> terms = new ArrayList<>();
        List<SchoolCalendar.Closure> closures = new ArrayList<>();
        for (int year = 2019; year <= 2036; year++) {
            terms.add(new DateRange(LocalDate.of(year, 9, 3), LocalDate.of(year, 10, 23)));
            terms.add(new DateRange(LocalDate.of(year, 11, 2), LocalDate.of(year, 12, 19)));
            terms.add(new DateRange(LocalDate.of(year, 1, 4), LocalDate.of(year, 2, 12)));
            terms.add(new DateRange(LocalDate.of(year, 2, 22), LocalDate.of(year, 3, 30)));
            terms.add(new DateRange(LocalDate.of(year, 4, 15), LocalDate.of(year, 5, 24)));
            terms.add(new DateRange(LocalDate.of(year, 6, 2), LocalDate.of(year, 7, 21)));
            closures.add(new SchoolCalendar.Closure(
                    new DateRange(LocalDate.of(year, 11, 27), LocalDate.of(year, 11, 28)), "INSET"));
        }
        return new SchoolCalendar(terms, closures, List.of());
    }

    private static boolean isPrescribed(LocalDate day) {
        int key = day.getMonthValue() * 100 + day.getDayOfMonth();
        return key == 331 || key == 831 || key == 1231;
    }

    private static LocalDate[] days(String listed) {
        return java.util.Arrays.stream(listed.split(" ")).map(LocalDate::parse).toArray(LocalDate[]::new);
    }
}
