package uk.daymark.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.workflow.TaskGoneException;
import uk.daymark.workflow.Tasks;

/** The engine's tasks. */
@Component
@Transactional
class EngineTasks implements Tasks {

    private final TaskService tasks;
    private final FormService forms;

    EngineTasks(TaskService tasks, FormService forms) {
        this.tasks = tasks;
        this.forms = forms;
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        VariableMap converted = Values.toEngine(variables);
        requireOpen(taskId);
        try {
            OurOwnFault.unwrapped(() -> tasks.complete(taskId, converted));
        } catch (OptimisticLockingFailureException overtaken) {
            requireOpen(taskId);
            throw overtaken;
        }
    }

    @Override
    public String form(String taskId) {
        requireOpen(taskId);
        try (InputStream form = forms.getDeployedTaskForm(taskId)) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Optional<String> text(String taskId, String variable) {
        return tasks.createTaskQuery().taskId(taskId).count() == 0
                ? Optional.empty()
                : Optional.ofNullable(tasks.getVariable(taskId, variable)).map(String::valueOf);
    }

    private void requireOpen(String taskId) {
        if (tasks.createTaskQuery().taskId(taskId).count() == 0) {
            throw new TaskGoneException(taskId);
        }
    }
}
