package uk.daymark.workflow.engine;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/** The variables of our ports in the engine's kinds, and back. Nothing else gets into the engine: no object, no file, no list. */
final class Values {

    private Values() {}

    /** @throws IllegalArgumentException for a value that is no string, whole number, boolean or instant */
    static VariableMap toEngine(Map<String, Object> variables) {
        VariableMap converted = Variables.createVariables();
        variables.forEach((name, value) -> converted.putValue(name, toEngine(name, value)));
        return converted;
    }

    static Object toEngine(String name, Object value) {
        if (value instanceof Instant moment) {
            return Date.from(moment);
        }
        if (value instanceof String || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            return value;
        }
        throw new IllegalArgumentException("Variable \"" + name
                + "\" must be a string, a whole number, a boolean or an instant, not "
                + value.getClass().getName());
    }

    /** What of the engine's variables our ports know; what the engine itself put among them is left out. */
    static Map<String, Object> fromEngine(Map<String, ? extends @Nullable Object> variables) {
        Map<String, Object> converted = new LinkedHashMap<>();
        variables.forEach((name, value) -> {
            Object known = fromEngine(value);
            if (known != null) {
                converted.put(name, known);
            }
        });
        return converted;
    }

    static @Nullable Object fromEngine(@Nullable Object value) {
        if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime());
        }
        boolean plain = value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Short;
        return plain ? value : null;
    }
}
