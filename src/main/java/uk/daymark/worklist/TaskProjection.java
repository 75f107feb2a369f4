package uk.daymark.worklist;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.daymark.access.Access;
import uk.daymark.access.SignedIn;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.workflow.TaskFollower;
import uk.daymark.worklist.WorkItem.State;

/** Writes the work list as tasks open and end, in the engine's own transaction. */
@Component
class TaskProjection implements TaskFollower {

    /** Who did what time or a rule did. */
    private static final String NOBODY = "daymark";

    private final WorkItems items;
    private final ObjectProvider<TaskDescriber> describers;
    private final Access access;
    private final Clock clock;

    TaskProjection(WorkItems items, ObjectProvider<TaskDescriber> describers, Access access, Clock clock) {
        this.items = items;
        this.describers = describers;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public void opened(OpenedTask task) {
        if (!WhoMayDo.known(task.group())) {
            throw new IllegalStateException("The task " + task.kind() + " of " + task.model()
                    + " is for no role that there is: '" + task.group() + "'");
        }
        Description about = describers
                .orderedStream()
                .filter(describer -> describer.describes(task.model(), task.key()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody describes tasks of " + task.model()
                        + " with keys such as " + task.key() + ": a bean of the type TaskDescriber is missing"))
                .describe(task);
        items.add(task, about);
    }

    @Override
    public void completed(String taskId) {
        String by = access.whoever().map(SignedIn::userName).orElse(NOBODY);
        items.end(taskId, State.DONE, by, "", clock.instant());
    }

    @Override
    public void withdrawn(String taskId, String because) {
        String by = access.whoever().map(SignedIn::userName).orElse(NOBODY);
        items.end(taskId, State.WITHDRAWN, by, because, clock.instant());
    }
}
