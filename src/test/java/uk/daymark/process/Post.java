package uk.daymark.process;

import java.util.Map;

/** Letters on their way in the runs of models that order them. */
final class Post {

    private Post() {}

    /** Models whose letters nothing speaks against. */
    static Models letters(Models models) {
        return models.step("proposeLetters", Map.of("letterHeld", false, "letterSent", false));
    }

    /** The letter that waits is posted. */
    static Run posted(Run run) {
        return run.assertWaitsAt("post-letter")
                .completes("post-letter", Map.of("letterOutcome", "sent", "letterSent", true));
    }
}
