package uk.daymark.workflow;

/** The task has ended: somebody completed it, or what it rested on fell away. */
public final class TaskGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param taskId which */
    public TaskGoneException(String taskId) {
        super("There is no open task " + taskId);
    }
}
