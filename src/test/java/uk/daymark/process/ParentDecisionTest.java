package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** For each parent a person decides, with what a rule proposes; where a tool settles nothing, a person decides again. */
@Covers("parent-decision")
class ParentDecisionTest {

    private static final Map<String, Object> POSTED =
            Map.of("letterOutcome", "sent", "letterSent", true, "postedOn", Instant.parse("2025-11-03T00:00:00Z"));

    private static Map<String, Object> weighed(boolean panel) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "limitPassed",
                false,
                "held",
                false,
                "enough",
                true,
                "route",
                "irregular",
                "longLeave",
                false,
                "ladder",
                "steps",
                "prosecuted",
                false,
                "improvement",
                "possible",
                "room",
                "first",
                "panel",
                panel));
        facts.put("noticed", false);
        return facts;
    }

    private final Models models = Models.engine()
            .step("writeAuthorityLetter", Map.of("letterHeld", false, "letterSent", false))
            .step("gatherNoticeFacts", Map.of("issuer", "authority"))
            .step("beginImprovement", Map.of("improvementEndsAt", Instant.parse("2025-12-13T06:00:00Z")))
            .step("measureImprovement", Map.of("tooMany", true, "maybeTooMany", true))
            .step("seeNotice", Map.of("reopened", false))
            .step(
                    "startPaymentClock",
                    Map.of("lowerAmountRuns", false, "timeToPayEnds", Instant.parse("2025-12-03T06:00:00Z")))
            .step("openCourtFile", Map.of("courtOutcome", "not-begun"))
            .step(
                    "setCourtClocks",
                    Map.of(
                            "courtLittleTimeAt",
                            Instant.parse("2026-02-20T00:00:00Z"),
                            "courtLimitPassedAt",
                            Instant.parse("2026-03-09T00:00:00Z"),
                            "outOfTime",
                            false));

    private Run asked() {
        return models.step("weighParent", weighed(false)).start("parent-decision", Map.of("route", "irregular"));
    }

    private Run decided(String outcome) {
        return asked().completes("decide-by-officer", Map.of("outcome", outcome));
    }

    private static Run askedAgain(Run run) {
        return run.assertDid("weighParent", "weighParent")
                .assertWaitsOnlyAt("decide-by-officer")
                .assertDidNot("endParent");
    }

    @Test
    void aRuleProposesAndAnOfficerDecidesWhereThereIsNoPanel() {
        Run run = asked().assertDid("weighParent")
                .assertFired("sanction-route", "improve-first")
                .assertWaitsOnlyAt("decide-by-officer");
        assertThat(run.task("decide-by-officer").group()).isEqualTo("officer");
        assertThat(run.variable("proposed")).isEqualTo("notice-to-improve");
        run.completes("decide-by-officer", Map.of("outcome", "no-action"))
                .assertEnded()
                .assertDid("endParent")
                .assertPassed("no-action-end")
                .assertDidNotPass("notice-to-improve", "penalty-notice", "prosecution");
    }

    @Test
    void whereThereIsAPanelThePanelDecides() {
        Run run = models.step("weighParent", weighed(true))
                .start("parent-decision", Map.of())
                .assertWaitsOnlyAt("decide-at-panel")
                .assertDidNotPass("decide-by-officer");
        assertThat(run.task("decide-at-panel").group()).isEqualTo("panel");
        run.completes("decide-at-panel", Map.of("outcome", "no-action")).assertEnded();
    }

    @Test
    void aNoticeToImproveThatIsMetSettlesItAndOneThatFailedIsDecidedAboutAgain() {
        decided("notice-to-improve")
                .completes("draft-notice-to-improve", Map.of("noticeGiven", true))
                .completes("post-authority-letter", POSTED)
                .timerFires("time-is-over")
                .completes("judge-improvement", Map.of("improveOutcome", "met"))
                .completes("post-authority-letter", POSTED)
                .assertEnded()
                .assertDid("endParent")
                .assertPassed("improvement-settled")
                .assertDidNotPass("penalty-notice");
        askedAgain(decided("notice-to-improve")
                .completes("draft-notice-to-improve", Map.of("noticeGiven", true))
                .completes("post-authority-letter", POSTED)
                .timerFires("time-is-over")
                .completes("judge-improvement", Map.of("improveOutcome", "failed"))
                .assertTook("not-improved")
                .assertDidNotTake("improvement-not-given"));
    }

    @Test
    void aNoticeToImproveThatNobodyGivesIsDecidedAboutAgain() {
        askedAgain(decided("notice-to-improve")
                .completes("draft-notice-to-improve", Map.of("noticeGiven", false, "improveOutcome", "not-given"))
                .assertTook("improvement-not-given")
                .assertDidNotTake("improved", "not-improved"));
    }

    @Test
    void aPaidNoticeSettlesItAndOneThatIsNotIssuedIsDecidedAboutAgain() {
        models.step("lookAtNoticeMoney", Map.of("money", "paid"))
                .step("tellNoticePaid", Map.of("noticeOutcome", "paid"));
        issued().signal("notice-paid", Map.of())
                .assertEnded()
                .assertDid("endParent")
                .assertPassed("notice-settled-end")
                .assertDidNotPass("prosecution");
        askedAgain(decided("penalty-notice")
                .completes("authorise-notice", Map.of("decision", "do-not-issue", "noticeOutcome", "not-issued"))
                .assertTook("not-issued"));
    }

    private Run issued() {
        return decided("penalty-notice")
                .completes(
                        "authorise-notice", Map.of("decision", "issue", "postLater", false, "letter", "penalty-notice"))
                .completes("post-authority-letter", POSTED);
    }

    @Test
    void anUnpaidNoticeWhoseProsecutionIsNotBegunIsDecidedAboutAsANoticeAndNotAsIfThereWereNone() {
        models.step("lookAtNoticeMoney", Map.of("money", "unpaid"))
                .step("noteNoticeWithdrawn", Map.of("noticeOutcome", "withdrawn"));
        Run run = issued().timerFires("time-to-pay-ends")
                .completes("decide-unpaid", Map.of("decision", "prosecute", "tier", "open-court"))
                .assertWaitsAt("consider-supervision-order")
                .completes("consider-supervision-order", Map.of("courtStep", "stop"))
                .assertWaitsAt("decide-unpaid")
                .assertDidNotPass("record-notice");
        run.completes("decide-unpaid", Map.of("decision", "withdraw"))
                .signal("notice-withdrawn", Map.of())
                .assertEnded()
                .assertPassed("notice-settled-end");
    }

    @Test
    void aNoticeThatIsWithdrawnForItsErrorsLeadsBackToWhoAuthorisesOne() {
        models.step("noteNoticeWithdrawn", Map.of("noticeOutcome", "had-errors"));
        issued().signal("notice-withdrawn", Map.of())
                .assertTook("had-errors")
                .assertWaitsAt("authorise-notice")
                .assertDidNot("endParent")
                .completes("authorise-notice", Map.of("decision", "do-not-issue", "noticeOutcome", "not-issued"))
                .assertWaitsOnlyAt("decide-by-officer");
    }

    @Test
    void aVerdictAboutAnUnpaidNoticeSettlesIt() {
        models.step("lookAtNoticeMoney", Map.of("money", "unpaid"))
                .step("noteNoticeProsecuted", Map.of("noticeOutcome", "prosecuted"));
        issued().timerFires("time-to-pay-ends")
                .completes("decide-unpaid", Map.of("decision", "prosecute", "tier", "single-justice"))
                .completes("consider-supervision-order", Map.of("courtStep", "prosecute"))
                .completes("sign-certificate", Map.of("courtStep", "signed"))
                .completes("gather-evidence", Map.of("courtStep", "complete"))
                .completes("authorise-prosecution-by-officer", Map.of("courtStep", "prosecute"))
                .completes("begin-proceedings", Map.of("courtStep", "begun"))
                .completes("record-result", Map.of("courtStep", "final", "courtOutcome", "convicted"))
                .assertEnded()
                .assertDid("endParent")
                .assertPassed("notice-settled-end");
    }

    @Test
    void aProsecutionThatIsSettledEndsItAndOneThatIsNotBegunIsDecidedAboutAgain() {
        decided("prosecution")
                .completes(
                        "consider-supervision-order",
                        Map.of("courtStep", "order-instead", "courtOutcome", "supervision-order"))
                .assertEnded()
                .assertDid("endParent")
                .assertPassed("court-settled-end");
        askedAgain(decided("prosecution")
                .completes("consider-supervision-order", Map.of("courtStep", "stop"))
                .assertTook("not-begun"));
    }

    @Test
    void aSupervisionOrderThatIsSoughtSettlesItAndOneThatIsNotIsDecidedAboutAgain() {
        Run run = decided("supervision-order").assertWaitsOnlyAt("consider-order");
        assertThat(run.task("consider-order").group()).isEqualTo("officer");
        run.completes("consider-order", Map.of("orderSought", true))
                .assertEnded()
                .assertDid("endParent")
                .assertPassed("order-end");
        askedAgain(decided("supervision-order").completes("consider-order", Map.of("orderSought", false)));
    }

    @Test
    void afterAnInvestigationAPersonDecides() {
        Run run = decided("investigate").assertWaitsOnlyAt("investigate-parent");
        assertThat(run.task("investigate-parent").group()).isEqualTo("officer");
        askedAgain(run.completes("investigate-parent"));
    }

    @Test
    void whereverItStandsItStopsWhenItCannotGoOn() {
        Map<String, Object> why = Map.of("because", "The case was closed: moved abroad");
        asked().signal("parent-stopped", why)
                .assertEnded()
                .assertTookBack("decide-by-officer", "The case was closed: moved abroad")
                .assertDid("stopParent")
                .assertPassed("stopped-end");
        decided("penalty-notice")
                .signal("parent-stopped", why)
                .assertEnded()
                .assertTookBack("authorise-notice", "The case was closed: moved abroad")
                .assertDid("stopParent")
                .assertDidNot("endParent");
    }
}
