package uk.daymark.escalation;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.cases.Findings;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** The headteacher records whether there is a genuine doubt about illness; the decision keeps the sessions of the pattern. */
@Component
class DoubtTask implements TaskHandler {

    static final String KIND = "record-doubt";

    private final OpenCases open;
    private final Findings findings;
    private final DecisionsMade decisions;

    DoubtTask(OpenCases open, Findings findings, DecisionsMade decisions) {
        this.open = open;
        this.findings = findings;
        this.decisions = decisions;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Models.CASE) && kind.equals(KIND);
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        CaseFile file = open.of(task.key());
        String doubt = answer.text("doubt");
        decisions.record(
                file.ref(),
                KIND,
                doubt.equals("yes") ? "There is a genuine doubt about illness" : "There is no doubt about illness",
                answer.text("reason"),
                findings.open(file.enrolment(), "PATTERN").map(List::of).orElse(List.of()));
        return Map.of("doubt", doubt);
    }
}
