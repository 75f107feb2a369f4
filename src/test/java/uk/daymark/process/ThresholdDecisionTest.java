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
                .waitsOnlyAt("must-consider")
                .passes("support-first")
                .doesNotPass("establish-reasons");
        org.assertj.core.api.Assertions.assertThat(run.variable("advice")).isEqualTo("support-first");
    }

    @Test
    void eachDecisionHasItsOwnEnd() {
        considered()
                .completes("must-consider", Map.of("decision", "refer-to-authority"))
                .ended()
                .passes("refer-case", "referred");
        considered()
                .completes("must-consider", Map.of("decision", "notice-to-improve"))
                .ended()
                .passes("plan-notice-to-improve", "notice-to-improve")
                .doesNotPass("refer-case");
        considered()
                .completes("must-consider", Map.of("decision", "continue-support"))
                .ended()
                .passes("support-continues")
                .doesNotPass("refer-case");
        considered()
                .completes("must-consider", Map.of("decision", "no-action"))
                .ended()
                .passes("no-action")
                .doesNotPass("refer-case");
    }

    @Test
    void aProvisionalCountGoesToTheLeadUntilItIsFirm() {
        models.step("measureThreshold", measured(false), measured(true))
                .start("threshold-decision", Map.of())
                .waitsOnlyAt("establish-reasons")
                .signal("threshold-changed", Map.of("because", "the count is firm"))
                .waitsOnlyAt("must-consider")
                .tookBack("establish-reasons", "the count is firm");
    }

    @Test
    void whereCodesWaitForTheRegisterInPlaceOfReasonsTheLeadIsToldAnew() {
        models.step("measureThreshold", measured(false), measured(false), measured(true))
                .start("threshold-decision", Map.of())
                .waitsOnlyAt("establish-reasons")
                .signal("threshold-changed", Map.of("because", "the count has changed"))
                .tookBack("establish-reasons", "the count has changed")
                .waitsOnlyAt("establish-reasons")
                .signal("threshold-changed", Map.of())
                .waitsOnlyAt("must-consider");
    }

    @Test
    void reasonsThatWereAskedForDoNotMakeTheCountFirmByThemselves() {
        models.step("measureThreshold", measured(false), measured(true))
                .start("threshold-decision", Map.of())
                .completes("establish-reasons")
                .waitsOnlyAt("wait-for-firm")
                .doesNotPass("must-consider")
                .signal("threshold-changed", Map.of())
                .waitsOnlyAt("must-consider");
    }

    @Test
    void aThresholdThatIsNoLongerMetTakesTheTaskBackAndSaysWhy() {
        considered()
                .signal("threshold-lapsed", Map.of("because", "amended: 14 November afternoon is now I, illness"))
                .ended()
                .tookBack("must-consider", "amended: 14 November afternoon is now I, illness")
                .passes("withdrawn")
                .doesNotPass("refer-case", "no-action");
    }
}
