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
        Run run = ordered(FREE).waitsOnlyAt("post-letter");
        assertThat(run.task("post-letter").group()).isEqualTo("office");
        run.completes("post-letter", Map.of("letterOutcome", "sent", "letterSent", true, "letterSentOn", A_DAY))
                .ended()
                .passes("letter-sent")
                .doesNotPass("check-hold", "not-sent");
        assertThat(run.variable("letterSent")).isEqualTo(true);
        assertThat(run.variable("letterSentOn")).isEqualTo(A_DAY);
    }

    @Test
    void aHeldLetterIsSentOnlyWhenTheLeadSaysSo() {
        Run run = ordered(HELD).waitsOnlyAt("check-hold");
        assertThat(run.task("check-hold").group()).isEqualTo("lead");
        run.completes("check-hold", Map.of("holdDecision", "send"))
                .waitsOnlyAt("post-letter")
                .completes("post-letter", Map.of("letterOutcome", "sent", "letterSent", true))
                .ended()
                .takes("send-all-the-same");
    }

    @Test
    void aHeldLetterIsKeptBack() {
        Run run = ordered(HELD).completes("check-hold", Map.of("holdDecision", "stop"));
        run.ended().passes("kept-back").doesNotPass("post-letter");
        assertThat(run.variable("letterSent")).isEqualTo(false);
    }

    @Test
    void aHeldLetterThatWaitsIsCountedAndWrittenAgainOnItsDay() {
        Models.engine()
                .step("proposeLetters", HELD, FREE)
                .start("family-letter", Map.of("letter", "soft-letter"))
                .completes("check-hold", Map.of("holdDecision", "wait", "letterWaitsUntil", A_DAY))
                .waitsOnlyAt("waiting")
                .timerIsDue("waiting", A_DAY)
                .timerFires("waiting")
                .did("proposeLetters", "proposeLetters")
                .waitsOnlyAt("post-letter")
                .completes("post-letter", Map.of("letterOutcome", "stop"))
                .ended()
                .passes("not-sent");
    }

    @Test
    void aLetterThatNoLongerSaysWhatTheRegisterSaysIsWrittenAnew() {
        ordered(FREE)
                .completes("post-letter", Map.of("letterOutcome", "anew"))
                .did("proposeLetters", "proposeLetters")
                .takes("write-it-anew")
                .waitsOnlyAt("post-letter")
                .completes("post-letter", Map.of("letterOutcome", "sent", "letterSent", true))
                .ended();
    }

    @Test
    void whereverItWaitsALetterIsWithdrawnWhenWhatItRestsOnFallsAway() {
        Map<String, Object> why = Map.of("because", "8 September is now I, illness");
        ordered(FREE)
                .signal("letter-withdrawn", why)
                .tookBack("post-letter", "8 September is now I, illness")
                .did("withdrawLetters")
                .passes("letters-withdrawn")
                .ended();
        ordered(HELD)
                .signal("letter-withdrawn", why)
                .tookBack("check-hold", "8 September is now I, illness")
                .ended();
        ordered(HELD)
                .completes("check-hold", Map.of("holdDecision", "wait", "letterWaitsUntil", A_DAY))
                .signal("letter-withdrawn", why)
                .ended();
    }

    private static Run ordered(Map<String, Object> proposed) {
        return Models.engine().step("proposeLetters", proposed).start("family-letter", Map.of("letter", "soft-letter"));
    }
}
