package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An officer is told that little time is left, and ends the matter when none is. */
@Covers("prosecution-limit")
class ProsecutionLimitTest {

    private static final Instant NEAR = Instant.parse("2026-02-20T00:00:00Z");
    private static final Instant PASSED = Instant.parse("2026-03-09T00:00:00Z");

    private static Run running() {
        return Models.engine()
                .start("prosecution-limit", Map.of("courtLittleTimeAt", NEAR, "courtLimitPassedAt", PASSED));
    }

    @Test
    void theOfficerIsToldWhenLittleTimeIsLeftAndAgainWhenNoneIs() {
        Run run = running()
                .assertWaitsOnlyAt("limit-comes-near")
                .assertTimerIsDue("limit-comes-near", NEAR)
                .timerFires("limit-comes-near")
                .assertWaitsOnlyAt("limit-near")
                .completes("limit-near")
                .assertWaitsOnlyAt("limit-comes")
                .assertTimerIsDue("limit-comes", PASSED)
                .timerFires("limit-comes")
                .assertWaitsOnlyAt("end-out-of-time")
                .completes("end-out-of-time")
                .assertEnded()
                .assertPassed("over")
                .assertDidNotPass("begun-in-time");
        assertThat(run.task("limit-near").group()).isEqualTo("officer");
        assertThat(run.task("end-out-of-time").group()).isEqualTo("officer");
    }

    @Test
    void theLastDayPassesWhetherOrNotSomebodyHasLooked() {
        running()
                .timerFires("limit-comes-near")
                .assertTimerIsDue("limit-comes-first", PASSED)
                .timerFires("limit-comes-first")
                .assertWaitsOnlyAt("end-out-of-time")
                .assertDidNotPass("limit-comes");
    }

    @Test
    void onceProceedingsAreBegunNobodyIsToldAnyMore() {
        running()
                .signal("court-begun", Map.of("because", "the charge was issued"))
                .assertEnded()
                .assertPassed("begun-in-time")
                .assertDidNotPass("limit-near", "end-out-of-time");
        running()
                .timerFires("limit-comes-near")
                .signal("court-begun", Map.of("because", "the charge was issued"))
                .assertTookBack("limit-near", "the charge was issued")
                .assertEnded();
    }

    @Test
    void whereOtherSessionsAreCertifiedItEndsAndIsWatchedAnew() {
        Run run = running()
                .timerFires("limit-comes-near")
                .signal("court-limit-moved", Map.of("limitMoved", true, "because", "other sessions are certified"))
                .assertTookBack("limit-near", "other sessions are certified")
                .assertEnded()
                .assertPassed("watched-anew")
                .assertDidNotPass("over", "begun-in-time");
        assertThat(run.variable("limitMoved")).isEqualTo(true);
    }
}
