package uk.daymark.workflow;

import java.util.Map;
import java.util.Optional;

/**
 * Where a step is run.
 *
 * @param model the model's id
 * @param element the service task's id
 * @param key what the process is about
 * @param variables the process's variables as they stand: strings, whole numbers, booleans and instants
 */
public record StepContext(String model, String element, String key, Map<String, Object> variables) {

    public StepContext {
        variables = Map.copyOf(variables);
    }

    /** A variable's text; empty where it is not set. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::valueOf);
    }

    /** A whole number; nought where it is not set. */
    public int number(String name) {
        return variables.get(name) instanceof Number number ? number.intValue() : 0;
    }

    /** Whether a variable is set and true. */
    public boolean yes(String name) {
        return Boolean.TRUE.equals(variables.get(name));
    }
}
