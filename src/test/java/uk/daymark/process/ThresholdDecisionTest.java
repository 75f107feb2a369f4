package uk.daymark.process;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The head considers a penalty notice, and only on a firm count. */
@Covers("threshold-decision")
class ThresholdDecisionTest {

    private final Models models = Models.engine();

    private static Map<String, Object> measured(boolean firm) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "mitigating", false,
                "holidayOnly", false,
                "helpHeld", false,
                "specialistHeld", false,
                "planUnderReview", false,
                "ehcpNotReviewed", false,
                "supportOffered", false,
                "answer", "none",
                "noticeUsed", true));
        facts.put("condoned", false);
        facts.put("needsOnRecord", false);
        facts.put("noticeSent", false);
        facts.put("firm", firm);
        return facts;
    }

    private Run considered() {
        return models.step("measureThreshold", measured(true)).start("threshold-decision", Map.of());
    }

    @Test
    void onAFirmCountTheHeadIsAskedWithTheAdviceOnSupport() {
        Run run = considered()
                .assertWaitsOnlyAt("must-consider")
                .assertPassed("support-first")
                .assertDidNotPass("establish-reasons");
        org.assertj.core.api.Assertions.assertThat(run.variable("advice")).isEqualTo("support-first");
    }

    @Test
    void eachDecisionHasItsOwnEnd() {
        considered()
                .completes("must-consider", Map.of("decision", "refer-to-authority"))
                .assertEnded()
                .assertPassed("refer-case", "referred")
                .assertDidNotPass("no-action", "support-continues", "plan-notice-to-improve");
        considered()
                .completes("must-consider", Map.of("decision", "notice-to-improve"))
                .assertEnded()
                .assertPassed("plan-notice-to-improve", "notice-to-improve")
                .assertDidNotPass("refer-case");
        considered()
                .completes("must-consider", Map.of("decision", "continue-support"))
                .assertEnded()
                .assertPassed("support-continues")
                .assertDidNotPass("refer-case");
        considered()
                .completes("must-consider", Map.of("decision", "no-action"))
                .assertEnded()
                .assertPassed("no-action")
                .assertDidNotPass("refer-case");
    }

    @Test
    void aProvisionalCountGoesToTheLeadUntilItIsFirm() {
        models.step("measureThreshold", measured(false), measured(true))
                .start("threshold-decision", Map.of())
                .assertWaitsOnlyAt("establish-reasons")
                .signal("threshold-firm", Map.of("because", "the count is firm"))
                .assertWaitsOnlyAt("must-consider")
                .assertTookBack("establish-reasons", "the count is firm");
    }

    @Test
    void whereCodesWaitForTheRegisterInPlaceOfReasonsTheLeadIsToldAnew() {
        models.step("measureThreshold", measured(false), measured(false), measured(true))
                .start("threshold-decision", Map.of())
                .assertWaitsOnlyAt("establish-reasons")
                .signal("threshold-firm", Map.of("because", "the count has changed"))
                .assertTookBack("establish-reasons", "the count has changed")
                .assertWaitsOnlyAt("establish-reasons")
                .signal("threshold-firm", Map.of())
                .assertWaitsOnlyAt("must-consider");
    }

    @Test
    void reasonsThatWereAskedForDoNotMakeTheCountFirmByThemselves() {
        models.step("measureThreshold", measured(false), measured(true))
                .start("threshold-decision", Map.of())
                .completes("establish-reasons")
                .assertWaitsOnlyAt("wait-for-firm")
                .assertDidNotPass("must-consider")
                .signal("threshold-firm", Map.of())
                .assertWaitsOnlyAt("must-consider");
    }

    @Test
    void aThresholdThatIsNoLongerMetTakesTheTaskBackAndSaysWhy() {
        considered()
                .signal("threshold-lapsed", Map.of("because", "amended: 14 November afternoon is now I, illness"))
                .assertEnded()
                .assertTookBack("must-consider", "amended: 14 November afternoon is now I, illness")
                .assertPassed("withdrawn")
                .assertDidNotPass("refer-case", "no-action");
    }
}
