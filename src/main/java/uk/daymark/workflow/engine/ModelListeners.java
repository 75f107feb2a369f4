package uk.daymark.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventBasedGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Hangs our listeners into every model as it is read, so that no model can forget one. */
final class ModelListeners extends AbstractBpmnParseListener {

    private final TaskListener tasks;
    private final PathListener path;

    ModelListeners(TaskListener tasks, PathListener path) {
        this.tasks = tasks;
        this.path = path;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, tasks);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, tasks);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, tasks);
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof DmnBusinessRuleTaskActivityBehavior) {
            activity.addListener(ExecutionListener.EVENTNAME_END, new DecisionOutputs());
        }
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
        path.follow(transition);
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        path.followEntering(activity, (ActivityImpl) activity.getEventScope());
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (scope instanceof ActivityImpl inside && inside.isTriggeredByEvent()) {
            path.followEntering(activity, activity);
        }
    }

    /** Comes last: the arrows out of gateways that wait for events are in the model only. */
    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
        for (ProcessDefinitionEntity process : processes) {
            arrowsToEvents(root, process);
            putByHand(process);
        }
    }

    /** What begins a part, stands at an edge or follows a gateway that waits is entered without an arrow of itself. */
    private void putByHand(ScopeImpl scope) {
        for (ActivityImpl element : scope.getActivities()) {
            boolean event = element.getProperty("type") instanceof String type
                    && (type.contains("tartEvent") || type.startsWith("boundary"));
            boolean awaited = element.getEventScope() instanceof ActivityImpl waiting
                    && waiting.getActivityBehavior() instanceof EventBasedGatewayActivityBehavior;
            boolean begunByEvent = element.isTriggeredByEvent();
            if (!event && !awaited && !begunByEvent && !element.isAsyncBefore()) {
                path.followPuttingThere(element);
            }
            putByHand(element);
        }
    }

    private void arrowsToEvents(Element element, ProcessDefinitionEntity process) {
        if (element.getTagName().equals("sequenceFlow")) {
            ActivityImpl from = process.findActivity(element.attribute("sourceRef"));
            ActivityImpl to = process.findActivity(element.attribute("targetRef"));
            String arrow = element.attribute("id");
            if (from != null
                    && to != null
                    && from.getActivityBehavior() instanceof EventBasedGatewayActivityBehavior
                    && from.findOutgoingTransition(arrow) == null) {
                path.followToEvent(from, arrow, element.attribute("name", ""), to);
            }
        }
        element.elements().forEach(inner -> arrowsToEvents(inner, process));
    }
}
