package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Leave in term time: asked for and decided, or taken all the same. */
@Covers("term-time-leave")
class TermTimeLeaveTest {

    private static final Instant OVER = Instant.parse("2025-10-10T23:00:00Z");
    private static final Map<String, Object> SENT = Map.of("letterOutcome", "sent", "letterSent", true);
    private static final Map<String, Object> ASKED = Map.of("why", "request");
    private static final Map<String, Object> SUSPECTED = Map.of("why", "suspected");

    @Test
    void theHeadteacherDecidesWithTheRuleThatSpeaksToIt() {
        Run run = models(false, true).start("term-time-leave", ASKED).assertWaitsOnlyAt("decide-leave-request");
        assertThat(run.task("decide-leave-request").group()).isEqualTo("head");
        assertThat(run.variable("advice")).isEqualTo("exceptional-only");
        run.completes("decide-leave-request", Map.of("given", true, "givenInFull", true))
                .completes("post-letter", SENT)
                .assertEnded()
                .assertPassed("leave-given")
                .assertDidNotPass("set-leave-watch", "send-leave-refused");
        assertThat(run.task("post-letter").variables().get("letter")).isEqualTo("leave-granted");
    }

    @Test
    void daysThatWereRefusedAreLookedAtWhenTheyAreOver() {
        Run run = models(false, true)
                .start("term-time-leave", ASKED)
                .completes("decide-leave-request", Map.of("given", false, "givenInFull", false))
                .completes("post-letter", SENT)
                .assertWaitsOnlyAt("leave-days-over")
                .assertTimerIsDue("leave-days-over", OVER)
                .timerFires("leave-days-over")
                .assertEnded()
                .assertPassed("leave-not-taken");
        assertThat(run.task("post-letter").variables().get("letter")).isEqualTo("leave-refused");
    }

    @Test
    void daysTakenBeyondThosePartlyGivenAreSuspected() {
        models(true, true)
                .start("term-time-leave", ASKED)
                .completes("decide-leave-request", Map.of("given", true, "givenInFull", false))
                .completes("post-letter", SENT)
                .timerFires("leave-days-over")
                .assertWaitsOnlyAt("check-suspected-leave")
                .completes("check-suspected-leave", Map.of("finding", "reason-known"))
                .assertEnded()
                .assertPassed("another-reason")
                .assertDidNotPass("send-suspected-leave");
    }

    @Test
    void whatMayBeLeaveIsTheHeadteachersToAuthorise() {
        Run run = models(true, true)
                .start("term-time-leave", SUSPECTED)
                .completes("check-suspected-leave", Map.of("finding", "ask-headteacher"))
                .assertWaitsOnlyAt("decide-whether-leave");
        assertThat(run.task("decide-whether-leave").group()).isEqualTo("head");
        run.completes("decide-whether-leave", Map.of("verdict", "authorise"))
                .assertEnded()
                .assertPassed("authorised-afterwards")
                .assertDidNotPass("send-suspected-leave");
        models(true, true)
                .start("term-time-leave", SUSPECTED)
                .completes("check-suspected-leave", Map.of("finding", "ask-headteacher"))
                .completes("decide-whether-leave", Map.of("verdict", "write"))
                .assertTook("not-authorised")
                .assertWaitsAt("post-letter");
    }

    @Test
    void aReplyEndsTheWaitingAndIsWeighedByTheHeadteacher() {
        Run run = suspected(true)
                .signal("reply-received", Map.of())
                .assertWaitsOnlyAt("weigh-reply")
                .completes("weigh-reply", Map.of("verdict", "other"))
                .assertEnded()
                .assertPassed("coded-otherwise")
                .assertDidNotPass("check-limits", "measure-leave");
        assertThat(run.task("weigh-reply").group()).isEqualTo("head");
        assertThat(run.task("post-letter").variables().get("letter")).isEqualTo("suspected-leave");
    }

    @Test
    void withoutAReplyItIsWeighedOnItsDayAndHandedOver() {
        Run run = suspected(true)
                .timerFires("reply-date-passed")
                .completes("weigh-reply", Map.of("verdict", "leave"))
                .assertWaitsOnlyAt("hand-over-leave");
        assertThat(run.variable("routeOpen")).isEqualTo(true);
        run.completes("hand-over-leave", Map.of("next", "hand-over"))
                .assertEnded()
                .assertPassed("handed-to-leave-route");
    }

    @Test
    void leaveMayGoNoFurtherThanTheRecord() {
        Run run = suspected(false).timerFires("reply-date-passed").completes("weigh-reply", Map.of("verdict", "leave"));
        assertThat(run.variable("routeOpen")).isEqualTo(false);
        run.completes("hand-over-leave", Map.of("next", "no-further"))
                .assertEnded()
                .assertPassed("recorded-only");
    }

    @Test
    void marksThatAreAmendedWithdrawIt() {
        suspected(true)
                .signal("leave-explained", Map.of("because", "6 October morning is now I, Illness"))
                .assertEnded()
                .assertPassed("explained");
        models(true, true)
                .start("term-time-leave", SUSPECTED)
                .signal("leave-explained", Map.of("because", "6 October morning is now I, Illness"))
                .assertEnded()
                .assertTookBack("check-suspected-leave", "6 October morning is now I, Illness");
    }

    private static Run suspected(boolean longEnough) {
        return models(true, longEnough)
                .start("term-time-leave", SUSPECTED)
                .assertWaitsOnlyAt("check-suspected-leave")
                .completes("check-suspected-leave", Map.of("finding", "write"))
                .completes("post-letter", SENT)
                .assertWaitsAt("reply-received", "reply-date-passed");
    }

    private static Models models(boolean taken, boolean longEnough) {
        return Models.engine()
                .step(
                        "checkLeaveLimits",
                        Map.of(
                                "ground",
                                "exceptional",
                                "asker",
                                "lives-with",
                                "asked",
                                "in-advance",
                                "limit",
                                "none",
                                "evidence",
                                "missing"))
                .step("setLeaveWatch", Map.of("watchUntil", OVER))
                .step("lookAtLeaveDays", Map.of("taken", taken))
                .step("setLeaveReplyDate", Map.of("replyBy", OVER))
                .step("measureLeave", Map.of("runReached", longEnough, "veryLong", false))
                .step("proposeLetters", Map.of("letterHeld", false, "letterSent", false));
    }
}
