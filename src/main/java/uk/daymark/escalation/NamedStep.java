package uk.daymark.escalation;

import java.util.Map;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.StepContext;

/** A step by its name in the models and what it does. */
record NamedStep(String name, Doing doing) implements Step {

    /** What a step does; answers the variables it sets. */
    interface Doing {

        Map<String, Object> at(StepContext context);
    }

    @Override
    public Map<String, Object> run(StepContext context) {
        return doing.at(context);
    }
}
