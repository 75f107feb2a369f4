package uk.daymark.process;

import java.util.Collection;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** What a deployed model consists of. */
final class ModelElements {

    private ModelElements() {}

    static Collection<SequenceFlow> flows(ProcessEngine engine, String definitionId) {
        return engine.getRepositoryService()
                .getBpmnModelInstance(definitionId)
                .getModelElementsByType(SequenceFlow.class);
    }

    static Collection<FlowNode> nodes(ProcessEngine engine, String definitionId) {
        return engine.getRepositoryService().getBpmnModelInstance(definitionId).getModelElementsByType(FlowNode.class);
    }
}
