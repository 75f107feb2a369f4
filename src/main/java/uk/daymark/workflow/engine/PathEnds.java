package uk.daymark.workflow.engine;

import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Writes where the path of a process ends that is withdrawn: nothing else would tell why it goes no further. */
@Component
class PathEnds {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final PathWriter path;

    PathEnds(RuntimeService runtime, RepositoryService repository, PathWriter path) {
        this.runtime = runtime;
        this.repository = repository;
        this.path = path;
    }

    /** Writes every place at which the process, and those that it called, stand; before they are withdrawn. */
    void end(String process) {
        runtime.createProcessInstanceQuery()
                .superProcessInstanceId(process)
                .unlimitedList()
                .forEach(called -> end(called.getId()));
        Optional<ProcessInstance> running = Optional.ofNullable(
                runtime.createProcessInstanceQuery().processInstanceId(process).singleResult());
        Optional<ActivityInstance> tree = running.map(ProcessInstance::getId).map(runtime::getActivityInstance);
        tree.ifPresent(root -> ends(at(running.orElseThrow()), root));
    }

    private PathWriter.At at(ProcessInstance running) {
        ProcessDefinition model = repository.getProcessDefinition(running.getProcessDefinitionId());
        return new PathWriter.At(
                Optional.ofNullable(running.getBusinessKey()).orElse(""),
                model.getKey(),
                Optional.ofNullable(model.getVersionTag()).orElse(""),
                model.getVersion());
    }

    private void ends(PathWriter.At at, ActivityInstance within) {
        for (ActivityInstance child : within.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length == 0) {
                String name = Optional.ofNullable(child.getActivityName())
                        .filter(text -> !text.isBlank())
                        .orElse(child.getActivityId());
                path.took(at, new Arrow(child.getActivityId(), name, "", "", "", ""));
            }
            ends(at, child);
        }
    }
}
