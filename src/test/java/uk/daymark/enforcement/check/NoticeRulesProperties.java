package uk.daymark.enforcement.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.NoticeAnswer;
import uk.daymark.enforcement.NoticeKind;
import uk.daymark.enforcement.NoticeQuestion;
import uk.daymark.enforcement.NoticeRate;
import uk.daymark.enforcement.PreviousNotice;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.NoticeLookback.Outcome;
import uk.daymark.policy.Policy;
import uk.daymark.policy.PolicyFiles;
import uk.daymark.policy.PolicyOverrideException;

/** Random notices, answered by the rules and by plain counting day by day. */
class NoticeRulesProperties {

    private static final BankHolidays HOLIDAYS = new BankHolidays(Set.of(), Set.of());
    private static final Policy NATIONAL = PolicyFiles.shipped("national");
    private static final LocalDate FRAMEWORK = LocalDate.of(2024, 8, 19);
    private static final LocalDate START = LocalDate.of(2024, 8, 25);
    private static final int DAYS = 5 * 365;

    private final NoticeRules rules = new NoticeRules(HOLIDAYS);

    @Property(tries = 1500)
    void theRulesAgreeWithCountingDayByDay(@ForAll Random random) {
        NoticeQuestion asked = question(random);
        NoticeAnswer answer = rules.check(asked);

        int counted = 0;
        for (PreviousNotice notice : asked.previous()) {
            counted += countsSlowly(notice, asked.proposedOn()) ? 1 : 0;
        }
        assertThat(answer.previousCounted()).isEqualTo(counted);
        assertThat(codes(answer).contains("TWO_NOTICES_IN_LOOKBACK")).isEqualTo(counted >= 2);
        assertThat(answer.rate())
                .isEqualTo(
                        counted >= 2
                                ? Optional.empty()
                                : Optional.of(counted == 1 ? NoticeRate.SECOND : NoticeRate.FIRST));
        assertThat(answer.discounted()).isEqualTo(counted == 0 ? Optional.of(80) : Optional.empty());
        assertThat(answer.full()).isEqualTo(counted >= 2 ? Optional.empty() : Optional.of(160));

        LocalDate received = asked.postedOn();
        for (int seen = 0; seen < 2; seen += works(received) ? 1 : 0) {
            received = received.plusDays(1);
        }
        LocalDate lastToPay = received;
        for (int day = 1; day < 28; day++) {
            lastToPay = lastToPay.plusDays(1);
        }
        assertThat(answer.deemedReceivedOn()).isEqualTo(received);
        assertThat(answer.fullUntil()).isEqualTo(lastToPay);
        assertThat(answer.discountedUntil())
                .isEqualTo(counted == 0 ? Optional.of(lastToPay.minusDays(7)) : Optional.empty());

        LocalDate safe = sameNumberedDaySixMonthsOn(asked.offence().from());
        assertThat(answer.prosecuteBy().safe()).isEqualTo(safe);
        assertThat(answer.prosecuteBy().outer())
                .isEqualTo(sameNumberedDaySixMonthsOn(asked.offence().to()));
        int daysLeft = 0;
        for (LocalDate day = lastToPay; day.isBefore(safe); day = day.plusDays(1)) {
            daysLeft++;
        }
        assertThat(codes(answer).contains("NO_TIME_TO_PROSECUTE")).isEqualTo(daysLeft == 0);
        assertThat(answer.warnings().stream().anyMatch(warning -> warning.code().equals("LITTLE_TIME_TO_PROSECUTE")))
                .isEqualTo(daysLeft > 0 && daysLeft < 14);
        assertThat(answer.allowed()).isEqualTo(answer.blocked().isEmpty());
    }

    @Property(tries = 300)
    void aWithdrawnOrAcquittedNoticeMoreChangesNothing(@ForAll Random random) {
        NoticeQuestion asked = question(random);
        List<PreviousNotice> more = new ArrayList<>(asked.previous());
        LocalDate issued = asked.proposedOn().minusDays(random.nextInt(1500));
        more.add(
                random.nextInt(more.size() + 1),
                new PreviousNotice(
                        issued, issued, random.nextBoolean() ? Outcome.WITHDRAWN : Outcome.UNPAID_ACQUITTED));
        assertThat(rules.check(with(asked, NATIONAL, asked.postedOn(), more))).isEqualTo(rules.check(asked));
    }

    @Property(tries = 300)
    void theOrderInWhichEarlierNoticesAreToldDoesNotMatter(@ForAll Random random) {
        NoticeQuestion asked = question(random);
        List<PreviousNotice> shuffled = new ArrayList<>(asked.previous());
        java.util.Collections.shuffle(shuffled, random);
        NoticeAnswer one = rules.check(asked);
        NoticeAnswer other = rules.check(with(asked, NATIONAL, asked.postedOn(), shuffled));
        assertThat(other.blocked()).isEqualTo(one.blocked());
        assertThat(other.rate()).isEqualTo(one.rate());
    }

    @Property(tries = 300)
    void postingADayLaterNeverBringsADateForwardNorOpensWhatWasBlocked(@ForAll Random random) {
        NoticeQuestion asked = question(random);
        NoticeAnswer today = rules.check(asked);
        NoticeAnswer tomorrow =
                rules.check(with(asked, NATIONAL, asked.postedOn().plusDays(1), asked.previous()));
        assertThat(tomorrow.deemedReceivedOn()).isAfterOrEqualTo(today.deemedReceivedOn());
        assertThat(tomorrow.fullUntil()).isAfterOrEqualTo(today.fullUntil());
        assertThat(codes(tomorrow)).containsAll(codes(today));
        assertThat(tomorrow.full()).isEqualTo(today.full());
    }

    /** What the answer promises of waiting: on the day told fewer than two count, on the day before still two. */
    @Property(tries = 500)
    void theDayOnWhichTheLimitOfTwoEndsIsTheFirst(@ForAll Random random) {
        NoticeQuestion asked = question(random);
        rules.check(asked).blocked().stream()
                .filter(rule -> rule.code().equals("TWO_NOTICES_IN_LOOKBACK"))
                .findFirst()
                .map(CheckedRule::until)
                .ifPresent(until -> {
                    LocalDate day = asked.proposedOn();
                    while (countedOn(day, asked) >= 2) {
                        day = day.plusDays(1);
                    }
                    assertThat(until).hasValue(day);
                });
    }

    @Property(tries = 300)
    void theOtherReadingsCountMoreOrLessExactlyThoseNoticesOnWhichTheyDiffer(@ForAll Random random)
            throws PolicyOverrideException {
        NoticeQuestion asked = question(random);
        NoticeAnswer inside = rules.check(with(
                asked, reading(Map.of("pn.anniversary_counts", BooleanNode.TRUE)), asked.postedOn(), asked.previous()));
        NoticeAnswer byIssue = rules.check(with(
                asked,
                reading(Map.of(
                        "pn.count_offences_from",
                        BooleanNode.FALSE,
                        "pn.count_issued_from",
                        TextNode.valueOf("2024-08-19"))),
                asked.postedOn(),
                asked.previous()));
        int more = 0;
        int byIssueCount = 0;
        LocalDate anniversary = asked.proposedOn().minusYears(3);
        for (PreviousNotice notice : asked.previous()) {
            LocalDate issued = notice.issuedOn();
            boolean kind = counting(notice);
            more += kind
                            && issued.equals(anniversary)
                            && !notice.offenceTo().orElseThrow().isBefore(FRAMEWORK)
                    ? 1
                    : 0;
            byIssueCount += kind && !issued.isBefore(FRAMEWORK) && issued.isAfter(anniversary) ? 1 : 0;
        }
        assertThat(inside.previousCounted()).isEqualTo(rules.check(asked).previousCounted() + more);
        assertThat(byIssue.previousCounted()).isEqualTo(byIssueCount);
    }

    @Property(tries = 300)
    void aNoticeForAPublicPlaceHasItsOwnAmountsWhateverWentBefore(@ForAll Random random) {
        NoticeQuestion asked = question(random);
        NoticeAnswer answer = rules.check(new NoticeQuestion(
                NATIONAL,
                NoticeKind.PUBLIC_PLACE,
                asked.proposedOn(),
                asked.postedOn(),
                asked.offence(),
                asked.dateOfBirth(),
                asked.previous()));
        assertThat(answer.discounted()).hasValue(60);
        assertThat(answer.full()).hasValue(120);
        assertThat(codes(answer)).doesNotContain("TWO_NOTICES_IN_LOOKBACK");
        assertThat(answer.fullUntil()).isEqualTo(rules.check(asked).fullUntil());
    }

    private int countedOn(LocalDate day, NoticeQuestion asked) {
        return (int) asked.previous().stream()
                .filter(notice -> countsSlowly(notice, day))
                .count();
    }

    /** By the words: issued in the three years that end with the day, walking back day by day to the same-numbered day. */
    private static boolean countsSlowly(PreviousNotice notice, LocalDate proposed) {
        if (!counting(notice) || notice.offenceTo().orElseThrow().isBefore(FRAMEWORK)) {
            return false;
        }
        int year = proposed.getYear() - 3;
        boolean noSuchDay = proposed.getMonthValue() == 2 && proposed.getDayOfMonth() == 29;
        LocalDate outside = LocalDate.of(year, proposed.getMonthValue(), noSuchDay ? 28 : proposed.getDayOfMonth());
        for (LocalDate day = proposed; day.isAfter(outside); day = day.minusDays(1)) {
            if (day.equals(notice.issuedOn())) {
                return true;
            }
        }
        return false;
    }

    private static boolean counting(PreviousNotice notice) {
        return notice.kind() == NoticeKind.ATTENDANCE
                && List.of(Outcome.PAID, Outcome.UNPAID, Outcome.UNPAID_CONVICTED)
                        .contains(notice.outcome());
    }

    private static LocalDate sameNumberedDaySixMonthsOn(LocalDate day) {
        LocalDate first = day.withDayOfMonth(1);
        for (int month = 0; month < 6; month++) {
            first = first.plusDays(first.lengthOfMonth());
        }
        return first.withDayOfMonth(Math.min(day.getDayOfMonth(), first.lengthOfMonth()));
    }

    private static boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.in(day.getYear()).contains(day);
    }

    private static Set<String> codes(NoticeAnswer answer) {
        return answer.blocked().stream().map(CheckedRule::code).collect(java.util.stream.Collectors.toSet());
    }

    private static Policy reading(Map<String, JsonNode> values) throws PolicyOverrideException {
        return NATIONAL.with(values);
    }

    private static NoticeQuestion with(
            NoticeQuestion asked, Policy policy, LocalDate postedOn, List<PreviousNotice> previous) {
        return new NoticeQuestion(
                policy, asked.kind(), asked.proposedOn(), postedOn, asked.offence(), asked.dateOfBirth(), previous);
    }

    private static NoticeQuestion question(Random random) {
        LocalDate proposed = START.plusDays(random.nextInt(DAYS));
        if (random.nextInt(20) == 0) {
            proposed = LocalDate.of(2028, 2, 29);
        }
        List<PreviousNotice> previous = new ArrayList<>();
        for (int number = random.nextInt(5); number > 0; number--) {
            LocalDate issued = switch (random.nextInt(6)) {
                case 0 -> proposed.minusYears(3).plusDays(random.nextInt(3) - 1L);
                case 1 -> proposed.minusDays(random.nextInt(2));
                case 2 -> FRAMEWORK.plusDays(random.nextInt(60) - 30L);
                default -> proposed.minusDays(random.nextInt(1500));
            };
            if (issued.isAfter(proposed)) {
                issued = proposed;
            }
            previous.add(new PreviousNotice(
                    random.nextInt(10) == 0 ? NoticeKind.PUBLIC_PLACE : NoticeKind.ATTENDANCE,
                    issued,
                    Optional.of(issued.minusDays(random.nextInt(60))),
                    Outcome.values()[random.nextInt(Outcome.values().length)]));
        }
        LocalDate to = proposed.minusDays(random.nextInt(170));
        return new NoticeQuestion(
                NATIONAL,
                NoticeKind.ATTENDANCE,
                proposed,
                proposed.plusDays(random.nextInt(4)),
                new DateRange(to.minusDays(random.nextInt(40)), to),
                Optional.of(LocalDate.of(2015, 1, 1)),
                previous);
    }
}
