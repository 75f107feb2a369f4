package uk.daymark.workflow;

import java.util.Map;

/**
 * A step that is no more than its name in the models and what it does.
 *
 * @param name the name in the models
 * @param doing what it does
 */
public record NamedStep(String name, Doing doing) implements Step {

    /** What a step does; answers the variables it sets. */
    public interface Doing {

        /** Does it, as {@link Step#run} says. */
        Map<String, Object> at(StepContext context);
    }

    @Override
    public Map<String, Object> run(StepContext context) {
        return doing.at(context);
    }
}
