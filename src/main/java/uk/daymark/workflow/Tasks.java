package uk.daymark.workflow;

import java.util.Map;
import java.util.Optional;

/** What people do in processes. */
public interface Tasks {

    /**
     * Ends a task and moves its process on, in the caller's transaction.
     *
     * @throws TaskGoneException where it has ended already
     */
    void complete(String taskId, Map<String, Object> variables);

    /**
     * The form of a task, in the version that was deployed with the task's model: JSON.
     *
     * @throws TaskGoneException where the task has ended already
     */
    String form(String taskId);

    /** A text that the task's process holds; empty where it holds none or the task has ended. */
    Optional<String> text(String taskId, String variable);
}
