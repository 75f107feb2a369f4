package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.NoticeRate;
import uk.daymark.enforcement.referral.Referral.Check;
import uk.daymark.enforcement.referral.Referral.Result;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.time.Dates;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;
import uk.daymark.workflow.Decisions;
import uk.daymark.workflow.Decisions.Fired;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/**
 * A person decides for one parent: the panel at its sitting, or an officer where there is none. Everything is weighed again in the
 * transaction of the decision; a sanction against which a rule stands is refused, naming the rule, its source and what would change it.
 */
@Component
class DecideParentTask implements TaskHandler {

    private static final String DECISION = "/fields/decision";
    private static final String TABLE = "sanction-route";
    private static final Set<Outcome> PROSECUTIONS = Set.of(Outcome.SINGLE_JUSTICE, Outcome.OPEN_COURT);
    private static final Set<Outcome> SANCTIONS =
            Set.of(Outcome.NOTICE_TO_IMPROVE, Outcome.PENALTY_NOTICE, Outcome.SINGLE_JUSTICE, Outcome.OPEN_COURT);

    private final ParentCases parentCases;
    private final LiableParents parents;
    private final Weighing weighing;
    private final Deciders deciders;
    private final ReferralFacts facts;
    private final Referrals referrals;
    private final Sittings sittings;
    private final Decisions decisions;
    private final DecisionsMade made;
    private final WhatFollows follows;
    private final Dates dates;
    private final Clock clock;

    DecideParentTask(
            ParentCases parentCases,
            LiableParents parents,
            Weighing weighing,
            Deciders deciders,
            ReferralFacts facts,
            Referrals referrals,
            Sittings sittings,
            Decisions decisions,
            DecisionsMade made,
            WhatFollows follows,
            Dates dates,
            Clock clock) {
        this.parentCases = parentCases;
        this.parents = parents;
        this.weighing = weighing;
        this.deciders = deciders;
        this.facts = facts;
        this.referrals = referrals;
        this.sittings = sittings;
        this.decisions = decisions;
        this.made = made;
        this.follows = follows;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Models.PARENT)
                && (kind.equals(Models.DECIDE_AT_PANEL) || kind.equals(Models.DECIDE_BY_OFFICER));
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        ParentCase parent = parentCases.of(task.key());
        Weighed weighed = weighing.of(parent, "");
        Fired rule = decisions.ask(TABLE, weighed.facts()).get(0);
        List<Fact> all = new ArrayList<>();
        all.add(new Fact(
                "Parent",
                parent.parent().name() + ", " + parent.parent().relation() + "\nLiable because: "
                        + parent.parent().liableBecause()));
        all.addAll(facts.asked(parent.file(), weighed.referral()));
        all.add(new Fact(
                "Daymark proposes",
                Outcome.ofWord(rule.out("proposed")).map(Outcome::title).orElse("") + ". " + rule.out("sentence")
                        + "\nSource: " + rule.out("source")));
        all.addAll(facts.actBy(referrals.waiting(weighed.referral()).flatMap(Referrals.Waiting::actBy)));
        all.addAll(facts.checks(weighed.checks()));
        all.add(new Fact(
                "Sessions",
                weighed.sessions().isEmpty()
                        ? "None that a sanction may rest on"
                        : weighed.sessions().stream().map(this::session).collect(Collectors.joining("\n"))));
        if (!weighed.forNotice().equals(weighed.sessions())) {
            all.add(new Fact(
                    "Sessions for a notice",
                    weighed.forNotice().stream().map(this::session).collect(Collectors.joining("\n"))
                            + "\nThe latest that leave time to prosecute if it is not paid."));
        }
        weighed.notice()
                .ifPresent(notice -> all.add(new Fact(
                        "Earlier notices",
                        notice.previousCounted() + " to this parent for this child since "
                                + dates.day(notice.lookbackFrom())
                                + notice.rate()
                                        .map(rate -> ". Another would be at the "
                                                + (rate == NoticeRate.FIRST ? "first" : "second")
                                                + " rate")
                                        .orElse(". No further notice is possible"))));
        String before = parent.parent().decisions().stream()
                .map(decided -> decided.outcome().title() + ", " + dates.moment(decided.at()) + ": " + decided.reason())
                .collect(Collectors.joining("\n"));
        if (!before.isEmpty()) {
            all.add(new Fact("Decided before", before));
        }
        sittings.deciding(parent)
                .filter(day -> task.kind().equals(Models.DECIDE_AT_PANEL))
                .ifPresent(day -> all.add(new Fact("Sitting", dates.weekday(day))));
        return all;
    }

    @Override
    public List<Fact> consequences(TaskAbout task, Answer answer) {
        return Outcome.ofWord(answer.text("decision"))
                .map(outcome -> follows.decided(parentCases.of(task.key()), outcome))
                .orElse(List.of());
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        ParentCase parent = parentCases.of(task.key());
        ParentKey key = parent.parent().key();
        parents.hold(key);
        Weighed weighed = weighing.of(parent, "");
        Outcome outcome = Outcome.ofWord(answer.text("decision"))
                .orElseThrow(() -> new InvalidInput(DECISION, "Choose what you decide"));
        boolean panel = task.kind().equals(Models.DECIDE_AT_PANEL);
        refuse(parent, weighed, outcome, panel, answer);
        Fired rule = decisions.decide(TABLE, task.key(), weighed.facts()).get(0);
        Optional<Outcome> proposed = Outcome.ofWord(rule.out("proposed"));
        parents.decide(
                key,
                outcome,
                proposed,
                TABLE + " " + rule.version() + ": " + rule.rule(),
                answer.text("reason"),
                panel ? sittings.deciding(parent) : Optional.empty());
        parents.stands(key, standing(outcome), answer.text("reason"));
        made.record(
                key.caseRef(),
                task.kind(),
                parent.parent().name() + ": " + outcome.title(),
                answer.text("reason"),
                List.of(),
                resting(weighed, outcome));
        return PROSECUTIONS.contains(outcome)
                ? Map.of("outcome", "prosecution", "tier", outcome.word())
                : Map.of("outcome", outcome.word());
    }

    private void refuse(ParentCase parent, Weighed weighed, Outcome outcome, boolean panel, Answer answer) {
        List<String> against = new ArrayList<>();
        deciders.whyNot(parent.file(), Optional.of(weighed.referral()), answer.by())
                .ifPresent(against::add);
        LocalDate today = LocalDate.now(clock);
        if (panel) {
            sittings.tooEarly(parent).ifPresent(against::add);
        }
        if (SANCTIONS.contains(outcome)) {
            weighed.checks().stream()
                    .filter(Check::stops)
                    .filter(check -> check.result() == Result.NOT_MET)
                    .filter(check ->
                            !(outcome == Outcome.PENALTY_NOTICE && check.code().equals(Weighing.TIME_PASSED)))
                    .map(facts::refusal)
                    .forEach(against::add);
            if (resting(weighed, outcome).isEmpty()) {
                against.add(
                        "No session is left that a sanction for this parent may rest on: each is explained or serves"
                                + " another notice. Only other sessions would change that. Source: Education Act 1996, section 444A.");
            }
        }
        if (outcome == Outcome.PENALTY_NOTICE) {
            weighed.notice().stream()
                    .flatMap(notice -> notice.blocked().stream())
                    .map(DecideParentTask::refusal)
                    .forEach(against::add);
        }
        if (outcome == Outcome.NOTICE_TO_IMPROVE && weighed.improvement().equals("not-used")) {
            against.add("A notice to improve is not used for this. Decide something else. Source: "
                    + parent.policy()
                            .entry("nti.used", today)
                            .map(entry -> entry.source())
                            .orElse(parent.policy().title())
                    + ".");
        }
        if (!against.isEmpty()) {
            throw new InvalidInput(against.stream()
                    .distinct()
                    .map(why -> new Fault(DECISION, why))
                    .toList());
        }
    }

    /** The sessions on which what is decided would rest. */
    private static List<MarkedSession> resting(Weighed weighed, Outcome outcome) {
        return outcome == Outcome.PENALTY_NOTICE ? weighed.forNotice() : weighed.sessions();
    }

    private static String refusal(CheckedRule rule) {
        return Stream.of(rule.message(), rule.whatWouldChangeThis(), "Source: " + rule.source() + ".")
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static LiableParent.Standing standing(Outcome outcome) {
        return switch (outcome) {
            case NOTICE_TO_IMPROVE -> LiableParent.Standing.NOTICE_TO_IMPROVE;
            case PENALTY_NOTICE -> LiableParent.Standing.PENALTY_NOTICE;
            case SINGLE_JUSTICE, OPEN_COURT -> LiableParent.Standing.PROSECUTION;
            case SUPERVISION_ORDER -> LiableParent.Standing.SUPERVISION_ORDER;
            case INVESTIGATE -> LiableParent.Standing.INVESTIGATION;
            case NO_ACTION -> LiableParent.Standing.ENDED;
        };
    }

    private String session(MarkedSession marked) {
        return dates.weekday(marked.session().date())
                + (marked.session().half() == Half.AM ? ", morning: " : ", afternoon: ")
                + marked.code().token();
    }
}
