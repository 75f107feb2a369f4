package uk.daymark.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.daymark.measure.AttendanceCode.G;
import static uk.daymark.measure.AttendanceCode.O;
import static uk.daymark.measure.AttendanceCode.U;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.daymark.measure.CountingRules.Anchor;

/** Values replaced for one check. */
class PolicyOverridesTest {

    private static final LocalDate ON = LocalDate.of(2025, 11, 21);

    private final Policy national = PolicyFiles.shipped("national");

    @Test
    void replaceCodesAndAnchor() throws PolicyOverrideException {
        Policy changed = national.with(
                PolicyFiles.overrides("{\"threshold.codes\": [\"G\", \"O\", \"U\"], \"window.anchor\": \"DAY\"}"));
        assertThat(changed.countingRules(ON).threshold().codes()).isEqualTo(Set.of(G, O, U));
        assertThat(changed.countingRules(ON).threshold().anchor()).isEqualTo(Anchor.DAY);
        assertThat(changed.countingRules(ON).threshold().sessions()).isEqualTo(10);
        assertThat(national.countingRules(ON).threshold().anchor()).isEqualTo(Anchor.WEEK);
    }

    @Test
    void holdOnEveryDay() throws PolicyOverrideException {
        Policy changed =
                PolicyFiles.shipped("cambridgeshire-2021").with(PolicyFiles.overrides("{\"threshold.sessions\": 9}"));
        assertThat(changed.number("threshold.sessions", LocalDate.of(2015, 1, 1)))
                .contains(9);
        assertThat(changed.number("threshold.sessions", LocalDate.of(2035, 1, 1)))
                .contains(9);
    }

    @Test
    void settleWhatThePolicyLeavesOpen() throws PolicyOverrideException {
        Policy changed =
                national.with(PolicyFiles.overrides("{\"panel.day\": \"Thursday\", \"evidence.reject_codes\": []}"));
        assertThat(changed.weekday("panel.day", ON)).contains(DayOfWeek.THURSDAY);
        assertThat(changed.codes("evidence.reject_codes", ON)).contains(Set.of());
        assertThat(changed.entry("panel.day", ON).orElseThrow().overridden()).isTrue();
    }

    @Test
    void switchOffTheDayFromWhichOffencesCount() throws PolicyOverrideException {
        assertThat(national.with(PolicyFiles.overrides("{\"pn.count_offences_from\": false}"))
                        .date("pn.count_offences_from", ON))
                .isEmpty();
    }

    @Test
    void reachTheDaysOfDeemedServiceUnderEitherName() throws PolicyOverrideException {
        assertThat(national.with(PolicyFiles.overrides("{\"pn.deemed_service\": 3}"))
                        .number("service.deemed", ON))
                .contains(3);
    }

    @Test
    void comeOnTopOfEarlierOverrides() throws PolicyOverrideException {
        Policy changed = national.with(PolicyFiles.overrides("{\"threshold.sessions\": 9, \"pn.max\": 3}"))
                .with(PolicyFiles.overrides("{\"threshold.sessions\": 8}"));
        assertThat(changed.number("threshold.sessions", ON)).contains(8);
        assertThat(changed.number("pn.max", ON)).contains(3);
    }

    @Test
    void areRefusedAllAtOnceWithTheKeyOfEach() {
        PolicyOverrideException refused =
                catchThrowableOfType(PolicyOverrideException.class, () -> national.with(PolicyFiles.overrides("""
                                {"threshold.sesions": 10, "threshold.sessions": "ten", "threshold.codes": ["G", "QQ"],
                                 "window.anchor": "MONTH", "pn.max": 0, "leave.codes": [], "nti.used": null,
                                 "pn.count_offences_from": "2024-02-30"}
                                """)));
        assertThat(refused.faults())
                .containsOnlyKeys(
                        "threshold.sesions",
                        "threshold.sessions",
                        "threshold.codes",
                        "window.anchor",
                        "pn.max",
                        "leave.codes",
                        "nti.used",
                        "pn.count_offences_from")
                .containsEntry(
                        "threshold.sessions", "The value of threshold.sessions must be a whole number, not 'ten'")
                .containsEntry("window.anchor", "The value of window.anchor must be one of: WEEK, DAY, not 'MONTH'")
                .containsEntry("pn.max", "The value of pn.max must be 1 or more, not '0'")
                .containsEntry("nti.used", "The value of nti.used must be true or false; nothing stands here");
        assertThat(refused.faults().get("threshold.sesions"))
                .startsWith("'threshold.sesions' is not a key of a policy");
        assertThat(refused.faults().get("threshold.codes")).startsWith("'QQ' is not a code of the register");
        assertThat(refused.faults().get("pn.count_offences_from")).contains("must be a date that exists");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"pn.days.discount\": 30} | pn.days.discount",
                "{\"pn.days.full\": 20} | pn.days.full",
                "{\"tier.severe\": 5} | tier.severe",
            })
    void areRefusedWhereTheyContradictAnotherValue(String overrides, String key) {
        PolicyOverrideException refused = catchThrowableOfType(
                PolicyOverrideException.class, () -> national.with(PolicyFiles.overrides(overrides)));
        assertThat(refused.faults()).containsOnlyKeys(key);
        assertThat(refused.faults().get(key)).contains("must not exceed");
    }

    @Test
    void areRefusedWhereOneValueComesUnderTwoNames() {
        assertThatThrownBy(
                        () -> national.with(PolicyFiles.overrides("{\"pn.deemed_service\": 3, \"service.deemed\": 2}")))
                .isInstanceOf(PolicyOverrideException.class);
    }

    @Test
    void thatAreNoneLeaveThePolicyAsItIs() throws PolicyOverrideException {
        assertThat(national.with(Map.of())).isSameAs(national);
    }
}
