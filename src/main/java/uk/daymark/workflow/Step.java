package uk.daymark.workflow;

import java.util.Map;

/**
 * What Daymark does at a service task. A bean of this type stands behind {@code camunda:delegateExpression="${name}"} in the models; no
 * other bean can be reached from a model.
 */
public interface Step {

    /** The name in the models. */
    String name();

    /**
     * Does it, in the engine's transaction, measuring afresh what it rests on.
     *
     * @return variables to set in the process; empty where it decides nothing that an arrow, a timer or a table reads
     */
    Map<String, Object> run(StepContext context);
}
