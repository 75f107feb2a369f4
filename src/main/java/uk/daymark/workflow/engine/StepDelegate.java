package uk.daymark.workflow.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.StepContext;

/** Runs a step where the engine calls it. */
record StepDelegate(Step step) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        StepContext context = new StepContext(
                Where.model(execution),
                execution.getCurrentActivityId(),
                Where.key(execution),
                Values.fromEngine(execution.getVariables()));
        execution.setVariables(Values.toEngine(step.run(context)));
    }
}
