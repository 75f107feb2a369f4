package uk.daymark.workflow.engine;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Makes each output of the rule that fired a variable of its name, as the decision's task ends. */
final class DecisionOutputs implements ExecutionListener {

    private static final String RESULT = "decisionResult";

    @Override
    public void notify(DelegateExecution execution) {
        if (!(execution.getVariable(RESULT) instanceof DmnDecisionResult result)) {
            throw new IllegalStateException("Nothing was decided at \"" + execution.getCurrentActivityId() + "\"");
        }
        if (result.size() != 1) {
            throw new IllegalStateException(
                    "At \"" + execution.getCurrentActivityId() + "\" of " + Where.model(execution)
                            + " exactly one rule has to fit, not " + result.size() + ", for "
                            + Values.fromEngine(execution.getVariables()));
        }
        Map<String, Object> outputs = result.getFirstResult().getEntryMap();
        outputs.forEach(
                (name, value) -> execution.setVariable(name, value == null ? null : Values.toEngine(name, value)));
    }
}
