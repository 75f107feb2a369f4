package uk.daymark.enforcement.referral;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.worklist.TaskHandler.Fact;

/** What will follow, to whom and when, from an answer that is about to be confirmed. */
@Component
class WhatFollows {

    private final Referrals referrals;
    private final TaskSayings words;

    WhatFollows(Referrals referrals, TaskSayings words) {
        this.referrals = referrals;
        this.words = words;
    }

    /** From a decision for one parent. */
    List<Fact> decided(ParentCase parent, Outcome outcome) {
        return about(parent, "then." + outcome.word());
    }

    /**
     * From whether a supervision order is sought.
     *
     * @param answer sought or not-sought, as the form writes them
     */
    List<Fact> ordered(ParentCase parent, String answer) {
        return about(parent, "then-order." + answer);
    }

    private List<Fact> about(ParentCase parent, String what) {
        return List.of(
                new Fact(
                        words.say("then.to-whom"),
                        words.say(
                                "then.parent-of",
                                parent.parent().name(),
                                parent.parent().relation(),
                                parent.file().pupilName())),
                new Fact(words.say("then.next"), words.say(what, parent.parent().name())));
    }

    /**
     * From what an officer does with a referral.
     *
     * @param answer accept, return, investigate or refuse, as the form writes them
     */
    List<Fact> triaged(Referral referral, String answer) {
        return List.of(
                new Fact(
                        words.say("then.to-whom"),
                        referrals.parents(referral).stream()
                                .map(parent -> parent.name() + ", " + parent.relation())
                                .collect(Collectors.joining("\n"))),
                new Fact(words.say("then.next"), words.say("then-triage." + answer)));
    }
}
