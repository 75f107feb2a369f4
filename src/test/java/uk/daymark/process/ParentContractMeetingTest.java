package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parents are invited with notice; a contract is agreed with them or not at all. */
@Covers("parent-contract-meeting")
class ParentContractMeetingTest {

    private static final Instant REVIEW = Instant.parse("2025-12-01T06:00:00Z");

    private final Models models = Post.letters(Models.engine()).step("setContractReview", Map.of("reviewOn", REVIEW));

    private Run invited() {
        return Post.posted(models.start("parent-contract-meeting", Map.of())
                        .assertWaitsOnlyAt("plan-meeting")
                        .completes("plan-meeting"))
                .assertWaitsOnlyAt("hold-meeting");
    }

    @Test
    void aContractThatBothSignedIsReviewedOnItsDay() {
        invited()
                .completes("hold-meeting", Map.of("meeting", "held"))
                .assertWaitsOnlyAt("agree-contract")
                .completes("agree-contract", Map.of("signedByBoth", true))
                .assertTimerIsDue("review-due", REVIEW)
                .timerFires("review-due")
                .completes("review-contract", Map.of("meetingOutcome", "kept"))
                .assertEnded()
                .assertDidNotPass("send-targets");
    }

    @Test
    void withoutBothSignaturesTargetsAreSentInstead() {
        Run run = invited()
                .completes("hold-meeting", Map.of("meeting", "held"))
                .completes("agree-contract", Map.of("signedByBoth", false))
                .completes("set-targets");
        Post.posted(run)
                .assertEnded()
                .assertTook("not-signed", "they-came")
                .assertDidNotPass("set-contract-review", "review-contract", "send-targets");
        assertThat(run.task("post-letter").variables().get("letter"))
                .as("a letter that knows of the meeting")
                .isEqualTo("targets-without-contract");
    }

    @Test
    void whereNobodyComesThereIsAnotherInvitationAndThenALetterWithTargetsNeverAContract() {
        Run run = invited()
                .completes("hold-meeting", Map.of("meeting", "nobody-came", "attemptLeft", true, "offerAgain", false));
        Post.posted(run.completes("plan-meeting"))
                .assertWaitsOnlyAt("hold-meeting")
                .completes("hold-meeting", Map.of("meeting", "nobody-came", "attemptLeft", false, "offerAgain", false))
                .completes("set-targets");
        Post.posted(run)
                .assertEnded()
                .assertTook("no-more-attempts", "they-did-not-come")
                .assertDidNotPass("agree-contract");
        assertThat(run.task("post-letter").variables().get("letter")).isEqualTo("failed-to-attend-targets");
    }

    @Test
    void whereThePolicySetsTargetsAfterEachMissedMeetingTheNextIsOfferedAfterThem() {
        Run run = invited()
                .completes("hold-meeting", Map.of("meeting", "nobody-came", "attemptLeft", false, "offerAgain", true))
                .completes("set-targets");
        Post.posted(run).assertWaitsOnlyAt("plan-meeting").assertTook("offered-again");
        Post.posted(run.completes("plan-meeting"))
                .completes("hold-meeting", Map.of("meeting", "nobody-came", "attemptLeft", false, "offerAgain", false))
                .completes("set-targets");
        Post.posted(run).assertEnded().assertTook("no-other-meeting").assertDidNotPass("agree-contract");
    }

    @Test
    void aMeetingThatIsPutOffIsInvitedToAnew() {
        Run run = invited().completes("hold-meeting", Map.of("meeting", "put-off"));
        Post.posted(run.assertWaitsOnlyAt("plan-meeting").completes("plan-meeting"))
                .assertWaitsOnlyAt("hold-meeting")
                .assertTook("put-off");
    }
}
