package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

@Covers("notice-refund")
class NoticeRefundTest {

    @Test
    void anOfficerPaysBackInPartsUntilNothingIsOwed() {
        Run run =
                Models.engine().start("notice-refund", "N-2025-0001", Map.of()).assertWaitsOnlyAt("refund-money");
        assertThat(run.task("refund-money").group()).isEqualTo("officer");
        run.completes("refund-money", Map.of("refundOwed", true))
                .assertTook("more-owed")
                .assertWaitsOnlyAt("refund-money")
                .completes("refund-money", Map.of("refundOwed", false))
                .assertTook("nothing-owed")
                .assertEnded();
    }
}
