package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Withdrawal is decided by a person; the parent has it in writing, and whoever asked in vain is told. */
@Covers("notice-withdrawal")
class NoticeWithdrawalTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Instant NOW = Instant.parse("2025-12-31T09:00:00Z");
    private static final Map<String, Object> FREE = Map.of("letterHeld", false, "letterSent", false);
    private static final Map<String, Object> POSTED =
            Map.of("letterOutcome", "sent", "letterSent", true, "postedOn", Instant.parse("2025-11-03T00:00:00Z"));
    private static final Map<String, Object> STOP = Map.of("letterOutcome", "stop");

    private final Models models = Models.engine().step("writeAuthorityLetter", FREE);

    private Run asked(boolean decided, boolean panel) {
        String key = "W-" + NUMBER.incrementAndGet();
        return models.step(
                        "readWithdrawalRequest",
                        Map.of("decided", decided, "panel", panel, "parentKey", key, "recordedAt", NOW))
                .start("notice-withdrawal", key, Map.of());
    }

    private Run granted() {
        return asked(false, false).completes("look-at-request").completes("decide-withdrawal", Map.of("granted", true));
    }

    @Test
    void thePanelDecidesWhereThereIsOne() {
        models.step("withdrawNotice", Map.of("dropped", false, "wasPosted", true, "letter", "notice-withdrawn"));
        Run run = asked(false, true).assertWaitsOnlyAt("look-at-request");
        assertThat(run.task("look-at-request").group()).isEqualTo("officer");
        run.completes("look-at-request").assertWaitsOnlyAt("decide-withdrawal-at-panel");
        assertThat(run.task("decide-withdrawal-at-panel").group()).isEqualTo("panel");
        run.completes("decide-withdrawal-at-panel", Map.of("granted", true))
                .assertDid("withdrawNotice")
                .completes("post-authority-letter", POSTED)
                .assertDid("tellNoticeWithdrawn")
                .assertEnded()
                .assertPassed("withdrawn")
                .assertDidNotPass("decide-withdrawal", "record-refusal");
    }

    @Test
    void aNoticeThatNeverWentOutIsWithdrawnWithoutALetter() {
        models.step("withdrawNotice", Map.of("dropped", false, "wasPosted", false));
        granted().assertEnded().assertTook("never-posted").assertDidNot("writeAuthorityLetter");
    }

    @Test
    void aLetterOfWithdrawalThatWasNotPostedStaysWithTheOfficer() {
        models.step("withdrawNotice", Map.of("dropped", false, "wasPosted", true, "letter", "notice-withdrawn"));
        granted()
                .completes("post-authority-letter", STOP)
                .assertWaitsOnlyAt("settle-unsent")
                .completes("settle-unsent")
                .completes("post-authority-letter", POSTED)
                .assertEnded();
    }

    @Test
    void whatAnOfficerDecidedWhereThereIsNoPanelIsNotAskedAgain() {
        models.step("withdrawNotice", Map.of("dropped", false, "wasPosted", false));
        asked(true, false)
                .assertWaitsOnlyAt("decision-recorded")
                .assertTimerIsDue("decision-recorded", NOW)
                .timerFires("decision-recorded")
                .assertEnded()
                .assertTook("officer-has-decided", "carry-out")
                .assertDid("withdrawNotice")
                .assertDidNotPass("look-at-request");
    }

    @Test
    void whatWasPaidBeforeItCouldBeWithdrawnStays() {
        models.step("withdrawNotice", Map.of("dropped", true));
        asked(true, false)
                .timerFires("decision-recorded")
                .assertEnded()
                .assertPassed("not-withdrawn")
                .assertDidNot("tellNoticeWithdrawn", "writeAuthorityLetter");
    }

    @Test
    void aRefusalLeavesTheNoticeAsItIs() {
        models.step("refuseWithdrawal", Map.of("tellParent", false));
        asked(false, false)
                .completes("look-at-request")
                .completes("decide-withdrawal", Map.of("granted", false))
                .assertDid("refuseWithdrawal")
                .assertEnded()
                .assertPassed("stays")
                .assertDidNot("withdrawNotice", "writeAuthorityLetter");
    }

    @Test
    void aParentWhoAskedIsToldOfTheRefusalInWriting() {
        models.step("refuseWithdrawal", Map.of("tellParent", true, "letter", "withdrawal-refused"));
        asked(false, true)
                .completes("look-at-request")
                .completes("decide-withdrawal-at-panel", Map.of("granted", false))
                .completes("post-authority-letter", STOP)
                .assertWaitsOnlyAt("settle-unsent-refusal")
                .completes("settle-unsent-refusal")
                .completes("post-authority-letter", POSTED)
                .assertEnded()
                .assertPassed("refusal-told")
                .assertDidNot("withdrawNotice");
    }
}
