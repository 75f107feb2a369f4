package uk.daymark.enforcement.improve;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.enforcement.improve.ImprovementMeasure.Counted;
import uk.daymark.enforcement.improve.ImprovementNotice.Issuer;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.web.Conflict;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** Whether a notice ends early, on a ground that it named. The parent is told before it does. */
@Component
class BreachTask implements TaskHandler {

    private static final String DECISION = "breachDecision";

    private final ImprovementCases cases;
    private final ImprovementStore store;
    private final ImprovementMeasure measure;
    private final ImprovementFacts facts;
    private final ParentCases parents;
    private final DecisionsMade decisions;
    private final ImprovementWords words;

    BreachTask(
            ImprovementCases cases,
            ImprovementStore store,
            ImprovementMeasure measure,
            ImprovementFacts facts,
            ParentCases parents,
            DecisionsMade decisions,
            ImprovementWords words) {
        this.cases = cases;
        this.store = store;
        this.measure = measure;
        this.facts = facts;
        this.parents = parents;
        this.decisions = decisions;
        this.words = words;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(ImprovementTasks.MODEL) && kind.startsWith("decide-") && kind.contains("breach");
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        ImprovementNotice notice = standing(task);
        return facts.ofTheTime(notice, counted(task, notice));
    }

    @Override
    public List<Fact> consequences(TaskAbout task, Answer answer) {
        return words.follows(cases.of(task.key()), task.kind(), answer.text(DECISION));
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        ImprovementNotice notice = standing(task);
        ImprovementCase about = cases.of(task.key());
        Counted counted = counted(task, notice);
        boolean end = answer.text(DECISION).equals("end");
        new Conditions(answer)
                .holds(
                        !end || notice.asks().early().metBy(counted.missed().size(), counted.allowed()),
                        DECISION,
                        "The ground that the notice named is not met any more: "
                                + counted.missed().size()
                                + " sessions were missed without leave. "
                                + notice.asks().early().sentence()
                                + " Let it run")
                .holds(
                        about.issuer() == Issuer.SCHOOL
                                || !parents.referrers(about.file().ref())
                                        .contains(answer.by().userName()),
                        DECISION,
                        "You referred this case. Somebody else at the authority decides about it")
                .check();
        decisions.record(
                about.file().ref(),
                task.kind(),
                end
                        ? "End the notice to improve early: " + about.whom()
                        : "Let the notice to improve run: " + about.whom(),
                answer.text("reason"),
                List.of(),
                end ? counted.missed() : List.of());
        if (end) {
            store.toEndEarly(notice, answer.by().userName(), answer.text("reason"));
        }
        return Map.of("endEarly", end);
    }

    private ImprovementNotice standing(TaskAbout task) {
        return store.standing(task.key()).orElseThrow(() -> new Conflict("The notice to improve has ended."));
    }

    private Counted counted(TaskAbout task, ImprovementNotice notice) {
        return measure.of(notice, cases.of(task.key()).file().pupil());
    }
}
