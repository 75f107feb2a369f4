package uk.daymark.process;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Early help is offered, and asked about again where no answer comes. */
@Covers("early-help")
class EarlyHelpTest {

    private static final Instant LATER = Instant.parse("2025-10-06T06:00:00Z");

    private final Models models = Models.engine().step("setAskingAgain", Map.of("askAgainOn", LATER));

    @Test
    void anAnswerEndsIt() {
        models.start("early-help", Map.of())
                .assertWaitsOnlyAt("early-help-check")
                .completes("early-help-check", Map.of("askAgain", false))
                .assertEnded()
                .assertTook("answer-recorded")
                .assertDidNotTake("no-answer-yet")
                .assertDidNotPass("set-asking-again");
    }

    @Test
    void withoutAnAnswerTheFamilyIsAskedOnceMore() {
        models.start("early-help", Map.of())
                .completes("early-help-check", Map.of("askAgain", true))
                .assertTook("no-answer-yet")
                .assertDidNotTake("answer-recorded")
                .assertTimerIsDue("time-to-ask-again", LATER)
                .timerFires("time-to-ask-again")
                .assertWaitsOnlyAt("early-help-check")
                .completes("early-help-check", Map.of("askAgain", false))
                .assertEnded()
                .assertTook("ask-again", "answer-recorded");
    }
}
