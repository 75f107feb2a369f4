package uk.daymark.process;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** First-day contact: from an absence without a reason to its reason, or to the code that says there is none. */
@Covers("first-day-contact")
class FirstDayContactTest {

    private static final Instant NEXT_DAY = Instant.parse("2025-09-16T08:20:00Z");
    private static final Instant FIFTH_DAY = Instant.parse("2025-09-22T08:20:00Z");
    private static final Instant TENTH_DAY = Instant.parse("2025-09-26T14:30:00Z");

    private static final Map<String, Object> MISSING = looks(true, true, false);
    private static final Map<String, Object> EXPLAINED = looks(false, false, false);
    private static final Map<String, Object> NOBODY_TO_RING_NOW = looks(true, false, false);

    private final Models models = Models.engine().step("lookWhoHasNoReason", MISSING);

    @Test
    void aReasonGivenInTheCallEndsTheRound() {
        models.step("lookWhoHasNoReason", MISSING, EXPLAINED).step("chooseContact", Map.of("next", "call"));
        started()
                .assertWaitsOnlyAt("call-household")
                .completes("call-household", Map.of("outcome", "ill"))
                .assertTook("somebody-to-ring", "rung", "reason-given", "none-missing")
                .assertDidNotTake("not-reached", "leave-asked", "a-message", "nobody-left")
                .assertDid("lookWhoHasNoReason", "chooseContact", "lookWhoHasNoReason", "closeContactRound")
                .assertEnded();
    }

    @Test
    void everyOtherReasonAsksAgainWhatIsLeft() {
        for (String reason : new String[] {"medical", "other"}) {
            models.step("lookWhoHasNoReason", MISSING, EXPLAINED).step("chooseContact", Map.of("next", "call"));
            started()
                    .completes("call-household", Map.of("outcome", reason))
                    .assertTook("reason-given")
                    .assertDidNotTake("not-reached", "leave-asked")
                    .assertEnded();
        }
    }

    @Test
    void afterParentsTheMessageThenOtherContactsThenTheNextDay() {
        models.step(
                "chooseContact",
                Map.of("next", "call"),
                Map.of("next", "call"),
                Map.of("next", "message"),
                Map.of("next", "call"),
                Map.of("next", "nobody"));
        started()
                .completes("call-household", Map.of("outcome", "no-answer"))
                .assertTook("not-reached")
                .completes("call-household", Map.of("outcome", "wrong-number"))
                .assertWaitsOnlyAt("send-message")
                .completes("send-message")
                .assertTook("a-message", "message-sent")
                .completes("call-household", Map.of("outcome", "voicemail"))
                .assertTook("nobody-left", "no-visit-due")
                .assertWaitsOnlyAt("until-next-day", "next-register-closed", "something-changed")
                .assertTimerIsDue("next-register-closed", NEXT_DAY)
                .timerFires("next-register-closed")
                .assertTook("next-day")
                .assertDidNotTake("reason-given", "changed-meanwhile", "visit-to-decide")
                .assertNotEnded();
    }

    @Test
    void leaveIsForTheHeadteacher() {
        models.step("lookWhoHasNoReason", MISSING, EXPLAINED).step("chooseContact", Map.of("next", "call"));
        Run run = started()
                .completes("call-household", Map.of("outcome", "leave"))
                .assertWaitsOnlyAt("decide-leave");
        org.assertj.core.api.Assertions.assertThat(run.task("decide-leave").group())
                .isEqualTo("head");
        run.completes("decide-leave")
                .assertTook("leave-asked", "leave-decided")
                .assertDidNotTake("reason-given", "not-reached")
                .assertEnded();
    }

    @Test
    void aPupilWhomTheParentThoughtInSchoolIsLookedForUntilFound() {
        models.step("lookWhoHasNoReason", MISSING, EXPLAINED).step("chooseContact", Map.of("next", "call"));
        started()
                .completes("call-household", Map.of("outcome", "thought-in-school"))
                .assertWaitsOnlyAt("missing-child")
                .completes("missing-child", Map.of("found", false))
                .assertTook("not-found")
                .assertWaitsOnlyAt("missing-child")
                .signalsInVain("look-again", Map.of())
                .completes("missing-child", Map.of("found", true))
                .assertTook("found")
                .assertDidNotTake("reason-given", "leave-asked")
                .assertEnded();
    }

    @Test
    void aHomeVisitIsDecidedAndRecorded() {
        models.step("lookWhoHasNoReason", looks(true, true, true), EXPLAINED)
                .step("chooseContact", Map.of("next", "nobody"));
        started()
                .assertWaitsOnlyAt("decide-home-visit")
                .completes("decide-home-visit", Map.of("visit", true))
                .assertWaitsOnlyAt("home-visit")
                .completes("home-visit")
                .assertTook("visit-to-decide", "visit", "visited")
                .assertDidNotTake("no-visit", "no-visit-due")
                .assertEnded();
    }

    @Test
    void withoutAVisitItWaitsForTheNextDay() {
        models.step("lookWhoHasNoReason", looks(true, true, true)).step("chooseContact", Map.of("next", "nobody"));
        started()
                .completes("decide-home-visit", Map.of("visit", false))
                .assertTook("no-visit")
                .assertDidNotTake("visit", "no-visit-due")
                .assertWaitsOnlyAt("until-next-day", "next-register-closed", "something-changed");
    }

    @Test
    void whereNobodyIsToBeRungNowItWaitsAndLooksAgainWhenSomethingChanges() {
        models.step("lookWhoHasNoReason", NOBODY_TO_RING_NOW, EXPLAINED);
        started()
                .assertTook("no-call-now")
                .signal("look-again", Map.of())
                .assertTook("changed-meanwhile")
                .assertDidNotTake("next-day", "somebody-to-ring")
                .assertDidNot("chooseContact")
                .assertEnded();
    }

    @Test
    void aCallAndAMessageWhoseHouseholdChangesAreAskedForAfresh() {
        models.step("chooseContact", Map.of("next", "call"), Map.of("next", "message"), Map.of("next", "nobody"));
        started()
                .signal("look-again", Map.of("because", "Yusuf Khan is absent too"))
                .assertTookBack("call-household", "Yusuf Khan is absent too")
                .assertTook("call-looked-at-again")
                .assertWaitsOnlyAt("send-message")
                .signal("look-again", Map.of("because", "the last call was undone"))
                .assertTookBack("send-message", "the last call was undone")
                .assertTook("message-looked-at-again")
                .assertDidNotTake("rung", "message-sent");
    }

    @Test
    void aReasonThatComesWithdrawsTheCallAndSaysWhy() {
        models.step("chooseContact", Map.of("next", "call"));
        started()
                .assertWaitsOnlyAt("call-household")
                .signal("explained", Map.of("because", "illness, by the register of 15 September"))
                .assertTookBack("call-household", "illness, by the register of 15 September")
                .assertPassed("close-explained-round")
                .assertDidNotTake("rung", "none-missing")
                .assertEnded();
    }

    @Test
    void atTheDeadlineTheLeadConfirmsTheCodeWhileTheCallsGoOn() {
        models.step("chooseContact", Map.of("next", "call"))
                .step(
                        "seeDeadline",
                        Map.of("deadlines", "now"),
                        Map.of("deadlines", "now"),
                        Map.of("deadlines", "later", "deadline", TENTH_DAY),
                        Map.of("deadlines", "none"));
        started()
                .assertTimerIsDue("deadline", FIFTH_DAY)
                .timerFires("deadline")
                .assertWaitsOnlyAt("call-household", "deadline-for-reasons", "confirm-absence-code")
                .signal("look-again", Map.of("because", "a reason came for some sessions"))
                .assertTookBack("confirm-absence-code", "a reason came for some sessions")
                .assertTook("sessions-looked-at-again")
                .completes("confirm-absence-code")
                .assertTook("due-now", "confirmed", "due-later")
                .assertTimerIsDue("next-deadline", TENTH_DAY)
                .timerFires("next-deadline")
                .assertTook("next-deadline-came", "no-session-waits")
                .assertDidNotTake("rung")
                .assertWaitsOnlyAt("call-household");
    }

    @Test
    void afterLongAbsenceWithoutContactTheAuthorityIsTold() {
        models.step("chooseContact", Map.of("next", "call"))
                .step(
                        "seeLongAbsence",
                        Map.of("longAbsences", "later", "longAbsence", NEXT_DAY),
                        Map.of("longAbsences", "now"),
                        Map.of("longAbsences", "none"));
        started()
                .assertTimerIsDue("long-absence-day", TENTH_DAY)
                .timerFires("long-absence-day")
                .assertTook("not-yet")
                .timerFires("later-day")
                .assertWaitsAt("tell-authority", "call-household")
                .completes("tell-authority")
                .assertTook("later-day-came", "so-long", "authority-told", "not-at-all")
                .assertDidNotTake("rung")
                .assertWaitsOnlyAt("call-household");
    }

    @Test
    void theSocialWorkerIsToldBesidesTheCall() {
        models.step("chooseContact", Map.of("next", "call"));
        started()
                .signal("social-worker", Map.of("socialWorkerOf", 7L))
                .assertWaitsAt("tell-social-worker", "call-household")
                .completes("tell-social-worker")
                .assertWaitsOnlyAt("call-household");
    }

    @Test
    void everythingElseEndsWithTheLastReason() {
        models.step("lookWhoHasNoReason", MISSING, EXPLAINED).step("chooseContact", Map.of("next", "call"));
        started()
                .signal("social-worker", Map.of("socialWorkerOf", 7L))
                .completes("call-household", Map.of("outcome", "ill"))
                .assertPassed("all-explained")
                .assertEnded();
    }

    private Run started() {
        return models.start("first-day-contact", Map.of("deadline", FIFTH_DAY, "longAbsence", TENTH_DAY));
    }

    private static Map<String, Object> looks(boolean left, boolean toRing, boolean visitDue) {
        return Map.of(
                "left", left,
                "toRing", toRing,
                "visitDue", visitDue,
                "protectionPlan", false,
                "lookedAfter", false,
                "childInNeed", false,
                "back", false,
                "firstTime", false,
                "severalDays", false,
                "nextLook", NEXT_DAY);
    }
}
