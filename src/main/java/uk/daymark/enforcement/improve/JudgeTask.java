package uk.daymark.enforcement.improve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.enforcement.improve.ImprovementMeasure.Counted;
import uk.daymark.enforcement.improve.ImprovementNotice.Issuer;
import uk.daymark.enforcement.improve.ImprovementNotice.Outcome;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.web.Conflict;
import uk.daymark.workflow.Decisions;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** Whether a notice was met. Daymark proposes; a person decides, and nothing is decided against a parent on marks that are not firm. */
@Component
class JudgeTask implements TaskHandler {

    private static final String TABLE = "improvement-result";
    private static final String IMPROVEMENT = "improvement";

    private final ImprovementCases cases;
    private final ImprovementStore store;
    private final Improvements notices;
    private final ImprovementMeasure measure;
    private final ImprovementFacts facts;
    private final ParentCases parents;
    private final DecisionsMade decisions;
    private final Decisions tables;
    private final ImprovementWords words;

    JudgeTask(
            ImprovementCases cases,
            ImprovementStore store,
            Improvements notices,
            ImprovementMeasure measure,
            ImprovementFacts facts,
            ParentCases parents,
            DecisionsMade decisions,
            Decisions tables,
            ImprovementWords words) {
        this.cases = cases;
        this.store = store;
        this.notices = notices;
        this.measure = measure;
        this.facts = facts;
        this.parents = parents;
        this.decisions = decisions;
        this.tables = tables;
        this.words = words;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(ImprovementTasks.MODEL) && kind.startsWith("judge-improvement");
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        ImprovementNotice notice = standing(task);
        Counted counted = counted(task, notice);
        List<Fact> shown = new ArrayList<>();
        tables.ask(TABLE, counted.facts())
                .forEach(rule -> shown.add(new Fact(
                        "Daymark proposes", proposal(rule) + rule.out("sentence") + " (" + rule.out("source") + ")")));
        shown.addAll(facts.ofTheTime(notice, counted));
        return shown;
    }

    private static String proposal(Decisions.Fired rule) {
        return switch (rule.out("proposed")) {
            case "met" -> "Met. ";
            case "failed" -> "Not met. ";
            default -> "Nothing yet. ";
        };
    }

    @Override
    public List<Fact> consequences(TaskAbout task, Answer answer) {
        return words.follows(cases.of(task.key()), task.kind(), answer.text(IMPROVEMENT));
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        ImprovementNotice notice = standing(task);
        ImprovementCase about = cases.of(task.key());
        Counted counted = counted(task, notice);
        boolean met = answer.text(IMPROVEMENT).equals("met");
        new Conditions(answer)
                .holds(
                        met || counted.tooMany(),
                        IMPROVEMENT,
                        counted.maybeTooMany()
                                ? "Only " + counted.missed().size() + " sessions missed without leave are firm, and the"
                                        + " notice allows " + counted.allowed()
                                        + ". Marks with no reason, not taken into"
                                        + " the school's register, or missing prove nothing against the parent"
                                        + " (Cambridgeshire, S3). Reasons established for them would change this"
                                : counted.missed().size()
                                        + " sessions were missed without leave, and the notice allows "
                                        + counted.allowed()
                                        + ": it was met, as it said itself. Only amended marks would"
                                        + " change this")
                .holds(
                        about.issuer() == Issuer.SCHOOL
                                || !parents.referrers(about.file().ref())
                                        .contains(answer.by().userName()),
                        IMPROVEMENT,
                        "You referred this case. Somebody else at the authority decides about it")
                .check();
        Outcome outcome = met ? Outcome.MET : Outcome.FAILED;
        decisions.record(
                about.file().ref(),
                task.kind(),
                "Notice to improve to " + about.whom() + ": " + outcome.title(),
                answer.text("reason"),
                List.of(),
                met ? List.of() : counted.missed());
        notices.end(notice, outcome, answer.text("reason"));
        return Map.of(ImprovementSteps.OUTCOME, outcome.word());
    }

    private ImprovementNotice standing(TaskAbout task) {
        return store.standing(task.key()).orElseThrow(() -> new Conflict("The notice to improve has ended."));
    }

    private Counted counted(TaskAbout task, ImprovementNotice notice) {
        return measure.of(notice, cases.of(task.key()).file().pupil());
    }
}
