package uk.daymark.workflow.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedInput;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.context.CoreExecutionContext;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import uk.daymark.workflow.Decisions.Fired;

/** Keeps every rule that fires, whether a process or one of us asked its table. */
final class FiredRules implements DmnDecisionTableEvaluationListener {

    private final RuleWriter rules;

    FiredRules(RuleWriter rules) {
        this.rules = rules;
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        Instant now = ClockUtil.getCurrentTime().toInstant();
        DmnDecision table = event.getDecisionTable();
        Map<String, Object> inputs = inputs(event.getInputs(), table);
        Optional<Asking> asking = Asking.now();
        Optional<String> key = asking.map(Asking::key).orElseGet(FiredRules::keyOfTheProcess);
        for (DmnEvaluatedDecisionRule rule : event.getMatchingRules()) {
            Fired fired = new Fired(
                    now,
                    key.orElse(""),
                    table.getKey(),
                    version(table),
                    rule.getId(),
                    inputs,
                    outputs(rule.getOutputEntries()),
                    table instanceof DecisionDefinition deployed ? deployed.getVersion() : 0,
                    asking.isPresent() ? "" : stepOfTheProcess());
            asking.ifPresent(one -> one.fired(fired));
            key.ifPresent(about -> rules.fired(about, fired));
        }
    }

    private static Optional<String> keyOfTheProcess() {
        CoreExecutionContext<?> running = Context.getCoreExecutionContext();
        return running != null && running.getExecution() instanceof DelegateExecution execution
                ? Optional.of(Where.key(execution))
                : Optional.empty();
    }

    private static String stepOfTheProcess() {
        CoreExecutionContext<?> running = Context.getCoreExecutionContext();
        return running != null && running.getExecution() instanceof DelegateExecution execution
                ? Where.model(execution) + "/" + execution.getCurrentActivityId()
                : "";
    }

    private static String version(DmnDecision table) {
        return table instanceof DecisionDefinition deployed
                ? Optional.ofNullable(deployed.getVersionTag()).orElse("")
                : "";
    }

    private static Map<String, Object> inputs(List<DmnEvaluatedInput> inputs, DmnDecision table) {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (int place = 0; place < inputs.size(); place++) {
            put(byName, name(inputs.get(place), place, table), inputs.get(place).getValue());
        }
        return byName;
    }

    /** The input's label, or the expression that is asked for where it has none. */
    private static String name(DmnEvaluatedInput input, int place, DmnDecision table) {
        String label = input.getName();
        if (label != null && !label.isBlank()) {
            return label;
        }
        if (table.getDecisionLogic() instanceof DmnDecisionTableImpl logic) {
            DmnDecisionTableInputImpl clause = logic.getInputs().get(place);
            String asked = clause.getExpression().getExpression();
            if (asked != null) {
                return asked.strip();
            }
        }
        return input.getId();
    }

    private static Map<String, Object> outputs(Map<String, DmnEvaluatedOutput> outputs) {
        Map<String, Object> byName = new LinkedHashMap<>();
        outputs.forEach((name, output) -> put(byName, name, output.getValue()));
        return byName;
    }

    private static void put(Map<String, Object> byName, String name, @Nullable TypedValue value) {
        Object plain = value == null ? null : value.getValue();
        if (plain != null) {
            byName.put(name, plain instanceof Number || plain instanceof Boolean ? plain : String.valueOf(plain));
        }
    }
}
