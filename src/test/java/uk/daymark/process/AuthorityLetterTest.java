package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Covers("authority-letter")
class AuthorityLetterTest {

    private static final Instant A_DAY = Instant.parse("2025-09-29T05:00:00Z");
    private static final Map<String, Object> FREE = Map.of("letterHeld", false, "letterSent", false);
    private static final Map<String, Object> HELD = Map.of("letterHeld", true, "letterSent", false);
    private static final Map<String, Object> POSTED =
            Map.of("letterOutcome", "sent", "letterSent", true, "postedOn", A_DAY);

    @Test
    void theOfficerPostsALetterThatNothingSpeaksAgainst() {
        Run run = ordered(FREE).assertWaitsOnlyAt("post-authority-letter");
        assertThat(run.task("post-authority-letter").group()).isEqualTo("officer");
        run.completes("post-authority-letter", POSTED)
                .assertEnded()
                .assertPassed("letter-posted")
                .assertDidNotPass("check-authority-hold", "letter-not-posted");
        assertThat(run.variable("letterSent")).isEqualTo(true);
        assertThat(run.variable("postedOn")).isEqualTo(A_DAY);
    }

    @Test
    void aHeldLetterGoesOutOnlyWhereTheOfficerSaysSo() {
        Run run = ordered(HELD).assertWaitsOnlyAt("check-authority-hold");
        assertThat(run.task("check-authority-hold").group()).isEqualTo("officer");
        run.completes("check-authority-hold", Map.of("holdDecision", "send"))
                .assertTook("send-all-the-same")
                .completes("post-authority-letter", POSTED)
                .assertEnded();
        Run kept = ordered(HELD).completes("check-authority-hold", Map.of("holdDecision", "stop"));
        kept.assertEnded().assertPassed("letter-kept-back").assertDidNotPass("post-authority-letter");
        assertThat(kept.variable("letterSent")).isEqualTo(false);
    }

    @Test
    void aHeldLetterIsWrittenAnewWhenWhatHeldItHasBeenMended() {
        Models.engine()
                .step("writeAuthorityLetter", HELD, FREE)
                .start("authority-letter", Map.of("letter", "notice-to-improve"))
                .completes("check-authority-hold", Map.of("holdDecision", "anew"))
                .assertTook("write-held-anew")
                .assertDid("writeAuthorityLetter", "writeAuthorityLetter")
                .assertWaitsOnlyAt("post-authority-letter")
                .assertDidNotPass("letter-waits", "letter-kept-back");
    }

    @Test
    void aLetterThatWaitsIsCountedAndWrittenAgainOnItsDay() {
        Models.engine()
                .step("writeAuthorityLetter", HELD, FREE)
                .start("authority-letter", Map.of("letter", "notice-to-improve"))
                .completes("check-authority-hold", Map.of("holdDecision", "wait", "letterWaitsUntil", A_DAY))
                .assertWaitsOnlyAt("letter-waits")
                .assertTimerIsDue("letter-waits", A_DAY)
                .timerFires("letter-waits")
                .assertDid("writeAuthorityLetter", "writeAuthorityLetter")
                .completes("post-authority-letter", Map.of("letterOutcome", "stop"))
                .assertEnded()
                .assertPassed("letter-not-posted")
                .assertDidNotPass("letter-posted");
    }

    @Test
    void aLetterThatNoLongerSaysWhatTheRegisterSaysIsWrittenAnew() {
        ordered(FREE)
                .completes("post-authority-letter", Map.of("letterOutcome", "anew"))
                .assertTook("write-it-anew")
                .assertWaitsOnlyAt("post-authority-letter")
                .completes("post-authority-letter", POSTED)
                .assertEnded();
    }

    @Test
    void whereverItWaitsItIsWithdrawnWhenWhatItRestsOnFallsAway() {
        Map<String, Object> why = Map.of("because", "the notice was paid");
        ordered(FREE)
                .signal("letter-withdrawn", why)
                .assertTookBack("post-authority-letter", "the notice was paid")
                .assertDid("withdrawAuthorityLetter")
                .assertPassed("letter-taken-back")
                .assertEnded();
        ordered(HELD)
                .completes("check-authority-hold", Map.of("holdDecision", "wait", "letterWaitsUntil", A_DAY))
                .signal("letter-withdrawn", why)
                .assertEnded();
    }

    private static Run ordered(Map<String, Object> written) {
        return Models.engine()
                .step("writeAuthorityLetter", written)
                .start("authority-letter", Map.of("letter", "notice-to-improve"));
    }
}
