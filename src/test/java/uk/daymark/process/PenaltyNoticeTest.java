package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A notice is issued by a person, its time runs from service, and what is not paid is prosecuted or withdrawn by a person. */
@Covers("penalty-notice")
class PenaltyNoticeTest {

    private static final Instant DAY_22 = Instant.parse("2025-11-26T06:00:00Z");
    private static final Instant DAY_29 = Instant.parse("2025-12-03T06:00:00Z");
    private static final Map<String, Object> FREE = Map.of("letterHeld", false, "letterSent", false);
    private static final Map<String, Object> ISSUE =
            Map.of("decision", "issue", "postLater", false, "letter", "penalty-notice");
    private static final Map<String, Object> POSTED =
            Map.of("letterOutcome", "sent", "letterSent", true, "postedOn", Instant.parse("2025-11-03T00:00:00Z"));
    private static final Map<String, Object> FIRST_RATE =
            Map.of("lowerAmountRuns", true, "lowerAmountEnds", DAY_22, "timeToPayEnds", DAY_29);
    private static final Map<String, Object> SECOND_RATE = Map.of("lowerAmountRuns", false, "timeToPayEnds", DAY_29);

    private final Models models = Models.engine()
            .step("seeNotice", Map.of("reopened", false))
            .step("writeAuthorityLetter", FREE)
            .step("openCourtFile", Map.of("courtOutcome", "not-begun", "outOfTime", false, "panel", true))
            .step(
                    "setCourtClocks",
                    Map.of(
                            "courtLittleTimeAt",
                            Instant.parse("2026-02-20T00:00:00Z"),
                            "courtLimitPassedAt",
                            Instant.parse("2026-03-09T00:00:00Z"),
                            "outOfTime",
                            false))
            .step("startPaymentClock", FIRST_RATE);

    private Run started() {
        return models.start("penalty-notice", Map.of()).assertWaitsOnlyAt("authorise-notice");
    }

    private Run posted() {
        return started().completes("authorise-notice", ISSUE).completes("post-authority-letter", POSTED);
    }

    private Run unpaid() {
        models.step("lookAtNoticeMoney", Map.of("money", "unpaid"));
        return posted().timerFires("lower-amount-ends")
                .timerFires("time-to-pay-ends")
                .assertWaitsOnlyAt("decide-unpaid");
    }

    @Test
    void paidAtTheLowerAmountItEndsAndTheSchoolIsTold() {
        models.step("lookAtNoticeMoney", Map.of("money", "paid"))
                .step("tellNoticePaid", Map.of("noticeOutcome", "paid"));
        Run run = posted().assertWaitsOnlyAt("wait-at-lower-amount", "paid-early", "lower-amount-ends")
                .assertTimerIsDue("lower-amount-ends", DAY_22)
                .signal("notice-paid", Map.of());
        run.assertEnded().assertDid("checkNotice", "startPaymentClock", "lookAtNoticeMoney", "tellNoticePaid");
        run.assertDidNotPass("decide-unpaid", "note-lower-amount-over");
        assertThat(run.variable("noticeOutcome")).isEqualTo("paid");
    }

    @Test
    void paidAtTheFullAmountBeforeTheLastDayIsOverItEnds() {
        models.step("lookAtNoticeMoney", Map.of("money", "paid"));
        posted().timerFires("lower-amount-ends")
                .assertDid("noteLowerAmountOver")
                .assertWaitsOnlyAt("wait-at-full-amount", "paid-in-time", "time-to-pay-ends")
                .assertTimerIsDue("time-to-pay-ends", DAY_29)
                .signal("notice-paid", Map.of())
                .assertEnded()
                .assertPassed("paid")
                .assertDidNotPass("decide-unpaid");
    }

    @Test
    void aNoticeWithoutALowerAmountWaitsForTheFullOneAtOnce() {
        models.step("startPaymentClock", SECOND_RATE).step("lookAtNoticeMoney", Map.of("money", "paid"));
        posted().assertTook("full-amount-only")
                .signal("notice-paid", Map.of())
                .assertEnded()
                .assertDidNotPass("wait-at-lower-amount");
    }

    @Test
    void moneyThatIsTakenOffAgainLeavesTheTimeRunning() {
        models.step("lookAtNoticeMoney", Map.of("money", "open"));
        posted().signal("notice-paid", Map.of())
                .assertTook("still-time")
                .assertDid("startPaymentClock", "startPaymentClock")
                .assertWaitsAt("wait-at-lower-amount");
    }

    private Run atCourt() {
        return unpaid().completes("decide-unpaid", Map.of("decision", "prosecute", "tier", "single-justice"))
                .assertDid("tellNoticeProsecuted", "openCourtFile")
                .assertDidNot("askForWithdrawal")
                .assertWaitsAt("consider-supervision-order");
    }

    private Run decidedByTheCourt(String outcome) {
        return atCourt()
                .completes("consider-supervision-order", Map.of("courtStep", "prosecute"))
                .completes("sign-certificate", Map.of("courtStep", "signed"))
                .completes("gather-evidence", Map.of("courtStep", "complete"))
                .completes("authorise-prosecution", Map.of("courtStep", "prosecute"))
                .completes("begin-proceedings", Map.of("courtStep", "begun"))
                .completes("record-result", Map.of("courtStep", "final", "courtOutcome", outcome));
    }

    @Test
    void unpaidAfterTheLastDayAPersonProsecutesAndItEndsWithTheVerdict() {
        models.step("noteNoticeProsecuted", Map.of("noticeOutcome", "prosecuted"));
        assertThat(unpaid().task("decide-unpaid").group()).isEqualTo("officer");
        Run convicted = decidedByTheCourt("convicted");
        convicted.assertTook("was-convicted").assertEnded().assertPassed("prosecuted");
        assertThat(convicted.variable("noticeOutcome")).isEqualTo("prosecuted");
        decidedByTheCourt("acquitted").assertTook("was-acquitted").assertEnded().assertPassed("prosecuted");
    }

    @Test
    void whereNoCourtDecidesAPersonProsecutesOrWithdrawsOnceMore() {
        atCourt()
                .completes("consider-supervision-order", Map.of("courtStep", "stop"))
                .assertTook("no-verdict")
                .assertWaitsOnlyAt("decide-unpaid")
                .assertDidNotPass("prosecuted");
        atCourt()
                .completes(
                        "consider-supervision-order",
                        Map.of("courtStep", "order-instead", "courtOutcome", "supervision-order"))
                .assertWaitsOnlyAt("decide-unpaid");
        decidedByTheCourt("withdrawn").assertDid("noteNoticeBackFromCourt").assertWaitsOnlyAt("decide-unpaid");
    }

    @Test
    void aNoticeThatWasWithdrawnWhileItWasAtCourtEndsWhenTheCourtIsDone() {
        Run run = atCourt();
        models.step("lookAtNoticeMoney", Map.of("money", "withdrawn"));
        run.completes("consider-supervision-order", Map.of("courtStep", "stop"))
                .assertTook("withdrawn-meanwhile")
                .assertDid("noteNoticeWithdrawn")
                .assertEnded()
                .assertPassed("withdrawn-at-court");
    }

    @Test
    void unpaidAndWithdrawnItEndsWhenTheWithdrawalIsInTheLedger() {
        models.step("noteNoticeWithdrawn", Map.of("noticeOutcome", "withdrawn"));
        Run run = unpaid().completes("decide-unpaid", Map.of("decision", "withdraw"))
                .assertDid("askForWithdrawal")
                .assertWaitsOnlyAt("withdrawal-was-refused")
                .signal("notice-withdrawn", Map.of());
        run.assertEnded().assertDidNot("tellNoticeProsecuted");
        assertThat(run.variable("noticeOutcome")).isEqualTo("withdrawn");
    }

    @Test
    void aWithdrawalThatIsRefusedLeadsBackToTheSameDecision() {
        unpaid().completes("decide-unpaid", Map.of("decision", "withdraw"))
                .signal("withdrawal-refused", Map.of())
                .assertWaitsOnlyAt("decide-unpaid")
                .assertDidNotPass("withdrawn");
    }

    @Test
    void moneyThatIsEnteredLaterIsLookedAtAgainBeforeAnybodyDecides() {
        Run run = unpaid();
        models.step("lookAtNoticeMoney", Map.of("money", "paid"));
        run.signal("payment-changed", Map.of("because", "80 was entered, received on the last day"))
                .assertTookBack("decide-unpaid", "80 was entered, received on the last day")
                .assertEnded()
                .assertPassed("paid");
    }

    @Test
    void whatIsNotIssuedGoesBackToWhoDecidesForTheParent() {
        Run run = started()
                .completes("authorise-notice", Map.of("decision", "do-not-issue", "noticeOutcome", "not-issued"));
        run.assertEnded().assertPassed("not-issued").assertDidNot("writeAuthorityLetter", "startPaymentClock");
        assertThat(run.variable("noticeOutcome")).isEqualTo("not-issued");
    }

    @Test
    void whatIsPutOffIsCheckedAgainOnItsDay() {
        started()
                .completes("authorise-notice", Map.of("decision", "wait", "lookAgainOn", DAY_22))
                .assertWaitsOnlyAt("look-again-day")
                .assertTimerIsDue("look-again-day", DAY_22)
                .timerFires("look-again-day")
                .assertDid("checkNotice", "checkNotice")
                .assertWaitsOnlyAt("authorise-notice");
    }

    @Test
    void aNoticeForALaterDayIsPostedOnThatDay() {
        started()
                .completes(
                        "authorise-notice",
                        Map.of("decision", "issue", "postLater", true, "postFrom", DAY_22, "letter", "penalty-notice"))
                .assertWaitsOnlyAt("posting-day")
                .assertTimerIsDue("posting-day", DAY_22)
                .timerFires("posting-day")
                .assertWaitsAt("post-authority-letter");
    }

    @Test
    void aNoticeThatWasNotPostedStaysWithTheOfficerAndItsTimeDoesNotBegin() {
        Run run = started()
                .completes("authorise-notice", ISSUE)
                .completes("post-authority-letter", Map.of("letterOutcome", "stop"))
                .assertWaitsOnlyAt("settle-unposted")
                .assertDidNot("startPaymentClock");
        assertThat(run.task("settle-unposted").group()).isEqualTo("officer");
        run.completes("settle-unposted")
                .completes("post-authority-letter", POSTED)
                .assertWaitsAt("wait-at-lower-amount");
    }

    @Test
    void wheneverItIsWithdrawnEverythingElseIsTakenBack() {
        Map<String, Object> why = Map.of("because", "the notice was withdrawn");
        started()
                .completes("authorise-notice", ISSUE)
                .signal("notice-withdrawn", why)
                .assertTookBack("post-authority-letter", "the notice was withdrawn")
                .assertPassed("withdrawn")
                .assertEnded();
        posted().signal("notice-withdrawn", why).assertEnded().assertDidNotPass("look-at-money");
        unpaid().signal("notice-withdrawn", why)
                .assertTookBack("decide-unpaid", "the notice was withdrawn")
                .assertEnded();
    }

    @Test
    void aPaymentThatIsStruckOutOpensTheWaitAgainAndTheEndOfItsProsecutionIsFollowed() {
        models.step("seeNotice", Map.of("reopened", true)).step("lookAtNoticeMoney", Map.of("money", "unpaid"));
        models.start("penalty-notice", Map.of())
                .assertTook("issued-before")
                .assertWaitsAt("wait-at-lower-amount")
                .assertDidNotPass("authorise-notice", "post-notice")
                .timerFires("lower-amount-ends")
                .timerFires("time-to-pay-ends")
                .completes("decide-unpaid", Map.of("decision", "prosecute", "tier", "open-court"))
                .assertDid("tellNoticeProsecuted")
                .completes("consider-supervision-order", Map.of("courtStep", "stop"))
                .assertWaitsOnlyAt("decide-unpaid");
    }
}
