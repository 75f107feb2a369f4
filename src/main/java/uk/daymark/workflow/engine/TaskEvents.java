package uk.daymark.workflow.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.TaskFollower;

/** Tells the followers of every task, in the engine's transaction. */
final class TaskEvents implements TaskListener {

    private static final String UNKNOWN = "what it rested on fell away";

    /** The reason that stood in the process when the task opened: it speaks of something before this task. */
    private static final String BEFORE = "becauseBefore";

    private final Supplier<List<TaskFollower>> followers;

    TaskEvents(Supplier<List<TaskFollower>> followers) {
        this.followers = followers;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> opened(task);
            case EVENTNAME_COMPLETE -> tell(follower -> follower.completed(task.getId()));
            case EVENTNAME_DELETE -> {
                String because = because(task);
                tell(follower -> follower.withdrawn(task.getId(), because));
            }
            default -> throw new IllegalStateException("Not listened for: " + task.getEventName());
        }
    }

    private void opened(DelegateTask task) {
        DelegateExecution execution = task.getExecution();
        OpenedTask opened = new OpenedTask(
                task.getId(),
                Where.model(execution),
                task.getTaskDefinitionKey(),
                Optional.ofNullable(task.getName()).orElse(task.getTaskDefinitionKey()),
                task.getCandidates().stream()
                        .map(IdentityLink::getGroupId)
                        .filter(group -> group != null)
                        .sorted()
                        .findFirst()
                        .orElse(""),
                Where.key(execution),
                Values.fromEngine(task.getVariables()),
                task.getCreateTime().toInstant());
        text(task.getVariable(Processes.BECAUSE)).ifPresent(before -> task.setVariableLocal(BEFORE, before));
        tell(follower -> follower.opened(opened));
    }

    private static String because(DelegateTask task) {
        Optional<String> before = text(task.getVariableLocal(BEFORE));
        return Because.said()
                .or(() -> inTheProcessOrItsCallers(task.getExecution())
                        .filter(why -> !Optional.of(why).equals(before)))
                .orElse(UNKNOWN);
    }

    private static Optional<String> inTheProcessOrItsCallers(@Nullable DelegateExecution execution) {
        if (execution == null) {
            return Optional.empty();
        }
        return text(execution.getVariable(Processes.BECAUSE))
                .or(() ->
                        inTheProcessOrItsCallers(execution.getProcessInstance().getSuperExecution()));
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private void tell(Consumer<TaskFollower> what) {
        followers.get().forEach(what);
    }
}
