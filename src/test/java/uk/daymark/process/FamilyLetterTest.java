package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Covers("family-letter")
class FamilyLetterTest {

    private static final Instant A_DAY = Instant.parse("2025-09-29T05:00:00Z");
    private static final Map<String, Object> FREE = Map.of("letterHeld", false, "letterSent", false);
    private static final Map<String, Object> HELD = Map.of("letterHeld", true, "letterSent", false);

    @Test
    void aLetterThatNothingSpeaksAgainstIsPrintedAndPosted() {
        Run run = ordered(FREE).assertWaitsOnlyAt("post-letter");
        assertThat(run.task("post-letter").group()).isEqualTo("office");
        run.completes("post-letter", Map.of("letterOutcome", "sent", "letterSent", true, "letterSentOn", A_DAY))
                .assertEnded()
                .assertPassed("letter-sent")
                .assertDidNotPass("check-hold", "not-sent");
        assertThat(run.variable("letterSent")).isEqualTo(true);
        assertThat(run.variable("letterSentOn")).isEqualTo(A_DAY);
    }

    @Test
    void aHeldLetterIsSentOnlyWhenTheLeadSaysSo() {
        Run run = ordered(HELD).assertWaitsOnlyAt("check-hold");
        assertThat(run.task("check-hold").group()).isEqualTo("lead");
        run.completes("check-hold", Map.of("holdDecision", "send"))
                .assertWaitsOnlyAt("post-letter")
                .completes("post-letter", Map.of("letterOutcome", "sent", "letterSent", true))
                .assertEnded()
                .assertTook("send-all-the-same");
    }

    @Test
    void aHeldLetterIsKeptBack() {
        Run run = ordered(HELD).completes("check-hold", Map.of("holdDecision", "stop"));
        run.assertEnded().assertPassed("kept-back").assertDidNotPass("post-letter");
        assertThat(run.variable("letterSent")).isEqualTo(false);
    }

    @Test
    void aHeldLetterThatWaitsIsCountedAndWrittenAgainOnItsDay() {
        Models.engine()
                .step("proposeLetters", HELD, FREE)
                .start("family-letter", Map.of("letter", "soft-letter"))
                .completes("check-hold", Map.of("holdDecision", "wait", "letterWaitsUntil", A_DAY))
                .assertWaitsOnlyAt("waiting")
                .assertTimerIsDue("waiting", A_DAY)
                .timerFires("waiting")
                .assertDid("proposeLetters", "proposeLetters")
                .assertWaitsOnlyAt("post-letter")
                .completes("post-letter", Map.of("letterOutcome", "stop"))
                .assertEnded()
                .assertPassed("not-sent");
    }

    @Test
    void aLetterThatNoLongerSaysWhatTheRegisterSaysIsWrittenAnew() {
        ordered(FREE)
                .completes("post-letter", Map.of("letterOutcome", "anew"))
                .assertDid("proposeLetters", "proposeLetters")
                .assertTook("write-it-anew")
                .assertWaitsOnlyAt("post-letter")
                .completes("post-letter", Map.of("letterOutcome", "sent", "letterSent", true))
                .assertEnded();
    }

    @Test
    void whereverItWaitsALetterIsWithdrawnWhenWhatItRestsOnFallsAway() {
        Map<String, Object> why = Map.of("because", "8 September is now I, illness");
        ordered(FREE)
                .signal("letter-withdrawn", why)
                .assertTookBack("post-letter", "8 September is now I, illness")
                .assertDid("withdrawLetters")
                .assertPassed("letters-withdrawn")
                .assertEnded();
        ordered(HELD)
                .signal("letter-withdrawn", why)
                .assertTookBack("check-hold", "8 September is now I, illness")
                .assertEnded();
        ordered(HELD)
                .completes("check-hold", Map.of("holdDecision", "wait", "letterWaitsUntil", A_DAY))
                .signal("letter-withdrawn", why)
                .assertEnded();
    }

    private static Run ordered(Map<String, Object> proposed) {
        return Models.engine().step("proposeLetters", proposed).start("family-letter", Map.of("letter", "soft-letter"));
    }
}
