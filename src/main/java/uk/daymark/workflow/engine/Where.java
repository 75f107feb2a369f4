package uk.daymark.workflow.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import uk.daymark.workflow.Processes;

/** Which model and key a running process has. */
final class Where {

    private Where() {}

    /** The model's id. */
    static String model(DelegateExecution execution) {
        return ((ExecutionEntity) execution).getProcessDefinition().getKey();
    }

    /** The model's version tag; empty where it has none. */
    static String version(DelegateExecution execution) {
        String tag = ((ExecutionEntity) execution).getProcessDefinition().getVersionTag();
        return tag == null ? "" : tag;
    }

    /** All of it. */
    static PathWriter.At at(DelegateExecution execution) {
        int number = ((ExecutionEntity) execution).getProcessDefinition().getVersion();
        return new PathWriter.At(key(execution), model(execution), version(execution), number);
    }

    /** What the process is about. */
    static String key(DelegateExecution execution) {
        String businessKey = execution.getProcessBusinessKey();
        if (businessKey != null) {
            return businessKey;
        }
        return execution.getVariable(Processes.KEY) instanceof String key ? key : "";
    }
}
