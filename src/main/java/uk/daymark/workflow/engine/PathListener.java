package uk.daymark.workflow.engine;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;

/**
 * Writes every arrow as it is taken; the engine's own history has none. Events that are entered without an arrow, at the edge of a task or
 * at the start of an event sub-process, are written as they are entered; the arrow out of a gateway that waits for events is written when
 * its event comes, because the engine takes it in silence. Where somebody puts a process into an element by hand, that is written as
 * an element entered without an arrow.
 */
final class PathListener {

    /** Where arrows that were taken on this thread lead, until their elements are entered. */
    private static final ThreadLocal<Set<String>> UNDER_WAY = ThreadLocal.withInitial(HashSet::new);

    private final PathWriter path;

    PathListener(PathWriter path) {
        this.path = path;
    }

    void follow(TransitionImpl transition) {
        Arrow arrow = arrow(transition);
        ActivityImpl to = (ActivityImpl) transition.getDestination();
        ExecutionListener writing = execution -> {
            write(execution, arrow);
            if (!to.isAsyncBefore()) {
                UNDER_WAY.get().add(arrival(execution, to));
            }
        };
        transition.addListener(ExecutionListener.EVENTNAME_TAKE, writing);
    }

    private static String arrival(DelegateExecution execution, ActivityImpl element) {
        return execution.getProcessInstanceId() + " " + element.getId();
    }

    /** An arrow out of a gateway that waits for events, of which the engine knows the event only. */
    void followToEvent(ActivityImpl gateway, String arrow, String arrowName, ActivityImpl event) {
        Arrow taken = new Arrow(gateway.getId(), name(gateway), arrow, arrowName, event.getId(), name(event));
        event.addListener(ExecutionListener.EVENTNAME_START, writes(taken));
    }

    /** @param from where it stands: the task whose edge it is on, or itself */
    void followEntering(ActivityImpl event, ActivityImpl from) {
        Arrow entered = new Arrow(from.getId(), name(from), "", "", event.getId(), name(event));
        event.addListener(ExecutionListener.EVENTNAME_START, writes(entered));
    }

    /** An element into which somebody puts the process by hand, past every arrow. */
    void followPuttingThere(ActivityImpl element) {
        Arrow put = new Arrow(element.getId(), name(element), "", "", element.getId(), name(element));
        ExecutionListener unlessByAnArrow = execution -> {
            if (!UNDER_WAY.get().remove(arrival(execution, element))) {
                write(execution, put);
            }
        };
        element.addListener(ExecutionListener.EVENTNAME_START, unlessByAnArrow);
    }

    private static Arrow arrow(TransitionImpl transition) {
        ActivityImpl from = (ActivityImpl) transition.getSource();
        ActivityImpl to = (ActivityImpl) transition.getDestination();
        Object name = transition.getProperty("name");
        String arrowName = name == null ? "" : String.valueOf(name);
        return new Arrow(from.getId(), name(from), transition.getId(), arrowName, to.getId(), name(to));
    }

    private static String name(CoreModelElement element) {
        Object name = element.getProperty("name");
        return name == null || String.valueOf(name).isBlank() ? element.getId() : String.valueOf(name);
    }

    private ExecutionListener writes(Arrow arrow) {
        return execution -> write(execution, arrow);
    }

    private void write(DelegateExecution execution, Arrow arrow) {
        path.took(Where.at(execution), arrow);
    }
}
