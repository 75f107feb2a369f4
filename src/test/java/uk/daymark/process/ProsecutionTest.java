package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A parent is prosecuted step by step, each decided by a person, while the time limit runs beside it. */
@Covers("prosecution")
class ProsecutionTest {

    private static final String ON_PAPERS = "single-justice";
    private static final String IN_COURT = "open-court";
    private static final Instant NEAR = Instant.parse("2026-02-20T00:00:00Z");
    private static final Instant PASSED = Instant.parse("2026-03-09T00:00:00Z");

    private static final Map<String, Object> CLOCKS =
            Map.of("courtLittleTimeAt", NEAR, "courtLimitPassedAt", PASSED, "outOfTime", false, "limitMoved", false);

    private static Models court(boolean panel) {
        return Models.engine()
                .step("openCourtFile", Map.of("courtOutcome", "not-begun", "panel", panel))
                .step("setCourtClocks", CLOCKS)
                .step("writeAuthorityLetter", Map.of("letterHeld", false, "letterSent", false));
    }

    private static Run opened(String tier) {
        return court(true).start("prosecution", Map.of("tier", tier));
    }

    private static Map<String, Object> step(String word) {
        return Map.of("courtStep", word);
    }

    private static Run certifying(String tier) {
        return opened(tier).completes("consider-supervision-order", step("prosecute"));
    }

    private static Run authorising() {
        return certifying(ON_PAPERS)
                .completes("sign-certificate", step("signed"))
                .completes("gather-evidence", step("complete"));
    }

    private static Run begun() {
        return authorising()
                .completes("authorise-prosecution", step("prosecute"))
                .signal("court-begun", Map.of("because", "the charge was issued"))
                .completes("begin-proceedings", step("begun"));
    }

    @Test
    void onPapersEverythingIsThereBeforeItBeginsAndNobodyIsQuestioned() {
        Run run = begun().assertWaitsOnlyAt("record-result")
                .assertPassed("watch-limit", "begun-in-time")
                .assertDidNotPass("choose-caution", "caution-and-question", "set-hearing")
                .completes("record-result", Map.of("courtStep", "final", "courtOutcome", "convicted"))
                .assertDid("openCourtFile", "setCourtClocks", "closeCourtFile")
                .assertEnded()
                .assertPassed("convicted")
                .assertDidNotPass("acquitted", "court-withdrawn");
        assertThat(run.variable("courtOutcome")).isEqualTo("convicted");
        assertThat(run.task("sign-certificate").group()).isEqualTo("head");
        assertThat(run.task("authorise-prosecution").group()).isEqualTo("panel");
    }

    @Test
    void anOrderInsteadOrNoProceedingsEndItBeforeAnythingElse() {
        Run order = opened(ON_PAPERS)
                .completes(
                        "consider-supervision-order",
                        Map.of("courtStep", "order-instead", "courtOutcome", "supervision-order"))
                .assertEnded()
                .assertPassed("supervision-order")
                .assertDidNotPass("sign-certificate");
        assertThat(order.variable("courtOutcome")).isEqualTo("supervision-order");
        Run none = opened(ON_PAPERS)
                .completes("consider-supervision-order", step("stop"))
                .assertEnded()
                .assertPassed("no-proceedings")
                .assertDidNotPass("sign-certificate");
        assertThat(none.variable("courtOutcome")).isEqualTo("not-begun");
    }

    @Test
    void inOpenCourtTheParentIsCautionedBeforeAnyQuestionIsAsked() {
        certifying(IN_COURT)
                .assertWaitsAt("choose-caution", "limit-comes-near")
                .assertDoesNotWaitAt("sign-certificate")
                .completes("choose-caution", Map.of("cautionBy", "interview"))
                .assertWaitsAt("caution-and-question")
                .assertDidNotPass("send-caution-letter")
                .completes("caution-and-question", step("go-on"))
                .assertWaitsAt("sign-certificate");
        certifying(IN_COURT)
                .completes("choose-caution", Map.of("cautionBy", "interview"))
                .completes("caution-and-question", step("stop"))
                .assertEnded()
                .assertPassed("no-case-to-answer")
                .assertDidNotPass("sign-certificate");
    }

    @Test
    void theCautionMayGoByLetter() {
        certifying(IN_COURT)
                .completes("choose-caution", Map.of("cautionBy", "letter"))
                .assertWaitsAt("send-caution-letter", "post-authority-letter")
                .assertDoesNotWaitAt("caution-and-question")
                .completes(
                        "post-authority-letter", Map.of("letterOutcome", "sent", "letterSent", true, "postedOn", NEAR))
                .assertWaitsAt("caution-and-question");
    }

    @Test
    void aCautionThatWasNotPostedIsChosenAnew() {
        certifying(IN_COURT)
                .completes("choose-caution", Map.of("cautionBy", "letter"))
                .completes("post-authority-letter", Map.of("letterOutcome", "not-sent", "letterSent", false))
                .assertWaitsAt("choose-caution")
                .assertDidNotPass("caution-and-question");
    }

    @Test
    void aHeadWhoCannotSignIsAskedAgainOnlyWhenItIsSettled() {
        certifying(ON_PAPERS)
                .completes("sign-certificate", step("cannot-sign"))
                .assertWaitsAt("settle-certificate")
                .assertDidNotPass("gather-evidence")
                .completes("settle-certificate", step("ask-again"))
                .assertWaitsAt("sign-certificate")
                .completes("sign-certificate", step("cannot-sign"))
                .completes("settle-certificate", step("stop"))
                .assertEnded()
                .assertPassed("no-certificate")
                .assertDidNotPass("gather-evidence");
    }

    @Test
    void evidenceIsGatheredUntilItSufficesOrIsGivenUp() {
        certifying(ON_PAPERS)
                .completes("sign-certificate", step("signed"))
                .completes("gather-evidence", step("certify-anew"))
                .assertWaitsAt("sign-certificate")
                .completes("sign-certificate", step("signed"))
                .completes("gather-evidence", step("complete"))
                .completes("authorise-prosecution", step("more-evidence"))
                .assertWaitsAt("gather-evidence")
                .completes("gather-evidence", step("stop"))
                .assertEnded()
                .assertPassed("no-evidence")
                .assertDidNotPass("begin-proceedings");
    }

    @Test
    void whoAuthorisesMaySayNoAndThenNothingBegins() {
        Run run = authorising()
                .completes("authorise-prosecution", Map.of("courtStep", "withdraw", "courtOutcome", "withdrawn"))
                .assertEnded()
                .assertPassed("not-in-the-public-interest")
                .assertDidNotPass("begin-proceedings", "record-result");
        assertThat(run.variable("courtOutcome")).isEqualTo("withdrawn");
    }

    @Test
    void whereThereIsNoPanelAnotherOfficerAuthorises() {
        Run run = court(false)
                .start("prosecution", Map.of("tier", ON_PAPERS))
                .completes("consider-supervision-order", step("prosecute"))
                .completes("sign-certificate", step("signed"))
                .completes("gather-evidence", step("complete"))
                .assertWaitsAt("authorise-prosecution-by-officer")
                .assertDidNotPass("authorise-prosecution")
                .completes("authorise-prosecution-by-officer", step("prosecute"))
                .assertWaitsAt("begin-proceedings");
        assertThat(run.task("authorise-prosecution-by-officer").group()).isEqualTo("officer");
    }

    @Test
    void whatWasAuthorisedIsBegunByAPersonOrNot() {
        authorising()
                .completes("authorise-prosecution", step("prosecute"))
                .completes("begin-proceedings", step("certify-anew"))
                .assertWaitsAt("sign-certificate");
        authorising()
                .completes("authorise-prosecution", step("prosecute"))
                .completes("begin-proceedings", step("stop"))
                .assertEnded()
                .assertPassed("not-begun")
                .assertDidNotPass("record-result");
    }

    @Test
    void inOpenCourtSomebodyWhoIsNamedConfirmsEachHearing() {
        certifying(IN_COURT)
                .completes("choose-caution", Map.of("cautionBy", "interview"))
                .completes("caution-and-question", step("go-on"))
                .completes("sign-certificate", step("signed"))
                .completes("gather-evidence", step("complete"))
                .completes("authorise-prosecution", step("prosecute"))
                .signal("court-begun", Map.of())
                .completes("begin-proceedings", step("begun"))
                .assertWaitsOnlyAt("set-hearing")
                .completes("set-hearing")
                .assertWaitsOnlyAt("confirm-hearing")
                .completes("confirm-hearing", step("cannot"))
                .assertWaitsOnlyAt("set-hearing")
                .completes("set-hearing")
                .completes("confirm-hearing", step("attends"))
                .assertWaitsOnlyAt("record-result")
                .completes("record-result", step("another-hearing"))
                .assertWaitsOnlyAt("set-hearing")
                .completes("set-hearing")
                .completes("confirm-hearing", step("attends"))
                .completes("record-result", Map.of("courtStep", "final", "courtOutcome", "acquitted"))
                .assertEnded()
                .assertPassed("acquitted")
                .assertDidNotPass("convicted");
    }

    @Test
    void aCaseThatIsWithdrawnEndsWithoutAVerdict() {
        begun().completes("record-result", Map.of("courtStep", "final", "courtOutcome", "withdrawn"))
                .assertEnded()
                .assertPassed("court-withdrawn")
                .assertDidNotPass("convicted", "acquitted");
    }

    @Test
    void whenTheTimeIsOverAPersonEndsItAndEverythingElseIsTakenBack() {
        Run run = certifying(ON_PAPERS)
                .timerFires("limit-comes-near")
                .assertWaitsAt("limit-near", "sign-certificate")
                .completes("limit-near")
                .timerFires("limit-comes")
                .assertWaitsAt("end-out-of-time", "sign-certificate")
                .completes("end-out-of-time", Map.of("outOfTime", true, "because", "the last day is over"))
                .assertEnded()
                .assertPassed("too-late-to-begin")
                .assertTookBack("sign-certificate", "the last day is over");
        assertThat(run.variable("courtOutcome")).isEqualTo("not-begun");
    }

    @Test
    void theTimeRunsWhileASupervisionOrderIsStillConsidered() {
        Run run = opened(ON_PAPERS)
                .assertWaitsAt("consider-supervision-order", "limit-comes-near")
                .timerFires("limit-comes-near")
                .assertWaitsAt("consider-supervision-order", "limit-near")
                .timerFires("limit-comes-first")
                .assertWaitsAt("consider-supervision-order", "end-out-of-time")
                .completes("end-out-of-time", Map.of("outOfTime", true, "because", "the last day is over"))
                .assertEnded()
                .assertTookBack("consider-supervision-order", "the last day is over")
                .assertDidNotPass("sign-certificate");
        assertThat(run.variable("courtOutcome")).isEqualTo("not-begun");
    }

    @Test
    void otherSessionsHaveAnotherTimeLimit() {
        certifying(ON_PAPERS)
                .timerFires("limit-comes-near")
                .assertWaitsAt("limit-near", "sign-certificate")
                .signal("court-limit-moved", Map.of("limitMoved", true, "because", "other sessions are certified"))
                .assertTookBack("limit-near", "other sessions are certified")
                .assertPassed("set-court-clocks-anew")
                .assertWaitsAt("limit-comes-near", "sign-certificate");
    }

    @Test
    void whatIsStoppedForTheParentClosesTheFile() {
        certifying(ON_PAPERS)
                .signal("parent-stopped", Map.of("because", "the case was closed"))
                .assertTookBack("sign-certificate", "the case was closed")
                .assertDid("closeCourtFile")
                .assertPassed("stopped")
                .assertEnded();
    }
}
