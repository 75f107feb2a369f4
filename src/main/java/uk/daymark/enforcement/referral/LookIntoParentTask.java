package uk.daymark.enforcement.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** An officer considers a supervision order for the child, or looks into what a decision about a parent waits for. */
@Component
class LookIntoParentTask implements TaskHandler {

    private final ParentCases parentCases;
    private final Referrals referrals;
    private final ReferralFacts facts;
    private final Deciders deciders;
    private final DecisionsMade made;
    private final WhatFollows follows;
    private final Journal journal;

    LookIntoParentTask(
            ParentCases parentCases,
            Referrals referrals,
            ReferralFacts facts,
            Deciders deciders,
            DecisionsMade made,
            WhatFollows follows,
            Journal journal) {
        this.parentCases = parentCases;
        this.referrals = referrals;
        this.facts = facts;
        this.deciders = deciders;
        this.made = made;
        this.follows = follows;
        this.journal = journal;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Models.PARENT)
                && (kind.equals(Models.CONSIDER_ORDER) || kind.equals(Models.INVESTIGATE_PARENT));
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        ParentCase parent = parentCases.of(task.key());
        List<Fact> all = new ArrayList<>();
        referrals.of(parent.parent()).ifPresent(referral -> {
            all.addAll(facts.asked(parent.file(), referral));
            all.addAll(facts.actBy(referrals.waiting(referral).flatMap(Referrals.Waiting::actBy)));
        });
        parent.parent()
                .decided()
                .ifPresent(decided ->
                        all.add(new Fact("Decided last", decided.outcome().title() + ": " + decided.reason())));
        return all;
    }

    @Override
    public List<Fact> consequences(TaskAbout task, Answer answer) {
        return task.kind().equals(Models.CONSIDER_ORDER)
                ? follows.ordered(parentCases.of(task.key()), answer.text("order"))
                : List.of();
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        ParentCase parent = parentCases.of(task.key());
        String reason = answer.text("reason");
        if (task.kind().equals(Models.INVESTIGATE_PARENT)) {
            journal.write(Entry.of(
                            parent.file().ref().value(),
                            "PARENT",
                            parent.parent().name() + ": it was looked into before a decision.",
                            reason)
                    .changing("", answer.text("findings")));
            return Map.of();
        }
        Optional<Referral> referral = referrals.of(parent.parent());
        deciders.whyNot(parent.file(), referral, answer.by()).ifPresent(why -> {
            throw new InvalidInput("/fields/order", why);
        });
        boolean sought = answer.text("order").equals("sought");
        made.record(
                parent.file().ref(),
                task.kind(),
                parent.parent().name() + ": "
                        + (sought ? "apply for a supervision order" : "no supervision order is sought"),
                reason,
                List.of());
        return Map.of("orderSought", sought);
    }
}
