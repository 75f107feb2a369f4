package uk.daymark.escalation;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** A reason for each step that is due and is skipped where attendance falls fast. The answers are kept with the task. */
@Component
class CatchUpTask implements TaskHandler {

    private final OpenCases open;
    private final CaseFacts facts;

    CatchUpTask(OpenCases open, CaseFacts facts) {
        this.open = open;
        this.facts = facts;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Rung.CATCH_UP.id()) && kind.equals("skip-steps");
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        Map<String, Object> known = known(task);
        return List.of(
                new Fact("First letter", softLetterDue(known) ? "Due: it is skipped" : "Not due"),
                new Fact("Evidence of illness", evidenceDue(known) ? "Due: it is not asked for first" : "Not due"));
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        Map<String, Object> known = known(task);
        Conditions conditions = new Conditions(answer);
        if (softLetterDue(known)) {
            conditions.text("softLetter", "Enter why the soft letter is skipped");
        }
        if (evidenceDue(known)) {
            conditions.text("evidence", "Enter why evidence is not asked for first");
        }
        conditions.check();
        return Map.of();
    }

    private Map<String, Object> known(TaskAbout task) {
        return facts.of(open.of(task.key()));
    }

    private static boolean softLetterDue(Map<String, Object> known) {
        return "soft-letter-first".equals(known.get("style")) && Boolean.FALSE.equals(known.get("softDone"));
    }

    private static boolean evidenceDue(Map<String, Object> known) {
        return Boolean.TRUE.equals(known.get("evidenceDue")) && Boolean.FALSE.equals(known.get("evidenceDone"));
    }
}
