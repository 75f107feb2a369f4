package uk.daymark.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static uk.daymark.measure.AttendanceCode.G;
import static uk.daymark.measure.AttendanceCode.N;
import static uk.daymark.measure.AttendanceCode.O;
import static uk.daymark.measure.AttendanceCode.U;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.daymark.measure.CountingRules;
import uk.daymark.measure.CountingRules.Anchor;

/** The figures of the shipped policies, against the table of parameters they were taken from. */
class ShippedPoliciesTest {

    private static final LocalDate ON = LocalDate.of(2025, 11, 21);
    private static final Policies POLICIES = PolicyFiles.shipped();

    @Test
    void areNationalAndFiveThatInheritFromIt() {
        assertThat(POLICIES.all())
                .extracting(Policy::name)
                .containsExactly(
                        "national",
                        "cambridgeshire",
                        "cambridgeshire-2021",
                        "commonswood",
                        "herefordshire",
                        "hertfordshire");
        assertThat(policy("commonswood").lineage()).containsExactly("commonswood", "hertfordshire", "national");
        assertThat(POLICIES.named("essex")).isEmpty();
    }

    @ParameterizedTest(
            name = "{0}: national {1}, Herts {2}, Commonswood {3}, Cambs 2021 {4}, Cambs {5}, Herefordshire {6}")
    @CsvSource({
        "threshold.sessions,         10, 10, 10, 8,  10, 10",
        "threshold.window,           10, 10, 10, 8,  10, 10",
        "window.min_sessions,        ,   ,   ,   80, ,   ",
        "window.longer_attendance,   ,   ,   ,   90, ,   ",
        "leave.run,                  10, 10, 10, 6,  10, 10",
        "leave.prosecute_from,       ,   ,   ,   ,   20, ",
        "leave.referral_deadline,    ,   ,   ,   ,   ,   ",
        "leave.visits,               ,   ,   3,  ,   ,   ",
        "leave.entrance_exams,       ,   ,   3,  ,   ,   ",
        "hold.eha_open,              ,   ,   ,   ,   12, ",
        "hold.specialist_open,       ,   ,   ,   ,   12, ",
        "hold.iaep_reviews,          ,   ,   ,   ,   2,  ",
        "hold.ehcp_review,           12, 12, 12, 12, 12, 12",
        "pn.amount.first_discount,   80, 80, 80, 60, 80, 80",
        "pn.amount.first_full,       160,160,160,120,160,160",
        "pn.amount.second,           160,160,160,160,160,160",
        "pn.days.discount,           21, 21, 21, 21, 21, 21",
        "pn.days.full,               28, 28, 28, 28, 28, 28",
        "service.deemed,             2,  2,  2,  2,  2,  2",
        "pn.max,                     2,  2,  2,  2,  2,  2",
        "pn.lookback,                3,  3,  3,  3,  3,  3",
        "prosecution.limit,          6,  6,  6,  6,  6,  6",
        "prosecution.little_time,    14, 14, 14, 14, 14, 14",
        "excluded.referral_deadline, ,   ,   ,   15, 15, ",
        "register.max_open,          30, 30, 30, 30, 30, 30",
        "n.replace_within,           5,  5,  5,  5,  5,  5",
        "letter.first_at,            ,   ,   ,   ,   4,  ",
    })
    void haveTheNumbersOfTheTable(
            String key,
            Integer national,
            Integer hertfordshire,
            Integer commonswood,
            Integer cambridgeshire2021,
            Integer cambridgeshire,
            Integer herefordshire) {
        assertThat(policy("national").number(key, ON)).isEqualTo(Optional.ofNullable(national));
        assertThat(policy("hertfordshire").number(key, ON)).isEqualTo(Optional.ofNullable(hertfordshire));
        assertThat(policy("commonswood").number(key, ON)).isEqualTo(Optional.ofNullable(commonswood));
        assertThat(policy("cambridgeshire-2021").number(key, ON)).isEqualTo(Optional.ofNullable(cambridgeshire2021));
        assertThat(policy("cambridgeshire").number(key, ON)).isEqualTo(Optional.ofNullable(cambridgeshire));
        assertThat(policy("herefordshire").number(key, ON)).isEqualTo(Optional.ofNullable(herefordshire));
    }

    @Test
    void countNEverywhereButInHertfordshire() {
        assertThat(policy("national").codes("threshold.codes", ON)).contains(Set.of(G, N, O, U));
        assertThat(policy("cambridgeshire").codes("threshold.codes", ON)).contains(Set.of(G, N, O, U));
        assertThat(policy("cambridgeshire-2021").codes("threshold.codes", ON)).contains(Set.of(G, N, O, U));
        assertThat(policy("herefordshire").codes("threshold.codes", ON)).contains(Set.of(G, N, O, U));
        assertThat(policy("hertfordshire").codes("threshold.codes", ON)).contains(Set.of(G, O, U));
        assertThat(policy("commonswood").codes("threshold.codes", ON)).contains(Set.of(G, O, U));
    }

    @Test
    void letNoSanctionRestOnAnN() {
        assertThat(POLICIES.all())
                .allSatisfy(policy ->
                        assertThat(policy.codes("evidence.reject_codes", ON)).contains(Set.of(N)));
        assertThat(confidence("national", "evidence.reject_codes")).isEqualTo(Confidence.UNCONFIRMED);
        assertThat(confidence("cambridgeshire", "evidence.reject_codes")).isEqualTo(Confidence.SEED);
    }

    @Test
    void askCambridgeshireForConsecutiveSessionsOfLeaveAndNobodyElse() {
        assertThat(policy("cambridgeshire").yesNo("leave.consecutive", ON)).contains(true);
        assertThat(policy("cambridgeshire-2021").yesNo("leave.consecutive", ON)).contains(true);
        assertThat(policy("national").yesNo("leave.consecutive", ON)).contains(false);
        assertThat(policy("hertfordshire").yesNo("leave.consecutive", ON)).contains(false);
        assertThat(policy("cambridgeshire").codes("leave.codes", ON)).contains(Set.of(G));
    }

    @Test
    void seatThePanelOnMondaysAndSayThatThisIsNotRestated() {
        assertThat(policy("cambridgeshire-2021").weekday("panel.day", ON)).contains(DayOfWeek.MONDAY);
        assertThat(policy("cambridgeshire").weekday("panel.day", ON)).contains(DayOfWeek.MONDAY);
        assertThat(confidence("cambridgeshire-2021", "panel.day")).isEqualTo(Confidence.SEED);
        assertThat(confidence("cambridgeshire", "panel.day")).isEqualTo(Confidence.UNCONFIRMED);
        assertThat(policy("hertfordshire").weekday("panel.day", ON)).isEmpty();
    }

    @Test
    void keepTheEarlierScaleForExcludedPupilsUnconfirmed() {
        assertThat(policy("cambridgeshire").numbers("pn.amount.excluded", ON)).contains(List.of(60, 120));
        assertThat(confidence("national", "pn.amount.excluded")).isEqualTo(Confidence.UNCONFIRMED);
    }

    @Test
    void countEarlierNoticesForOffencesFromAugust2024() {
        assertThat(policy("national").date("pn.count_offences_from", ON)).contains(LocalDate.of(2024, 8, 19));
    }

    @Test
    void giveANoticeToImproveThreeToSixWeeksAndSixSchoolWeeksInCambridgeshire() {
        assertThat(policy("national").numbers("nti.length", ON)).contains(List.of(3, 6));
        assertThat(policy("cambridgeshire").numbers("nti.length", ON)).contains(List.of(6, 6));
        assertThat(policy("cambridgeshire")
                        .entry("nti.length", ON)
                        .orElseThrow()
                        .unit())
                .isEqualTo("school weeks");
        PolicyEntry used = policy("national").entry("nti.used", ON).orElseThrow();
        assertThat(used.appliesTo(Matter.IRREGULAR)).isTrue();
        assertThat(used.appliesTo(Matter.LEAVE)).isFalse();
    }

    @Test
    void drawTheBandsOfHertfordshireAndHerefordshire() {
        assertThat(policy("commonswood").bands("tier.bands", ON).orElseThrow())
                .extracting(Band::name, Band::below)
                .containsExactly(tuple("letter", Optional.of(96)), tuple("medical evidence", Optional.of(94)));
        assertThat(policy("herefordshire").bands("tier.bands", ON).orElseThrow())
                .extracting(Band::name, Band::from, Band::below)
                .containsExactly(
                        tuple("Universal", Optional.of(90), Optional.empty()),
                        tuple("Universal Plus", Optional.empty(), Optional.of(90)));
    }

    @Test
    void listGroundsToWithdrawFourNationallyAndTwoInCambridgeshireBefore() {
        assertThat(policy("cambridgeshire").list("pn.withdrawal_grounds", ON).orElseThrow())
                .hasSize(4);
        assertThat(policy("cambridgeshire-2021")
                        .list("pn.withdrawal_grounds", ON)
                        .orElseThrow())
                .hasSize(2);
    }

    @Test
    void turnIntoRulesForCounting() {
        CountingRules rules = policy("hertfordshire").countingRules(ON);
        assertThat(rules.threshold())
                .isEqualTo(new CountingRules.Threshold(10, 10, Set.of(G, O, U), Set.of(N), Anchor.WEEK));
        assertThat(rules.leave()).isEqualTo(new CountingRules.Leave(Set.of(G), 10));
        assertThat(rules.absence()).isEqualTo(new CountingRules.AbsenceBands(10, 50));
        assertThat(rules.unexplainedSchoolDays()).isEqualTo(5);
        assertThat(rules.returns())
                .isEqualTo(new CountingRules.Returns(10, Set.of(G, N, O, U), 15, 20, Set.of(G, N, O)));
        assertThat(rules.pattern()).isEqualTo(new CountingRules.PatternRules(12, 3, 6, 70, 4, 3, 50, 4));
    }

    @Test
    void nameASourceWithItsKeyForEveryValueThatIsNotAProposal() {
        assertThat(POLICIES.all())
                .flatExtracting(policy -> policy.entries(ON))
                .filteredOn(entry -> entry.confidence() != Confidence.UNCONFIRMED)
                .allSatisfy(entry -> assertThat(entry.source())
                        .as("%s of %s", entry.key().name(), entry.policy())
                        .matches(source ->
                                source.matches(".*\\([A-Z][A-Z0-9, -]*\\).*") || source.contains("National Archives")));
    }

    @Test
    void sayWhichOneTookThePlaceOfTheOldCambridgeshirePolicy() {
        Policy old = policy("cambridgeshire-2021");
        assertThat(old.lastDay()).contains(LocalDate.of(2024, 8, 18));
        assertThat(old.supersededBy()).contains("cambridgeshire");
        assertThat(policy("cambridgeshire").firstDay()).contains(LocalDate.of(2024, 8, 19));
        assertThat(policy("cambridgeshire").lastDay()).isEmpty();
    }

    private static Policy policy(String name) {
        return POLICIES.named(name).orElseThrow();
    }

    private static Confidence confidence(String policy, String key) {
        return policy(policy).entry(key, ON).orElseThrow().confidence();
    }
}
