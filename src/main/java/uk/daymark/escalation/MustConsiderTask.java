package uk.daymark.escalation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFigures;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseMeasures;
import uk.daymark.cases.CasePart.Hold;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.cases.Finding;
import uk.daymark.cases.Findings;
import uk.daymark.cases.KnownSanctions;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.policy.Policy;
import uk.daymark.time.Dates;
import uk.daymark.web.Conflict;
import uk.daymark.workflow.Decisions;
import uk.daymark.workflow.Decisions.Fired;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/**
 * The headteacher considers a penalty notice, and before that the lead establishes reasons. Everything is counted again at the moment of
 * deciding: nothing rests on a count that holds no longer, or on sessions with no reason yet.
 */
@Component
class MustConsiderTask implements TaskHandler {

    private static final String CONSIDER = "must-consider";
    private static final String REFER = "refer-to-authority";
    private static final String IMPROVE = "notice-to-improve";

    /** What is recorded where the head gives a notice to improve. */
    static final String NOTICE_GIVEN = "Give a notice to improve";

    private static final Map<String, String> DECISIONS = Map.of(
            "continue-support",
            "Continue support",
            IMPROVE,
            NOTICE_GIVEN,
            REFER,
            "Refer to the local authority",
            "no-action",
            "Take no action");

    private final OpenCases open;
    private final CaseMeasures measures;
    private final Findings findings;
    private final DecisionsMade decisionsMade;
    private final SupportFirst support;
    private final CasePolicy policy;
    private final List<KnownSanctions> known;
    private final Decisions decisions;
    private final Dates dates;
    private final TaskWords words;

    MustConsiderTask(
            OpenCases open,
            CaseMeasures measures,
            Findings findings,
            DecisionsMade decisionsMade,
            SupportFirst support,
            CasePolicy policy,
            List<KnownSanctions> known,
            Decisions decisions,
            Dates dates,
            TaskWords words) {
        this.open = open;
        this.measures = measures;
        this.findings = findings;
        this.decisionsMade = decisionsMade;
        this.support = support;
        this.policy = policy;
        this.known = known;
        this.decisions = decisions;
        this.dates = dates;
        this.words = words;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Models.THRESHOLD);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        CaseFile file = open.of(task.key());
        CaseFigures figures = measures.of(file);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Count", count(figures)));
        facts.add(new Fact(
                "Sessions counted",
                figures.counted().stream().map(this::session).collect(Collectors.joining("\n"))));
        if (!figures.thresholdFirm()) {
            facts.add(new Fact("Why the count is not firm", notFirm(figures)));
        }
        if (task.kind().equals(CONSIDER)) {
            Fired advice = decisions
                    .ask(Models.SUPPORT_TABLE, support.facts(file, figures))
                    .get(0);
            facts.add(new Fact(
                    "Support first",
                    advice.out("sentence") + " (" + advice.rule() + "; " + advice.out("source") + ")"));
            facts.add(new Fact("Support on record", support.inWords(file)));
            List<Hold> holds = support.holds(file, figures);
            if (!holds.isEmpty()) {
                facts.add(new Fact(
                        "What holds a sanction back",
                        holds.stream().map(Hold::because).collect(Collectors.joining("\n"))));
            }
            support.unknown(file).forEach(unknown -> facts.add(new Fact("Not known", unknown)));
            facts.add(new Fact(
                    "Penalty notices known",
                    known.stream()
                            .flatMap(source -> source.of(file).stream())
                            .collect(Collectors.collectingAndThen(
                                    Collectors.joining("\n"),
                                    lines -> lines.isEmpty()
                                            ? "None that this school knows of. The authority looks in its ledger."
                                            : lines))));
        }
        return facts;
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        if (!task.kind().equals(CONSIDER)) {
            return Map.of();
        }
        CaseFile file = open.of(task.key());
        CaseFigures figures = measures.of(file);
        Finding finding = firm(file, figures);
        String decision = answer.text("decision");
        new Conditions(answer)
                .holds(
                        !decision.equals(IMPROVE) || schoolIssuesNotices(file),
                        "decision",
                        "The policy of " + policy.of(file).title()
                                + " does not let the school issue a notice to improve. Refer to the authority or continue support.")
                .holds(
                        !decision.equals(IMPROVE) || !support.holidayOnly(file, figures),
                        "decision",
                        "Every session counted is holiday without leave: a notice to improve is not used for it."
                                + " Refer to the authority or take no action.")
                .check();
        boolean towardsASanction = decision.equals(REFER) || decision.equals(IMPROVE);
        Optional<Hold> hold =
                towardsASanction ? support.holds(file, figures).stream().findFirst() : Optional.empty();
        new Conditions(answer)
                .holds(
                        hold.isEmpty(),
                        "decision",
                        hold.map(Hold::because).orElse("")
                                + " Until then support goes on. Continue support or take no action.")
                .check();
        decisionsMade.record(
                file.ref(),
                CONSIDER,
                DECISIONS.getOrDefault(decision, decision),
                answer.text("reason"),
                List.of(finding));
        return Map.of("decision", decision);
    }

    /** The finding that a decision rests on, counted at this moment. */
    private Finding firm(CaseFile file, CaseFigures figures) {
        if (!figures.thresholdMet()) {
            throw new Conflict("The threshold is no longer reached: " + figures.count() + " of "
                    + figures.thresholdRequired() + " sessions count. There is nothing to decide.");
        }
        if (!figures.thresholdFirm()) {
            throw new Conflict("Nothing can be decided yet. " + notFirm(figures));
        }
        return findings.open(file.enrolment(), Models.THRESHOLD_FINDING)
                .orElseThrow(() -> new Conflict("The count has just changed. Look at this task again."));
    }

    private boolean schoolIssuesNotices(CaseFile file) {
        Policy here = policy.of(file);
        return here.yesNo("nti.used", policy.today()).orElse(false)
                && policy.text(here, "nti.issuer").contains("school");
    }

    private static String count(CaseFigures figures) {
        return figures.count() + " sessions count, the policy asks for " + figures.thresholdRequired() + ". "
                + (figures.thresholdFirm() ? "The count is firm." : "Only " + figures.firm() + " of them are firm.");
    }

    private String notFirm(CaseFigures figures) {
        return NotFirm.inWords(figures, words)
                + (figures.provisional() == 0
                        ? ""
                        : figures.replaceBy()
                                .map(day -> " Replace the first N by " + dates.weekday(day) + ".")
                                .orElse(""))
                + " Nothing may be sent or decided on them.";
    }

    private String session(MarkedSession marked) {
        return dates.weekday(marked.session().date())
                + (marked.session().half() == Half.AM ? ", morning: " : ", afternoon: ")
                + marked.code().token();
    }
}
