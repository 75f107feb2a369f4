package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Covers("notice-to-improve")
@EachRow(value = "improvement-result", rules = 3)
class NoticeToImproveTest {

    private static final Instant POSTED_ON = Instant.parse("2025-11-02T00:00:00Z");
    private static final Instant ENDS = Instant.parse("2025-12-13T06:00:00Z");
    private static final Map<String, Object> POSTED =
            Map.of("letterOutcome", "sent", "letterSent", true, "postedOn", POSTED_ON);
    private static final Map<String, Object> POSTED_AT_SCHOOL =
            Map.of("letterOutcome", "sent", "letterSent", true, "letterSentOn", POSTED_ON);
    private static final Map<String, Object> NOT_POSTED = Map.of("letterOutcome", "stop", "letterSent", false);

    private Models measured(String issuer, boolean tooMany, boolean maybeTooMany) {
        return Post.letters(Models.engine())
                .step("writeAuthorityLetter", Map.of("letterHeld", false, "letterSent", false))
                .step("gatherNoticeFacts", Map.of("issuer", issuer))
                .step("beginImprovement", Map.of("improvementEndsAt", ENDS))
                .step("measureImprovement", Map.of("tooMany", tooMany, "maybeTooMany", maybeTooMany))
                .step("endImprovementEarly", Map.of("groundMet", true, "improveOutcome", "failed"))
                .step("stopImprovement", Map.of("improveOutcome", "stopped"));
    }

    private Run running(boolean tooMany, boolean maybeTooMany) {
        return measured("authority", tooMany, maybeTooMany)
                .start("notice-to-improve", Map.of())
                .completes("draft-notice-to-improve", Map.of("noticeGiven", true))
                .completes("post-authority-letter", POSTED);
    }

    private Run runningAtSchool() {
        return measured("school", false, false)
                .start("notice-to-improve", Map.of())
                .completes("draft-notice-at-school", Map.of("noticeGiven", true))
                .completes("post-letter", POSTED_AT_SCHOOL);
    }

    @Test
    void theOfficerWritesItAndTheTimeRunsFromThePosting() {
        Run run = measured("authority", false, false)
                .start("notice-to-improve", Map.of())
                .assertWaitsOnlyAt("draft-notice-to-improve");
        assertThat(run.task("draft-notice-to-improve").group()).isEqualTo("officer");
        run.completes("draft-notice-to-improve", Map.of("noticeGiven", true)).assertWaitsAt("post-authority-letter");
        run.completes("post-authority-letter", POSTED)
                .assertDid("beginImprovement")
                .assertWaitsOnlyAt("time-runs", "time-is-over", "grounds-met")
                .assertTimerIsDue("time-is-over", ENDS)
                .assertDidNotPass("send-school-notice", "measure-improvement");
        assertThat(run.variable("postedOn")).isEqualTo(POSTED_ON);
    }

    @Test
    void metMeansThanksAndNoSanction() {
        Run run = running(false, false).timerFires("time-is-over").assertFired("improvement-result", "kept");
        assertThat(run.task("judge-improvement").group()).isEqualTo("officer");
        run.completes("judge-improvement", Map.of("improveOutcome", "met"))
                .assertWaitsAt("post-authority-letter")
                .completes("post-authority-letter", POSTED)
                .assertEnded()
                .assertPassed("notice-met")
                .assertDidNotPass("notice-failed");
        assertThat(run.variable("improveOutcome")).isEqualTo("met");
    }

    @Test
    void notMetEndsWithThatAndWritesNothing() {
        Run run = running(true, true)
                .timerFires("time-is-over")
                .assertFired("improvement-result", "more-than-allowed")
                .completes("judge-improvement", Map.of("improveOutcome", "failed"))
                .assertEnded()
                .assertPassed("notice-failed")
                .assertDidNotPass("thank-parent");
        assertThat(run.variable("improveOutcome")).isEqualTo("failed");
    }

    @Test
    void marksThatAreNotFirmLeaveTheProposalOpen() {
        Run run = running(false, true).timerFires("time-is-over").assertFired("improvement-result", "not-known-yet");
        assertThat(run.variable("proposed")).isEqualTo("open");
        run.assertWaitsOnlyAt("judge-improvement");
    }

    @Test
    void aGroundForEndingEarlyIsWeighedByThePersonAndTheParentIsToldFirst() {
        Run run = running(true, true).signal("improvement-breached", Map.of()).assertWaitsOnlyAt("decide-early-breach");
        assertThat(run.task("decide-early-breach").group()).isEqualTo("officer");
        run.completes("decide-early-breach", Map.of("endEarly", true))
                .assertWaitsAt("post-authority-letter")
                .assertDidNot("endImprovementEarly")
                .completes("post-authority-letter", POSTED)
                .assertDid("endImprovementEarly", "passOnFailedNotice")
                .assertEnded()
                .assertPassed("notice-failed")
                .assertDidNotPass("judge-improvement");
        assertThat(run.variable("improveOutcome")).isEqualTo("failed");
    }

    @Test
    void aGroundThatIsNotMetAnyMoreWhenTheParentHasBeenToldIsDecidedAgain() {
        measured("authority", true, true)
                .step("endImprovementEarly", Map.of("groundMet", false))
                .start("notice-to-improve", Map.of())
                .completes("draft-notice-to-improve", Map.of("noticeGiven", true))
                .completes("post-authority-letter", POSTED)
                .signal("improvement-breached", Map.of())
                .completes("decide-early-breach", Map.of("endEarly", true))
                .completes("post-authority-letter", POSTED)
                .assertTook("weigh-again")
                .assertWaitsOnlyAt("decide-early-breach")
                .assertDidNot("passOnFailedNotice");
    }

    @Test
    void aParentWhoWasNotToldKeepsTheTime() {
        running(true, true)
                .signal("improvement-breached", Map.of())
                .completes("decide-early-breach", Map.of("endEarly", true))
                .completes("post-authority-letter", NOT_POSTED)
                .assertTook("parent-not-told")
                .assertDidNot("endImprovementEarly")
                .assertWaitsOnlyAt("time-runs", "time-is-over", "grounds-met");
    }

    @Test
    void theTimeMayRunOnAfterABreachAndEndsWhileNobodyHasWeighedIt() {
        running(true, true)
                .signal("improvement-breached", Map.of())
                .completes("decide-early-breach", Map.of("endEarly", false))
                .assertTook("let-it-run")
                .assertWaitsOnlyAt("time-runs", "time-is-over", "grounds-met")
                .signal("improvement-breached", Map.of())
                .timerFires("over-while-weighing")
                .assertTook("over-meanwhile")
                .assertWaitsOnlyAt("judge-improvement");
    }

    @Test
    void aNoticeThatIsNotGivenOrNotPostedBeginsNoTime() {
        measured("authority", false, false)
                .start("notice-to-improve", Map.of())
                .completes("draft-notice-to-improve", Map.of("noticeGiven", false, "improveOutcome", "not-given"))
                .assertEnded()
                .assertPassed("notice-not-given")
                .assertDidNotPass("send-notice");
        measured("authority", false, false)
                .start("notice-to-improve", Map.of())
                .completes("draft-notice-to-improve", Map.of("noticeGiven", true))
                .completes("post-authority-letter", NOT_POSTED)
                .assertTook("not-posted")
                .assertDidNot("beginImprovement")
                .assertWaitsOnlyAt("draft-notice-to-improve");
    }

    @Test
    void whereTheSchoolGivesItItsOwnPeopleDoAll() {
        Run run = measured("school", false, false)
                .start("notice-to-improve", Map.of())
                .assertWaitsOnlyAt("draft-notice-at-school");
        assertThat(run.task("draft-notice-at-school").group()).isEqualTo("lead");
        run.completes("draft-notice-at-school", Map.of("noticeGiven", true))
                .assertWaitsAt("post-letter")
                .completes("post-letter", POSTED_AT_SCHOOL);
        assertThat(run.variable("postedOn")).isEqualTo(POSTED_ON);
        run.signal("improvement-breached", Map.of());
        assertThat(run.task("decide-breach-at-school").group()).isEqualTo("head");
        run.completes("decide-breach-at-school", Map.of("endEarly", false)).timerFires("time-is-over");
        assertThat(run.task("judge-improvement-at-school").group()).isEqualTo("head");
        run.completes("judge-improvement-at-school", Map.of("improveOutcome", "met"))
                .completes("post-letter", POSTED_AT_SCHOOL)
                .assertEnded()
                .assertPassed("notice-met")
                .assertDidNotPass("letter-of-authority");
    }

    @Test
    void atSchoolTooTheTimeEndsWhileNobodyHasWeighedTheBreach() {
        runningAtSchool()
                .signal("improvement-breached", Map.of())
                .timerFires("over-while-school-weighs")
                .assertWaitsOnlyAt("judge-improvement-at-school");
    }

    @Test
    void whereverItWaitsItStopsWhenTheParentIsNotLiableAnyMoreOrTheCaseIsClosed() {
        Map<String, Object> why = Map.of("because", "the pupil has moved away");
        Run stopped = running(false, false)
                .signal("parent-stopped", why)
                .assertDid("stopImprovement")
                .assertEnded()
                .assertPassed("notice-stopped");
        assertThat(stopped.variable("improveOutcome")).isEqualTo("stopped");
        running(false, false)
                .timerFires("time-is-over")
                .signal("parent-stopped", why)
                .assertTookBack("judge-improvement", "the pupil has moved away")
                .assertEnded();
        runningAtSchool()
                .signal("case-closed", why)
                .assertDid("stopImprovement")
                .assertEnded()
                .assertPassed("notice-of-case-stopped");
    }
}
