package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The parents of a suspended pupil who was seen in public are asked first; then somebody decides whether to refer it. */
@Covers("public-place-notice")
class PublicPlaceNoticeTest {

    private static final Instant UNTIL = Instant.parse("2025-10-14T00:00:00Z");
    private static final Map<String, Object> COUNTS = Map.of("sighting", "counts");
    private static final Map<String, Object> POSTED = Map.of("letterOutcome", "sent", "letterSent", true);

    private static Run seen(Map<String, Object> first, Map<String, Object> then) {
        return Models.engine()
                .step("checkSighting", first, then)
                .step("setExplanationDate", Map.of("explanationUntil", UNTIL))
                .step("proposeLetters", Map.of("letterHeld", false, "letterSent", false))
                .start("public-place-notice", Map.of());
    }

    private static Run asked() {
        return seen(COUNTS, COUNTS).completes("post-letter", POSTED);
    }

    @Test
    void theParentsAreAskedByLetterAndTheLeadDecidesWithTheirAnswer() {
        Run run = asked().assertWaitsOnlyAt("record-explanation")
                .assertTimerIsDue("no-explanation", UNTIL)
                .completes("record-explanation", Map.of("explanation", "not-justified"))
                .assertWaitsOnlyAt("decide-public-place")
                .completes("decide-public-place", Map.of("sightingStep", "refer"))
                .assertDid("checkSighting", "setExplanationDate", "referPublicPlace")
                .assertEnded()
                .assertPassed("referred")
                .assertDidNotPass("not-referred", "complete-sighting");
        assertThat(run.task("decide-public-place").group()).isEqualTo("lead");
    }

    @Test
    void noAnswerInTimeIsNoReasonToWaitLonger() {
        asked().timerFires("no-explanation")
                .assertWaitsOnlyAt("decide-public-place")
                .completes("decide-public-place", Map.of("sightingStep", "no-referral"))
                .assertDidNot("referPublicPlace")
                .assertEnded()
                .assertPassed("not-referred");
    }

    @Test
    void whereNoLetterCouldGoTheLeadDecidesKnowingThat() {
        seen(COUNTS, COUNTS)
                .completes("post-letter", Map.of("letterOutcome", "stop"))
                .assertTook("not-posted")
                .assertWaitsOnlyAt("decide-public-place");
    }

    @Test
    void aSightingOnAnyOtherDayLeadsToNothing() {
        seen(Map.of("sighting", "no-duty"), COUNTS)
                .assertEnded()
                .assertPassed("nothing-broken")
                .assertDidNotPass("ask-explanation", "decide-public-place");
    }

    @Test
    void whatIsMissingIsPutOnFileFirst() {
        seen(Map.of("sighting", "incomplete"), COUNTS)
                .assertWaitsOnlyAt("complete-sighting")
                .completes("complete-sighting", Map.of("sightingStep", "check-again"))
                .assertDid("checkSighting", "checkSighting")
                .assertWaitsAt("ask-explanation");
        seen(Map.of("sighting", "incomplete"), COUNTS)
                .completes("complete-sighting", Map.of("sightingStep", "stop"))
                .assertEnded()
                .assertPassed("not-pursued")
                .assertDidNotPass("ask-explanation");
    }

    @Test
    void aSightingThatCountsNoLongerIsWithdrawnWhereverItStands() {
        asked().signal("sighting-withdrawn", Map.of("because", "the suspension began a day later"))
                .assertTookBack("record-explanation", "the suspension began a day later")
                .assertPassed("withdrawn")
                .assertEnded();
    }
}
