package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who decided looks again when a mark relied on was amended. */
@Covers("decision-review")
class DecisionReviewTest {

    private final Models models = Models.engine();

    @Test
    void aDecisionThatStandsIsLeftAlone() {
        models.start("decision-review", Map.of("decidedAt", "school"))
                .assertWaitsOnlyAt("review-decision")
                .completes("review-decision", Map.of("review", "stands"))
                .assertEnded()
                .assertTook("it-stands")
                .assertDidNotTake("must-change")
                .assertDidNotPass("decide-afresh");
    }

    @Test
    void aDecisionThatMustChangeIsPutAgain() {
        models.start("decision-review", Map.of("decidedAt", "school"))
                .completes("review-decision", Map.of("review", "must-change"))
                .assertEnded()
                .assertTook("must-change")
                .assertDidNotTake("it-stands")
                .assertPassed("decide-afresh");
    }

    @Test
    void whatTheAuthorityDecidedLiesWithTheAuthority() {
        Run officer = models.start("decision-review", Map.of("decidedAt", "officer"))
                .assertWaitsOnlyAt("review-by-officer")
                .assertDidNotPass("review-decision");
        assertThat(officer.task("review-by-officer").group()).isEqualTo("officer");
        officer.completes("review-by-officer", Map.of("review", "stands")).assertEnded();
        Run panel =
                models.start("decision-review", Map.of("decidedAt", "panel")).assertWaitsOnlyAt("review-by-panel");
        assertThat(panel.task("review-by-panel").group()).isEqualTo("panel");
        panel.completes("review-by-panel", Map.of("review", "must-change"))
                .assertEnded()
                .assertPassed("decide-afresh");
    }
}
