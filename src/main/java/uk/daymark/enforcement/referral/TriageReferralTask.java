package uk.daymark.enforcement.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.enforcement.referral.Referral.Check;
import uk.daymark.enforcement.referral.Referral.Result;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.enforcement.referral.Referral.View;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/**
 * An officer looks at a referral check by check. What Daymark found is a fact; what it means is the officer's to say. It is all looked at
 * again as the officer decides.
 */
@Component
class TriageReferralTask implements TaskHandler {

    private static final String DECISION = "/fields/triage";
    private static final int LONGEST_LABEL = 200;

    private final ReferralCases cases;
    private final ReferralRounds rounds;
    private final ReferralStore store;
    private final CheckStore checks;
    private final Preflight preflight;
    private final ReferralFacts facts;
    private final Referrals referrals;
    private final ReferredSessions sessions;
    private final Deciders deciders;
    private final DecisionsMade decisions;
    private final WhatFollows follows;
    private final Journal journal;

    TriageReferralTask(
            ReferralCases cases,
            ReferralRounds rounds,
            ReferralStore store,
            CheckStore checks,
            Preflight preflight,
            ReferralFacts facts,
            Referrals referrals,
            ReferredSessions sessions,
            Deciders deciders,
            DecisionsMade decisions,
            WhatFollows follows,
            Journal journal) {
        this.cases = cases;
        this.rounds = rounds;
        this.store = store;
        this.checks = checks;
        this.preflight = preflight;
        this.facts = facts;
        this.referrals = referrals;
        this.sessions = sessions;
        this.deciders = deciders;
        this.decisions = decisions;
        this.follows = follows;
        this.journal = journal;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Models.REFERRAL) && kind.equals(Models.TRIAGE);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        CaseFile file = cases.of(task.key());
        Referral referral = rounds.open(file);
        List<Fact> all = new ArrayList<>(facts.asked(file, referral));
        all.addAll(facts.actBy(referrals.waiting(referral).flatMap(Referrals.Waiting::actBy)));
        all.addAll(facts.checks(referral.checks()));
        all.addAll(facts.whoDecides(file));
        return all;
    }

    @Override
    public Map<String, List<Choice>> options(TaskAbout task) {
        Referral referral = rounds.open(cases.of(task.key()));
        return Map.of(
                "agreed",
                referral.checks().stream()
                        .filter(TriageReferralTask::needsAView)
                        .map(this::choice)
                        .toList(),
                "notMet",
                referral.checks().stream().map(this::choice).toList());
    }

    @Override
    public Map<String, Object> values(TaskAbout task) {
        List<String> agreed = rounds.open(cases.of(task.key())).checks().stream()
                .filter(check -> check.view() == View.AGREED && needsAView(check))
                .map(Check::key)
                .toList();
        return agreed.isEmpty() ? Map.of() : Map.of("agreed", agreed);
    }

    private Choice choice(Check check) {
        String label = facts.parent(check) + check.found();
        return new Choice(
                check.key(), label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) + "..." : label);
    }

    private static boolean needsAView(Check check) {
        return check.result() != Result.MET && !check.stops();
    }

    @Override
    public List<Fact> consequences(TaskAbout task, Answer answer) {
        return follows.triaged(rounds.open(cases.of(task.key())), answer.text("triage"));
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        CaseFile file = cases.of(task.key());
        store.hold(file.ref());
        Referral seen = rounds.open(file);
        checks.keep(seen, preflight.look(file, seen.route(), seen.period(), rounds.named(file, seen)));
        Referral referral = rounds.open(file);
        Set<String> notMet = new TreeSet<>(answer.list("notMet"));
        Set<String> agreed = new TreeSet<>(answer.list("agreed"));
        String decision = answer.text("triage");
        String reason = answer.text("reason");
        new Conditions(answer)
                .holds(
                        agreed.stream().noneMatch(notMet::contains),
                        "notMet",
                        "A check is either met or not met: tick it once only")
                .check();
        switch (decision) {
            case "accept" -> accept(file, referral, agreed, notMet, answer);
            case "return" -> {
                new Conditions(answer)
                        .holds(!notMet.isEmpty(), "notMet", "Tick the checks that are not met")
                        .text("toPutRight", "Say what the school has to put right")
                        .check();
                store.answer(referral, Standing.RETURNED, "return", reason, answer.text("toPutRight"));
            }
            case "refuse" -> {
                mayDecide(file, referral, answer);
                store.answer(referral, Standing.ENDED, "refuse", reason, "");
            }
            default -> {
                // An investigation comes first: the referral stays with the authority.
            }
        }
        checks.view(referral, agreed, View.AGREED, reason);
        checks.view(referral, notMet, View.NOT_MET, answer.text("toPutRight"));
        journal.write(Entry.of(
                        file.ref().value(),
                        "REFERRAL",
                        "The authority looked at the referral: " + words(decision) + ".",
                        reason)
                .changing(
                        "",
                        notMet.isEmpty()
                                ? ""
                                : "Not met: " + String.join(", ", notMet) + ". " + answer.text("toPutRight"))
                // What the school has to put right is said to the school.
                .readBy(decision.equals("return") ? Entry.Readers.EVERYBODY : Entry.Readers.AUTHORITY));
        return Map.of("triage", decision);
    }

    private void accept(CaseFile file, Referral referral, Set<String> agreed, Set<String> notMet, Answer answer) {
        mayDecide(file, referral, answer);
        List<Fault> faults = new ArrayList<>();
        referral.stopping()
                .forEach(check -> faults.add(new Fault(DECISION, facts.parent(check) + facts.refusal(check))));
        if (!notMet.isEmpty()) {
            faults.add(new Fault(
                    "/fields/notMet", "You ticked checks that are not met. Return the referral, or untick them"));
        }
        List<Check> open = referral.checks().stream()
                .filter(TriageReferralTask::needsAView)
                .filter(check -> !agreed.contains(check.key()))
                .toList();
        open.forEach(check -> faults.add(
                new Fault("/fields/agreed", "This needs your view: " + facts.parent(check) + check.found())));
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        store.answer(referral, Standing.ACCEPTED, "accept", answer.text("reason"), "");
        decisions.record(
                file.ref(),
                Models.TRIAGE,
                "Accept the referral",
                answer.text("reason"),
                List.of(),
                sessions.of(file, referral.route(), referral.period()));
    }

    private void mayDecide(CaseFile file, Referral referral, Answer answer) {
        deciders.whyNot(file, Optional.of(referral), answer.by()).ifPresent(why -> {
            throw new InvalidInput(DECISION, why);
        });
    }

    private static String words(String decision) {
        return switch (decision) {
            case "accept" -> "it is accepted";
            case "return" -> "it is returned to the school";
            case "refuse" -> "it ends here without a sanction";
            default -> "it is investigated first";
        };
    }
}
