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
                .waitsOnlyAt("call-household")
                .completes("call-household", Map.of("outcome", "ill"))
                .takes("somebody-to-ring", "rung", "reason-given", "none-missing")
                .did("lookWhoHasNoReason", "chooseContact", "lookWhoHasNoReason", "closeContactRound")
                .ended();
    }

    @Test
    void everyOtherReasonAsksAgainWhatIsLeft() {
        for (String reason : new String[] {"medical", "other"}) {
            models.step("lookWhoHasNoReason", MISSING, EXPLAINED).step("chooseContact", Map.of("next", "call"));
            started()
                    .completes("call-household", Map.of("outcome", reason))
                    .takes("reason-given")
                    .ended();
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
                .takes("not-reached")
                .completes("call-household", Map.of("outcome", "wrong-number"))
                .waitsOnlyAt("send-message")
                .completes("send-message")
                .takes("a-message", "message-sent")
                .completes("call-household", Map.of("outcome", "voicemail"))
                .takes("nobody-left", "no-visit-due")
                .waitsOnlyAt("until-next-day", "next-register-closed", "something-changed")
                .timerIsDue("next-register-closed", NEXT_DAY)
                .timerFires("next-register-closed")
                .takes("next-day")
                .notEnded();
    }

    @Test
    void leaveIsForTheHeadteacher() {
        models.step("lookWhoHasNoReason", MISSING, EXPLAINED).step("chooseContact", Map.of("next", "call"));
        Run run = started()
                .completes("call-household", Map.of("outcome", "leave"))
                .waitsOnlyAt("decide-leave");
        org.assertj.core.api.Assertions.assertThat(run.task("decide-leave").group())
                .isEqualTo("head");
        run.completes("decide-leave").takes("leave-asked", "leave-decided").ended();
    }

    @Test
    void aPupilWhomTheParentThoughtInSchoolIsLookedForUntilFound() {
        models.step("lookWhoHasNoReason", MISSING, EXPLAINED).step("chooseContact", Map.of("next", "call"));
        started()
                .completes("call-household", Map.of("outcome", "thought-in-school"))
                .waitsOnlyAt("missing-child")
                .completes("missing-child", Map.of("found", false))
                .takes("not-found")
                .waitsOnlyAt("missing-child")
                .signalsInVain("look-again", Map.of())
                .completes("missing-child", Map.of("found", true))
                .takes("found")
                .ended();
    }

    @Test
    void aHomeVisitIsDecidedAndRecorded() {
        models.step("lookWhoHasNoReason", looks(true, true, true), EXPLAINED)
                .step("chooseContact", Map.of("next", "nobody"));
        started()
                .waitsOnlyAt("decide-home-visit")
                .completes("decide-home-visit", Map.of("visit", true))
                .waitsOnlyAt("home-visit")
                .completes("home-visit")
                .takes("visit-to-decide", "visit", "visited")
                .ended();
    }

    @Test
    void withoutAVisitItWaitsForTheNextDay() {
        models.step("lookWhoHasNoReason", looks(true, true, true)).step("chooseContact", Map.of("next", "nobody"));
        started()
                .completes("decide-home-visit", Map.of("visit", false))
                .takes("no-visit")
                .waitsOnlyAt("until-next-day", "next-register-closed", "something-changed");
    }

    @Test
    void whereNobodyIsToBeRungNowItWaitsAndLooksAgainWhenSomethingChanges() {
        models.step("lookWhoHasNoReason", NOBODY_TO_RING_NOW, EXPLAINED);
        started()
                .takes("no-call-now")
                .signal("look-again", Map.of())
                .takes("changed-meanwhile")
                .didNot("chooseContact")
                .ended();
    }

    @Test
    void aCallAndAMessageWhoseHouseholdChangesAreAskedForAfresh() {
        models.step("chooseContact", Map.of("next", "call"), Map.of("next", "message"), Map.of("next", "nobody"));
        started()
                .signal("look-again", Map.of("because", "Yusuf Khan is absent too"))
                .tookBack("call-household", "Yusuf Khan is absent too")
                .takes("call-looked-at-again")
                .waitsOnlyAt("send-message")
                .signal("look-again", Map.of("because", "the last call was undone"))
                .tookBack("send-message", "the last call was undone")
                .takes("message-looked-at-again");
    }

    @Test
    void aReasonThatComesWithdrawsTheCallAndSaysWhy() {
        models.step("chooseContact", Map.of("next", "call"));
        started()
                .waitsOnlyAt("call-household")
                .signal("explained", Map.of("because", "illness, by the register of 15 September"))
                .tookBack("call-household", "illness, by the register of 15 September")
                .passes("close-explained-round")
                .ended();
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
                .timerIsDue("deadline", FIFTH_DAY)
                .timerFires("deadline")
                .waitsOnlyAt("call-household", "deadline-for-reasons", "confirm-absence-code")
                .signal("look-again", Map.of("because", "a reason came for some sessions"))
                .tookBack("confirm-absence-code", "a reason came for some sessions")
                .takes("sessions-looked-at-again")
                .completes("confirm-absence-code")
                .takes("due-now", "confirmed", "due-later")
                .timerIsDue("next-deadline", TENTH_DAY)
                .timerFires("next-deadline")
                .takes("next-deadline-came", "no-session-waits")
                .waitsOnlyAt("call-household");
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
                .timerIsDue("long-absence-day", TENTH_DAY)
                .timerFires("long-absence-day")
                .takes("not-yet")
                .timerFires("later-day")
                .waitsAt("tell-authority", "call-household")
                .completes("tell-authority")
                .takes("later-day-came", "so-long", "authority-told", "not-at-all")
                .waitsOnlyAt("call-household");
    }

    @Test
    void theSocialWorkerIsToldBesidesTheCall() {
        models.step("chooseContact", Map.of("next", "call"));
        started()
                .signal("social-worker", Map.of("socialWorkerOf", 7L))
                .waitsAt("tell-social-worker", "call-household")
                .completes("tell-social-worker")
                .waitsOnlyAt("call-household");
    }

    @Test
    void everythingElseEndsWithTheLastReason() {
        models.step("lookWhoHasNoReason", MISSING, EXPLAINED).step("chooseContact", Map.of("next", "call"));
        started()
                .signal("social-worker", Map.of("socialWorkerOf", 7L))
                .completes("call-household", Map.of("outcome", "ill"))
                .passes("all-explained")
                .ended();
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
