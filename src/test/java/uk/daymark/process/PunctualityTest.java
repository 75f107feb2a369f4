package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is done where a pupil is often late. */
@Covers("punctuality")
class PunctualityTest {

    private static final Instant WATCHED = Instant.parse("2025-10-14T23:00:00Z");
    private static final Map<String, Object> NO_STEP = Map.of("rung", "none", "better", false);
    private static final Map<String, Object> SENT = Map.of("letterOutcome", "sent", "letterSent", true);

    @Test
    void aLetterIsWrittenFirstAndThePupilIsWatched() {
        Run run = letterSent(Map.of("rung", "letter", "better", false));
        run.assertWaitsOnlyAt("late-watch-over").assertTimerIsDue("late-watch-over", WATCHED);
        assertThat(run.variable("letter")).isEqualTo("late-letter");
    }

    @Test
    void whoComesOnTimeAfterTheLetterIsAskedNothingMore() {
        letterSent(Map.of("rung", "letter", "better", true))
                .timerFires("late-watch-over")
                .assertEnded()
                .assertPassed("on-time-again")
                .assertDidNotPass("punctuality-meeting");
    }

    @Test
    void whoIsLateStillIsMetAndThenAPersonDecides() {
        Run run = meetingHeld(Map.of("rung", "meeting", "better", false));
        run.assertWaitsOnlyAt("pass-to-attendance");
        assertThat(run.task("punctuality-meeting").group()).isEqualTo("lead");
        assertThat(run.task("pass-to-attendance").variables().get("sentence"))
                .isEqualTo("Still late after the meeting: a person decides what follows.");
        run.completes("pass-to-attendance", Map.of("follows", "case"))
                .assertEnded()
                .assertPassed("handed-to-attendance");
    }

    @Test
    void aPersonMayWatchLongerAndIsAskedAgain() {
        meetingHeld(Map.of("rung", "meeting", "better", false))
                .completes("pass-to-attendance", Map.of("follows", "watch"))
                .assertWaitsOnlyAt("late-watch-over")
                .timerFires("late-watch-over")
                .assertWaitsOnlyAt("pass-to-attendance")
                .completes("pass-to-attendance", Map.of("follows", "end"))
                .assertEnded()
                .assertPassed("left-at-that")
                .assertDidNotPass("handed-to-attendance");
    }

    @Test
    void whatItRestedOnFallsAway() {
        models(NO_STEP)
                .start("punctuality", Map.of())
                .assertWaitsAt("post-letter")
                .signal("lateness-lapsed", Map.of("because", "4 November morning is now M"))
                .assertEnded()
                .assertPassed("lapsed")
                .assertTookBack("post-letter", "4 November morning is now M")
                .assertDidNotPass("set-late-watch");
    }

    private static Run letterSent(Map<String, Object> then) {
        return models(then)
                .start("punctuality", Map.of())
                .assertWaitsAt("post-letter")
                .completes("post-letter", SENT);
    }

    private static Run meetingHeld(Map<String, Object> then) {
        return Models.engine()
                .step("measureLateness", NO_STEP, Map.of("rung", "letter", "better", false), then)
                .step("setLateWatch", Map.of("watchUntil", WATCHED))
                .step("proposeLetters", Map.of("letterHeld", false, "letterSent", false))
                .start("punctuality", Map.of())
                .completes("post-letter", SENT)
                .timerFires("late-watch-over")
                .assertWaitsOnlyAt("punctuality-meeting")
                .completes("punctuality-meeting", Map.of("meeting", "held"))
                .timerFires("late-watch-over");
    }

    private static Models models(Map<String, Object> then) {
        return Models.engine()
                .step("measureLateness", NO_STEP, then)
                .step("setLateWatch", Map.of("watchUntil", WATCHED))
                .step("proposeLetters", Map.of("letterHeld", false, "letterSent", false));
    }
}
