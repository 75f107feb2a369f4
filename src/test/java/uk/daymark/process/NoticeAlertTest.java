package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

@Covers("notice-alert")
class NoticeAlertTest {

    @Test
    void anOfficerLooksAtWhatDoesNotFit() {
        Run run = Models.engine().start("notice-alert", Map.of("sentence", "It was paid in time."));
        run.assertWaitsOnlyAt("look-into-notice");
        assertThat(run.task("look-into-notice").group()).isEqualTo("officer");
        run.completes("look-into-notice").assertEnded();
    }
}
