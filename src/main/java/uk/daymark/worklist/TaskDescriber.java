package uk.daymark.worklist;

import uk.daymark.workflow.OpenedTask;

/** Says in a feature's words what a task is about. One bean for each kind of key. */
public interface TaskDescriber {

    /** Whether it knows tasks of this model with this key. */
    boolean describes(String model, String key);

    /** What to write on the work list; called in the engine's transaction as the task opens. */
    Description describe(OpenedTask task);
}
