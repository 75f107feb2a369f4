package uk.daymark.workflow.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.workflow.Decisions;
import uk.daymark.workflow.KeysSql;

/** The engine's decision tables, in their newest version. */
@Component
class EngineDecisions implements Decisions {

    private final DecisionService tables;
    private final StoredRules rules;

    EngineDecisions(DecisionService tables, StoredRules rules) {
        this.tables = tables;
        this.rules = rules;
    }

    @Override
    @Transactional
    public List<Fired> decide(String table, String key, Map<String, Object> facts) {
        return asked(tables, table, Optional.of(key), facts);
    }

    @Override
    public List<Fired> ask(String table, Map<String, Object> facts) {
        return asked(tables, table, Optional.empty(), facts);
    }

    @Override
    public List<Fired> of(Collection<String> keys) {
        return rules.of(keys);
    }

    @Override
    public KeysSql keysUnder(String ruleOrTable, Instant from, Instant to) {
        return StoredRules.keysUnder(ruleOrTable, from, to);
    }

    /** @param key empty where nothing is to be kept */
    static List<Fired> asked(DecisionService tables, String table, Optional<String> key, Map<String, Object> facts) {
        VariableMap converted = Values.toEngine(facts);
        return Asking.about(
                key,
                () -> OurOwnFault.unwrapped(() -> {
                    tables.evaluateDecisionByKey(table).variables(converted).evaluate();
                }));
    }
}
