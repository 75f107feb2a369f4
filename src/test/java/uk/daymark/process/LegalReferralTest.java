package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A case goes to the authority, comes back, and is accepted, or ends. Nothing legal follows by itself. */
@Covers("legal-referral")
class LegalReferralTest {

    private static final Instant A_DAY = Instant.parse("2025-11-24T06:00:00Z");
    private static final Map<String, Object> SUBMIT = Map.of("next", "submit", "route", "irregular");
    private static final Map<String, Object> INTERVENE = Map.of("next", "submit", "route", "statutory-intervention");

    private static Run begun() {
        return Models.engine().start("legal-referral", Map.of("route", "irregular"));
    }

    private static Run submitted() {
        return begun().completes("prepare-referral", SUBMIT).assertWaitsOnlyAt("triage-referral");
    }

    @Test
    void theSchoolLooksAtTheGatesBeforeItIsAsked() {
        Run run = begun().assertDid("checkReferral").assertWaitsOnlyAt("prepare-referral");
        assertThat(run.task("prepare-referral").group()).isEqualTo("lead");
    }

    @Test
    void anAcceptedReferralAsksForADecisionAboutEachParent() {
        Run run = submitted();
        assertThat(run.task("triage-referral").group()).isEqualTo("officer");
        run.completes("triage-referral", Map.of("triage", "accept"))
                .assertEnded()
                .assertDid("checkReferral", "setSitting", "startParentDecisions")
                .assertPassed("accepted")
                .assertDidNotPass("investigate-case", "record-refused");
    }

    @Test
    void theSchoolMayWaitForADayOrForTheFactsToChange() {
        Map<String, Object> wait = Map.of("next", "wait", "lookAgainOn", A_DAY);
        begun().completes("prepare-referral", wait)
                .assertWaitsAt("day-has-come", "facts-changed-meanwhile")
                .assertTimerIsDue("day-has-come", A_DAY)
                .timerFires("day-has-come")
                .assertDid("checkReferral", "checkReferral")
                .assertWaitsOnlyAt("prepare-referral");
        begun().completes("prepare-referral", wait)
                .signal("referral-facts-changed", Map.of())
                .assertDid("checkReferral", "checkReferral")
                .assertWaitsOnlyAt("prepare-referral");
    }

    @Test
    void theSchoolMayDecideNotToRefer() {
        begun().completes("prepare-referral", Map.of("next", "not-refer"))
                .assertEnded()
                .assertDid("recordNotReferred")
                .assertPassed("not-referred-end")
                .assertDidNotPass("triage-referral", "start-decisions");
    }

    @Test
    void aChangedMarkLooksAtTheGatesAgainWhereverTheReferralWaits() {
        begun().signal("referral-facts-changed", Map.of("because", "10 November is now I, illness"))
                .assertTookBack("prepare-referral", "10 November is now I, illness")
                .assertDid("checkReferral", "checkReferral")
                .assertWaitsOnlyAt("prepare-referral");
        submitted()
                .signal("referral-facts-changed", Map.of("because", "10 November is now I, illness"))
                .assertTookBack("triage-referral", "10 November is now I, illness")
                .assertTook("changed-at-authority", "looked-again")
                .assertWaitsOnlyAt("triage-referral");
    }

    @Test
    void whatIsReturnedIsPutRightAndSubmittedAgain() {
        submitted()
                .completes("triage-referral", Map.of("triage", "return"))
                .assertTook("returned")
                .assertWaitsOnlyAt("prepare-referral")
                .completes("prepare-referral", SUBMIT)
                .assertWaitsOnlyAt("triage-referral")
                .assertDidNotPass("start-decisions");
    }

    @Test
    void theOfficerMayEndItWithoutASanction() {
        submitted()
                .completes("triage-referral", Map.of("triage", "refuse"))
                .assertEnded()
                .assertDid("recordRefused")
                .assertPassed("refused-end")
                .assertDidNotPass("start-decisions");
    }

    @Test
    void theOfficerMayInvestigateFirst() {
        Run run = submitted().completes("triage-referral", Map.of("triage", "investigate"));
        run.assertWaitsOnlyAt("investigate-case");
        assertThat(run.task("investigate-case").group()).isEqualTo("officer");
        run.completes("investigate-case", Map.of("needs", "met"))
                .assertWaitsOnlyAt("triage-referral")
                .completes("triage-referral", Map.of("triage", "accept"))
                .assertEnded()
                .assertPassed("accepted");
    }

    @Test
    void statutoryInterventionIsInvestigatedBeforeAnybodyAcceptsIt() {
        begun().completes("prepare-referral", INTERVENE)
                .assertWaitsOnlyAt("investigate-case")
                .assertDidNotPass("triage-referral")
                .completes("investigate-case", Map.of("needs", "not-met"))
                .assertEnded()
                .assertDid("recordSupportInstead")
                .assertPassed("support-instead")
                .assertDidNotPass("triage-referral", "start-decisions");
    }

    @Test
    void aCaseThatIsClosedStopsItAndSaysWhy() {
        submitted()
                .signal("referral-stopped", Map.of("because", "The pupil has moved away"))
                .assertEnded()
                .assertTookBack("triage-referral", "The pupil has moved away")
                .assertDid("stopReferral")
                .assertPassed("stopped-end")
                .assertDidNotPass("start-decisions");
    }
}
