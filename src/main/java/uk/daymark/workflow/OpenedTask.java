package uk.daymark.workflow;

import java.time.Instant;
import java.util.Map;

/**
 * A task that a process has just asked people to do.
 *
 * @param id the task's id, for {@link Tasks}
 * @param model the id of the model it stands in
 * @param kind the id of the user task in that model
 * @param name what to do, as the model names it
 * @param group the candidate group in the model: a role in lower case
 * @param key what the process is about
 * @param variables the process's variables
 * @param at when
 */
public record OpenedTask(
        String id,
        String model,
        String kind,
        String name,
        String group,
        String key,
        Map<String, Object> variables,
        Instant at) {

    public OpenedTask {
        variables = Map.copyOf(variables);
    }
}
