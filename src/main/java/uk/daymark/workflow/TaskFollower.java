package uk.daymark.workflow;

/** Is told of every task in the engine's own transaction. */
public interface TaskFollower {

    /** A process asks people to do something. */
    void opened(OpenedTask task);

    /** Somebody did it. */
    void completed(String taskId);

    /**
     * It is no longer asked for.
     *
     * @param because why, for people; never blank
     */
    void withdrawn(String taskId, String because);
}
