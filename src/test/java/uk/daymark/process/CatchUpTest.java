package uk.daymark.process;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where attendance falls fast the steps are taken side by side. */
@Covers("catch-up")
class CatchUpTest {

    private final Models models = Post.letters(Models.engine());

    @Test
    void theReasonsComeFirstAndThenLetterHelpAndMeetingSideBySide() {
        Run run = models.start("catch-up", Map.of("letter", "attendance-concern"))
                .assertWaitsOnlyAt("skip-steps")
                .assertDidNotPass("side-by-side", "write-at-once", "offer-help-at-once", "meet-at-once")
                .completes("skip-steps");
        run.assertWaitsAt("early-help-check").completes("early-help-check", Map.of("askAgain", false));
        Post.posted(run)
                .assertNotEnded()
                .assertTook("letter-done", "help-done")
                .assertDidNotTake("meeting-done")
                .assertDidNotPass("caught-up-end");
        Post.posted(run.completes("plan-meeting"))
                .completes("hold-meeting", Map.of("meeting", "held"))
                .completes("agree-contract", Map.of("signedByBoth", false))
                .completes("set-targets");
        Post.posted(run)
                .assertEnded()
                .assertTook("letter-done", "help-done", "meeting-done", "all-steps-done", "not-signed")
                .assertDidNotTake("signed", "nobody-came");
    }
}
