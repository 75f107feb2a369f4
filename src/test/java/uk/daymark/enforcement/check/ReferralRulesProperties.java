package uk.daymark.enforcement.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.PublicPlaceFacts;
import uk.daymark.enforcement.ReferralAnswer;
import uk.daymark.enforcement.ReferralFigures;
import uk.daymark.enforcement.ReferralQuestion;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.SupportFacts;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.GoldenCases;
import uk.daymark.measure.SchoolCalendar;
import uk.daymark.policy.Policy;
import uk.daymark.policy.PolicyFiles;

/** Random referrals to Cambridgeshire, answered by the rules and by plain counting. */
class ReferralRulesProperties {

    private static final BankHolidays HOLIDAYS = new BankHolidays(Set.of(), Set.of());
    private static final Policy CAMBRIDGESHIRE = PolicyFiles.shipped("cambridgeshire");
    private static final SchoolCalendar CALENDAR = GoldenCases.calendar("CAL-A");
    private static final LocalDate START = LocalDate.of(2025, 9, 3);
    /** Longer than any wait that support or a plan can bring. */
    private static final int LONGEST_WAIT = 600;

    private final ReferralRules rules = new ReferralRules(HOLIDAYS);

    @Property(tries = 1000)
    void whatFailsIsWhatPlainReadingOfThePageFinds(@ForAll Random random) {
        ReferralQuestion asked = question(random);
        assertThat(failed(rules.check(asked))).isEqualTo(slowlyFailed(asked));
    }

    @Property(tries = 400)
    void theEarliestDayIsTheFirstOnWhichTheSameQuestionIsAdmissible(@ForAll Random random) {
        ReferralQuestion asked = question(random);
        ReferralAnswer answer = rules.check(asked);
        Optional<LocalDate> first = Optional.empty();
        for (int wait = 0; wait < LONGEST_WAIT && first.isEmpty(); wait++) {
            LocalDate day = asked.on().plusDays(wait);
            first = slowlyFailed(asked.on(day)).isEmpty() ? Optional.of(day) : Optional.empty();
        }
        assertThat(answer.earliestAdmissibleOn()).isEqualTo(first);
        assertThat(answer.admissible())
                .isEqualTo(first.filter(asked.on()::equals).isPresent());
        first.ifPresent(
                day -> assertThat(rules.check(asked.on(day)).admissible()).isTrue());
    }

    @Property(tries = 400)
    void thePanelIsTheFirstMondayInTermAfterTheEarliestDay(@ForAll Random random) {
        ReferralAnswer answer = rules.check(question(random));
        answer.nextPanelOn().ifPresent(panel -> {
            LocalDate earliest = answer.earliestAdmissibleOn().orElseThrow();
            assertThat(panel).isAfter(earliest);
            for (LocalDate day = earliest.plusDays(1); day.isBefore(panel); day = day.plusDays(1)) {
                assertThat(sits(day)).as("%s", day).isFalse();
            }
            assertThat(sits(panel)).isTrue();
        });
        assertThat(answer.nextPanelOn().isPresent())
                .isEqualTo(answer.earliestAdmissibleOn()
                        .filter(day -> day.isBefore(LocalDate.of(2026, 12, 14)))
                        .isPresent());
    }

    @Property(tries = 400)
    void leavingAFigureOutNeverMakesACheckFailAndSaysThatItIsUnknown(@ForAll Random random) {
        ReferralQuestion asked = question(random);
        ReferralQuestion nothing = new ReferralQuestion(
                asked.policy(),
                asked.route(),
                asked.on(),
                ReferralFigures.unknown(),
                SupportFacts.unknown(),
                Optional.empty(),
                PublicPlaceFacts.unknown(),
                Optional.empty());
        assertThat(rules.check(nothing).failed()).isEmpty();
        ReferralFigures without = new ReferralFigures(
                asked.figures().schoolWeeks(),
                Optional.empty(),
                Optional.empty(),
                asked.figures().absent(),
                Optional.empty(),
                asked.figures().nMarks(),
                Optional.empty(),
                Optional.empty());
        ReferralAnswer answer = rules.check(new ReferralQuestion(
                asked.policy(),
                asked.route(),
                asked.on(),
                without,
                asked.support(),
                Optional.empty(),
                PublicPlaceFacts.unknown(),
                asked.calendar()));
        assertThat(failed(rules.check(asked))).containsAll(failed(answer));
        assertThat(answer.unknown().stream().map(CheckedRule::code)).contains("TOO_FEW_UNAUTHORISED");
    }

    /** The county's page, sentence by sentence. */
    private static Set<String> slowlyFailed(ReferralQuestion asked) {
        Set<String> failed = new TreeSet<>();
        ReferralFigures figures = asked.figures();
        SupportFacts support = asked.support();
        int weeks = figures.schoolWeeks().orElseThrow();
        int unauthorised = figures.unauthorised().orElseThrow();
        if (figures.nMarks().orElseThrow() > 0) {
            failed.add("N_MARKS_IN_PERIOD");
        }
        if (weeks < 10) {
            failed.add("PERIOD_TOO_SHORT");
        }
        if (unauthorised < 10) {
            failed.add("TOO_FEW_UNAUTHORISED");
        }
        if (weeks > 10 && unauthorised <= figures.absent().orElseThrow() - unauthorised) {
            failed.add("MAJORITY_NOT_UNAUTHORISED");
        }
        if (!support.earlyHelpOffered().orElseThrow()) {
            failed.add("EARLY_HELP_NOT_OFFERED");
        }
        for (Optional<LocalDate> opened : List.of(support.earlyHelpOpenedOn(), support.targetedSupportOpenedOn())) {
            if (opened.isPresent() && ChronoUnit.DAYS.between(opened.get(), asked.on()) < 84) {
                failed.add("SUPPORT_OPEN_UNDER_12_WEEKS");
            }
        }
        if (support.specialistTeachingOpenedOn()
                .filter(opened -> ChronoUnit.DAYS.between(opened, asked.on()) < 84)
                .isPresent()) {
            failed.add("SPECIALIST_TEACHING_UNDER_12_WEEKS");
        }
        if (support.iaepReviews().filter(reviews -> reviews < 2).isPresent()) {
            failed.add("IAEP_UNDER_TWO_REVIEWS");
        }
        if (support.ehcp().orElse(false)
                && support.ehcpLastReviewedOn()
                        .filter(reviewed -> reviewed.plusMonths(12).isBefore(asked.on()))
                        .isPresent()) {
            failed.add("EHCP_NOT_RECENTLY_REVIEWED");
        }
        return failed;
    }

    private static boolean sits(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.MONDAY && CALENDAR.inTerm(day) && !HOLIDAYS.contains(day);
    }

    private static Set<String> failed(ReferralAnswer answer) {
        return answer.failed().stream()
                .map(CheckedRule::code)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    /** Mostly good evidence, so that time often is what is missing. */
    private static ReferralQuestion question(Random random) {
        LocalDate on = START.plusDays(random.nextInt(320));
        int unauthorised = random.nextInt(5) == 0 ? random.nextInt(12) : 10 + random.nextInt(10);
        ReferralFigures figures = new ReferralFigures(
                Optional.of(random.nextInt(5) == 0 ? 9 : 10 + random.nextInt(3)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(unauthorised + (random.nextBoolean() ? 0 : unauthorised + random.nextInt(3) - 1 & 0xff)),
                Optional.of(unauthorised),
                Optional.of(random.nextInt(6) == 0 ? 1 : 0),
                Optional.empty(),
                Optional.empty());
        SupportFacts support = new SupportFacts(
                Optional.of(random.nextInt(8) != 0),
                opened(random, on),
                opened(random, on),
                opened(random, on),
                random.nextInt(3) > 0 ? Optional.empty() : Optional.of(2 - random.nextInt(5) / 4),
                Optional.of(random.nextBoolean()),
                Optional.of(on.minusDays(random.nextInt(380))));
        return new ReferralQuestion(
                CAMBRIDGESHIRE,
                ReferralRoute.IRREGULAR,
                on,
                figures,
                support,
                Optional.empty(),
                PublicPlaceFacts.unknown(),
                Optional.of(CALENDAR));
    }

    private static Optional<LocalDate> opened(Random random, LocalDate on) {
        return switch (random.nextInt(4)) {
            case 0 -> Optional.of(on.minusDays(82 + random.nextInt(4)));
            case 1 -> Optional.of(on.minusDays(random.nextInt(120)));
            default -> Optional.empty();
        };
    }
}
