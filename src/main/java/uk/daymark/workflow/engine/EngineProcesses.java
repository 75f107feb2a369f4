package uk.daymark.workflow.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.ServiceImpl;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.workflow.Processes;

/** The engine's processes, known by model and business key. */
@Component
@Transactional
class EngineProcesses implements Processes {

    private static final String MESSAGE = "message";

    private final RuntimeService runtime;
    private final HistoryService history;
    private final PathEnds ending;

    EngineProcesses(RuntimeService runtime, HistoryService history, PathEnds ending) {
        this.ending = ending;
        this.runtime = runtime;
        this.history = history;
    }

    @Override
    public void start(String model, String key, Map<String, Object> variables) {
        VariableMap converted = Values.toEngine(variables).putValue(KEY, key);
        OurOwnFault.unwrapped(() -> runtime.startProcessInstanceByKey(model, key, converted));
    }

    @Override
    public int signal(String message, String key, Map<String, Object> variables) {
        return tell(message, waiting(message, key), variables);
    }

    @Override
    public int signal(String message, String key, String variable, String text, Map<String, Object> variables) {
        return tell(
                message,
                waiting(message, key).stream()
                        .filter(waiting -> text.equals(runtime.getVariable(waiting.getExecutionId(), variable)))
                        .toList(),
                variables);
    }

    private int tell(String message, List<EventSubscription> all, Map<String, Object> variables) {
        VariableMap converted = Values.toEngine(variables);
        int told = 0;
        for (EventSubscription waiting : all) {
            // One that was told before may have ended those that it had called.
            if (stillWaits(waiting)) {
                OurOwnFault.unwrapped(() -> Because.saying(
                        variables.get(BECAUSE),
                        () -> runtime.messageEventReceived(message, waiting.getExecutionId(), converted)));
                told++;
            }
        }
        return told;
    }

    @Override
    public void withdraw(String model, String key, String why) {
        for (ProcessInstance process : runtime.createProcessInstanceQuery()
                .processDefinitionKey(model)
                .processInstanceBusinessKey(key)
                .unlimitedList()) {
            OurOwnFault.unwrapped(() -> Because.saying(why, () -> {
                ending.end(process.getId());
                runtime.deleteProcessInstanceIfExists(process.getId(), why, false, true, false, false);
            }));
        }
    }

    @Override
    public boolean running(String model, String key) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(model)
                        .processInstanceBusinessKey(key)
                        .count()
                > 0;
    }

    @Override
    public boolean running(String model, String key, String variable, String text) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(model)
                        .processInstanceBusinessKey(key)
                        .variableValueEquals(variable, text)
                        .count()
                > 0;
    }

    /** Callers before those they called, a process's own event before those of its parts: the outer answer settles the inner. */
    private List<EventSubscription> waiting(String message, String key) {
        Map<String, @Nullable String> callers = new HashMap<>();
        for (HistoricProcessInstance process : history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .unfinished()
                .unlimitedList()) {
            callers.put(process.getId(), process.getSuperProcessInstanceId());
        }
        return callers.keySet().stream()
                .flatMap(process -> runtime
                        .createEventSubscriptionQuery()
                        .eventType(MESSAGE)
                        .eventName(message)
                        .processInstanceId(process)
                        .unlimitedList()
                        .stream())
                .sorted(Comparator.comparingInt((EventSubscription one) -> depth(one.getProcessInstanceId(), callers))
                        .thenComparing(one -> !one.getExecutionId().equals(one.getProcessInstanceId()))
                        .thenComparing(EventSubscription::getCreated)
                        .thenComparing(EventSubscription::getId))
                .toList();
    }

    private static int depth(String process, Map<String, @Nullable String> callers) {
        int depth = 0;
        for (String caller = callers.get(process); caller != null; caller = callers.get(caller)) {
            depth++;
        }
        return depth;
    }

    /** As the engine sees it: what the running command has ended is over, although it is not written yet and no query knows it. */
    private boolean stillWaits(EventSubscription waiting) {
        return ((ServiceImpl) runtime)
                .getCommandExecutor()
                .execute(context -> !context.getEventSubscriptionManager()
                        .findEventSubscriptionsByNameAndExecution(
                                MESSAGE, waiting.getEventName(), waiting.getExecutionId(), false)
                        .isEmpty());
    }
}
