package uk.daymark.process;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who decided looks again when a mark relied on was amended. */
@Covers("decision-review")
class DecisionReviewTest {

    private final Models models = Models.engine();

    @Test
    void aDecisionThatStandsIsLeftAlone() {
        models.start("decision-review", Map.of())
                .assertWaitsOnlyAt("review-decision")
                .completes("review-decision", Map.of("review", "stands"))
                .assertEnded()
                .assertTook("it-stands")
                .assertDidNotTake("must-change")
                .assertDidNotPass("decide-afresh");
    }

    @Test
    void aDecisionThatMustChangeIsPutAgain() {
        models.start("decision-review", Map.of())
                .completes("review-decision", Map.of("review", "must-change"))
                .assertEnded()
                .assertTook("must-change")
                .assertDidNotTake("it-stands")
                .assertPassed("decide-afresh");
    }
}
