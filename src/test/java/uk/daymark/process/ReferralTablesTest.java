package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.daymark.workflow.Decisions.Fired;

/** What a failing check means for a referral, and which tool the policy points to for a parent. */
@EachRow(value = "referral-admissibility", rules = 33)
@EachRow(value = "sanction-route", rules = 14)
class ReferralTablesTest {

    private final Models models = Models.engine();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N_MARKS_IN_PERIOD",
                "CODE_NOT_CONFIRMED",
                "NO_SESSIONS",
                "PERIOD_TOO_SHORT",
                "TOO_FEW_UNAUTHORISED",
                "MAJORITY_NOT_UNAUTHORISED",
                "TOO_FEW_SESSIONS",
                "EARLY_HELP_NOT_OFFERED",
                "SUPPORT_OPEN_UNDER_12_WEEKS",
                "SPECIALIST_TEACHING_UNDER_12_WEEKS",
                "IAEP_UNDER_TWO_REVIEWS",
                "EHCP_NOT_RECENTLY_REVIEWED",
                "LEAVE_RUN_TOO_SHORT",
                "PARENTS_NOT_WARNED_OF_LEAVE",
                "REFERRAL_DEADLINE_PASSED",
                "NO_NOTICE_UNDER_S104",
                "NOT_SEEN_IN_THE_FIRST_DAYS",
                "DATE_OF_BIRTH_UNKNOWN",
                "NOT_COMPULSORY_SCHOOL_AGE",
                "TIME_LIMIT_PASSED",
                "NO_PARENT_NAMED",
                "NOT_A_PARENT_OF_THIS_CHILD",
                "NOT_TO_BE_CONTACTED",
                "NO_ADDRESS_FOR_POST",
                "NO_REASON_FOR_LIABILITY",
                "HELD_BY_A_PERSON"
            })
    void theseStopAReferralAndSayWhatWouldCureThem(String check) {
        assertThat(only(check, "not-met").out("weight")).isEqualTo("stops");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LITTLE_TIME_LEFT",
                "NOT_WARNED_BY_POST",
                "NOT_NAMED_FOR_THE_LEAVE",
                "SESSION_USED_BEFORE",
                "IS_THIS_THE_SAME_PERSON"
            })
    void theseAreForTheOfficerToWeigh(String check) {
        assertThat(only(check, "not-met").out("weight")).isEqualTo("weigh");
    }

    @Test
    void whatNeedsAViewOrCouldNotBeCheckedStopsNothing() {
        assertThat(only("SUPPORT_OFFERED", "needs-view").rule()).isEqualTo("needs-a-view");
        assertThat(only("REFERRAL_DEADLINE_PASSED", "not-checked").rule()).isEqualTo("could-not-be-checked");
        assertThat(only("N_MARKS_IN_PERIOD", "not-checked").out("weight")).isEqualTo("weigh");
    }

    @Test
    void aCheckThatIsMetSaysNothing() {
        assertThat(models.ask("referral-admissibility", Map.of("check", "N_MARKS_IN_PERIOD", "result", "met")))
                .isEmpty();
    }

    private Fired only(String check, String result) {
        List<Fired> fired = models.ask("referral-admissibility", Map.of("check", check, "result", result));
        assertThat(fired).hasSize(1);
        assertThat(fired.get(0).out("cure")).endsWith(".");
        assertThat(fired.get(0).out("sentence")).endsWith(".");
        assertThat(fired.get(0).out("source")).isNotBlank();
        return fired.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "limitPassed,  true,         time-has-run-out,         no-action",
        "held,         true,         something-holds,          investigate",
        "enough,       false,        nothing-to-rest-on,       no-action",
        "route,        public-place, public-place,             penalty-notice",
        "route,        leave,        leave,                    penalty-notice",
        "prosecuted,   true,         prosecuted-before,        open-court",
        "route, statutory-intervention, statutory-intervention, single-justice",
        "improvement,  possible,     improve-first,            notice-to-improve",
        "improvement,  not-given,    first-notice,             penalty-notice",
        "noticed,      true,         after-a-notice,           single-justice",
        "room,         full,         after-the-last-notice,    single-justice",
        "room,         second,       second-notice,            penalty-notice",
        "room,         first,        first-notice,             penalty-notice"
    })
    void oneFactAloneChangesTheProposal(String fact, String value, String rule, String proposed) {
        Object given = value.equals("true") || value.equals("false") ? Boolean.valueOf(value) : value;
        assertThat(proposal(Map.of(fact, given)).rule()).isEqualTo(rule);
        assertThat(proposal(Map.of(fact, given)).out("proposed")).isEqualTo(proposed);
    }

    @Test
    void leaveHasAnOrderOfItsOwn() {
        assertThat(proposal(Map.of("route", "leave", "longLeave", true, "room", "full"))
                        .rule())
                .isEqualTo("long-leave");
        assertThat(proposal(Map.of("route", "leave", "room", "full")).rule()).isEqualTo("leave-after-the-last-notice");
        assertThat(proposal(Map.of("route", "leave", "improvement", "possible", "prosecuted", true))
                        .rule())
                .isEqualTo("leave");
    }

    @Test
    void whatStandsAgainstEverySanctionComesFirst() {
        assertThat(proposal(Map.of("limitPassed", true, "held", true, "room", "full"))
                        .rule())
                .isEqualTo("time-has-run-out");
        assertThat(proposal(Map.of("held", true, "enough", false, "route", "leave"))
                        .rule())
                .isEqualTo("something-holds");
        assertThat(proposal(Map.of("enough", false, "prosecuted", true)).rule()).isEqualTo("nothing-to-rest-on");
    }

    @Test
    void earlierProsecutionMattersOnlyWhereThePolicyHasAnOrderOfSteps() {
        assertThat(proposal(Map.of("prosecuted", true, "ladder", "choice")).rule())
                .isEqualTo("first-notice");
        assertThat(proposal(Map.of("prosecuted", true, "noticed", true)).rule()).isEqualTo("prosecuted-before");
    }

    @Test
    void afterANoticeTheNextStepIsProsecutionOnlyWhereThePolicyHasAnOrderOfSteps() {
        Map<String, Object> again = Map.of("noticed", true, "room", "second", "improvement", "possible");
        assertThat(proposal(again).rule()).isEqualTo("after-a-notice");
        assertThat(proposal(Map.of("noticed", true, "room", "second", "ladder", "choice"))
                        .rule())
                .isEqualTo("second-notice");
        assertThat(proposal(Map.of("noticed", false, "room", "second")).rule())
                .as("an earlier notice for leave is no step of the ladder")
                .isEqualTo("second-notice");
        assertThat(proposal(Map.of("noticed", true, "route", "leave")).rule()).isEqualTo("leave");
    }

    private Fired proposal(Map<String, Object> different) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "limitPassed", false,
                "held", false,
                "enough", true,
                "route", "irregular",
                "longLeave", false,
                "noticed", false,
                "ladder", "steps",
                "prosecuted", false,
                "improvement", "not-used",
                "room", "first"));
        facts.putAll(different);
        List<Fired> fired = models.ask("sanction-route", facts);
        assertThat(fired).hasSize(1);
        assertThat(fired.get(0).out("sentence")).endsWith(".");
        assertThat(fired.get(0).out("source")).isNotBlank();
        return fired.get(0);
    }
}
