package uk.daymark.process;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The steps of a case, each followed by time to improve and a fresh measurement. */
@Covers("attendance-escalation")
class AttendanceEscalationTest {

    private static final Instant UNTIL = Instant.parse("2025-10-13T06:00:00Z");

    private final Models models = Post.letters(Models.engine())
            .step("setMonitoring", Map.of("monitorUntil", UNTIL))
            .step("closeCase", Map.of("staysOpen", false));

    /** Nothing done yet and no better, save for what is named. */
    static Map<String, Object> facts(Object... changed) {
        Map<String, Object> facts = new HashMap<>(Map.of("change", "not-better", "style", "support-first"));
        for (String no : new String[] {
            "thresholdMet",
            "familyHeard",
            "fastFall",
            "lowestBand",
            "evidenceDue",
            "softDone",
            "concernDone",
            "evidenceDone",
            "helpDone",
            "meetingDone",
            "adviceDone",
            "supportOpen",
            "considerAgain",
            "onlyAuthorised",
            "authorisedDone",
            "continuingDone",
            "atAuthority"
        }) {
            facts.put(no, false);
        }
        for (int i = 0; i < changed.length; i += 2) {
            facts.put((String) changed[i], changed[i + 1]);
        }
        return facts;
    }

    private Run measured(Map<String, Object> facts) {
        return models.step("measureCase", facts).start("attendance-escalation", Map.of());
    }

    @Test
    void aLetterIsFollowedByTimeToImproveThenAThankYouAndTheEnd() {
        models.step("measureCase", facts(), facts("change", "improved", "familyHeard", true, "concernDone", true));
        Run run = models.start("attendance-escalation", Map.of());
        Post.posted(run)
                .assertWaitsOnlyAt("monitoring-over")
                .assertTimerIsDue("monitoring-over", UNTIL)
                .timerFires("monitoring-over");
        Post.posted(run)
                .assertEnded()
                .assertTook("letter", "look-again", "improved", "closed")
                .assertPassed("thank-the-family", "close-case", "case-ended")
                .assertDidNotTake("nothing-sent", "help", "meeting", "falling-fast", "again");
    }

    @Test
    void aCaseOfWhichNobodyWasToldIsClosedWithoutALetter() {
        measured(facts("change", "improved"))
                .assertEnded()
                .assertTook("nothing-sent")
                .assertPassed("close-case")
                .assertDidNotTake("improved")
                .assertDidNotPass("thank-the-family");
    }

    @Test
    void whileItLiesWithTheAuthorityACaseIsWatchedOnAndNobodyIsThanked() {
        measured(facts("change", "improved", "familyHeard", true, "atAuthority", true))
                .assertWaitsOnlyAt("monitoring-over")
                .assertTook("go-on-watching")
                .assertDidNotTake("improved", "nothing-sent")
                .assertDidNotPass("close-case", "case-ended");
    }

    @Test
    void aCaseThatWasReferredWhileTheFamilyWasThankedStaysOpen() {
        models.step("closeCase", Map.of("staysOpen", true));
        Run run = measured(facts("change", "improved", "familyHeard", true));
        Post.posted(run)
                .assertWaitsOnlyAt("monitoring-over")
                .assertTook("improved", "stays-open")
                .assertDidNotTake("closed")
                .assertDidNotPass("case-ended");
    }

    @Test
    void evidenceOfIllnessIsAskedForOnlyOnTheHeadsRecordedDoubt() {
        Run run = measured(facts("concernDone", true, "evidenceDue", true))
                .assertWaitsOnlyAt("record-doubt")
                .completes("record-doubt", Map.of("doubt", "yes"));
        Post.posted(run)
                .assertWaitsOnlyAt("monitoring-over")
                .assertTook("evidence", "doubt")
                .assertDidNotTake("no-doubt", "letter");
    }

    @Test
    void withoutDoubtNoEvidenceIsAskedForAndTheNextStepComes() {
        models.step(
                "measureCase",
                facts("concernDone", true, "evidenceDue", true),
                facts("concernDone", true, "evidenceDue", true, "evidenceDone", true));
        models.start("attendance-escalation", Map.of())
                .completes("record-doubt", Map.of("doubt", "no"))
                .assertWaitsAt("early-help-check")
                .assertTook("evidence", "no-doubt", "help")
                .assertDidNotTake("doubt", "letter")
                .assertDidNotPass("write-to-parents");
    }

    @Test
    void earlyHelpTheMeetingAndAdviceAreStepsOfTheirOwn() {
        measured(facts("concernDone", true))
                .completes("early-help-check", Map.of("askAgain", false))
                .assertWaitsOnlyAt("monitoring-over")
                .assertTook("help")
                .assertDidNotTake("meeting", "advice", "letter");
        Run meeting = measured(facts("concernDone", true, "helpDone", true)).completes("plan-meeting");
        Post.posted(meeting)
                .completes("hold-meeting", Map.of("meeting", "nobody-came", "attemptLeft", false, "offerAgain", false))
                .completes("set-targets");
        Post.posted(meeting)
                .assertWaitsOnlyAt("monitoring-over")
                .assertTook("meeting")
                .assertPassed("meet-the-parents")
                .assertDidNotTake("help", "advice");
        measured(facts("concernDone", true, "helpDone", true, "meetingDone", true))
                .assertWaitsOnlyAt("seek-advice")
                .completes("seek-advice")
                .assertWaitsOnlyAt("monitoring-over")
                .assertTook("advice")
                .assertDidNotTake("help", "meeting");
    }

    @Test
    void theFamilyIsToldOnceThatHelpGoesOn() {
        Run run = measured(facts("concernDone", true, "helpDone", true, "meetingDone", true, "supportOpen", true));
        Post.posted(run.assertWaitsAt("post-letter")).assertWaitsOnlyAt("monitoring-over");
        org.assertj.core.api.Assertions.assertThat(run.variable("letter")).isEqualTo("continuing-support");
    }

    @Test
    void whoMissesSchoolForReasonsThatTheSchoolAcceptsGetsALetterThatDoubtsNothing() {
        Run run = measured(facts("onlyAuthorised", true)).assertWaitsAt("post-letter");
        org.assertj.core.api.Assertions.assertThat(run.variable("letter")).isEqualTo("authorised-absence");
    }

    @Test
    void whileSupportIsOpenTheCaseWaits() {
        measured(facts(
                        "concernDone",
                        true,
                        "helpDone",
                        true,
                        "meetingDone",
                        true,
                        "supportOpen",
                        true,
                        "continuingDone",
                        true))
                .assertWaitsOnlyAt("monitoring-over")
                .assertTook("go-on-watching")
                .assertDidNotPass("seek-advice");
    }

    @Test
    void aFastFallTakesTheStepsSideBySide() {
        Run run = measured(facts("fastFall", true)).assertWaitsAt("skip-steps").completes("skip-steps");
        run.completes("early-help-check", Map.of("askAgain", false));
        Post.posted(run);
        Post.posted(run.completes("plan-meeting")).completes("hold-meeting", Map.of("meeting", "held"));
        run.completes("agree-contract", Map.of("signedByBoth", false)).completes("set-targets");
        Post.posted(run)
                .assertWaitsOnlyAt("monitoring-over")
                .assertTook("falling-fast", "caught-up")
                .assertPassed("catch-up")
                .assertDidNotTake("letter", "help", "meeting");
    }

    @Test
    void whereAbsencesGoOnTheDecisionIsPutToTheHeadAgain() {
        measured(facts("thresholdMet", true, "considerAgain", true))
                .assertWaitsOnlyAt("monitoring-over")
                .assertTook("again")
                .assertPassed("consider-again")
                .assertDidNotTake("go-on-watching", "improved");
    }

    @Test
    void closingByHandTakesBackWhatWasAsked() {
        measured(facts("concernDone", true))
                .signal("case-closed", Map.of("because", "the family has moved away"))
                .assertEnded()
                .assertTookBack("early-help-check", "the family has moved away")
                .assertPassed("case-ended-by-hand")
                .assertDidNotPass("close-case", "case-ended")
                .assertDidNotTake("help-offered");
    }
}
