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
                .waitsOnlyAt("skip-steps")
                .completes("skip-steps");
        run.waitsAt("early-help-check").completes("early-help-check", Map.of("askAgain", false));
        Post.posted(run).notEnded();
        Post.posted(run.completes("plan-meeting"))
                .completes("hold-meeting", Map.of("meeting", "held"))
                .completes("agree-contract", Map.of("signedByBoth", false))
                .completes("set-targets");
        Post.posted(run).ended().takes("letter-done", "help-done", "meeting-done");
    }
}
