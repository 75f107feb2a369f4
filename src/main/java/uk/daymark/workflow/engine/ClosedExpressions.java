package uk.daymark.workflow.engine;

import java.lang.reflect.Method;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** Expressions of models and decision tables: names of steps and variables, compared; no bean, no class, no function. */
final class ClosedExpressions extends JuelExpressionManager {

    private final StepNames steps;

    ClosedExpressions(StepNames steps) {
        this.steps = steps;
    }

    @Override
    protected ELResolver createElResolver() {
        return new OnlyNames(steps);
    }

    @Override
    public void addFunction(String name, Method function) {
        // The engine offers its own functions (the time, the user); none is taken.
    }
}
