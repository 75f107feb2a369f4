package uk.daymark.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import uk.daymark.workflow.Decisions.Fired;

/** Compares the rules that fired in a class with those of the tables it names. */
final class RowCoverage implements BeforeAllCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(RowCoverage.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        for (EachRow table : tables(context)) {
            context.getStore(SPACE)
                    .put(table.value(), ModelEngine.of(table.root()).fired().size());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        for (EachRow table : tables(context)) {
            ModelEngine engine = ModelEngine.of(table.root());
            List<Fired> all = engine.fired();
            int before = context.getStore(SPACE).getOrDefault(table.value(), Integer.class, 0);
            Result result = measure(engine, table.value(), all.subList(before, all.size()));
            System.out.println(result.line());
            result.fault(table.rules()).ifPresent(fault -> {
                throw new AssertionError(fault);
            });
        }
    }

    static Result measure(ModelEngine engine, String table, List<Fired> fired) {
        DecisionDefinition definition = engine.engine()
                .getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw new AssertionError("There is no table " + table);
        }
        Set<String> rules = engine
                .engine()
                .getRepositoryService()
                .getDmnModelInstance(definition.getId())
                .getModelElementsByType(Rule.class)
                .stream()
                .map(Rule::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = new TreeSet<>(rules);
        fired.stream().filter(one -> one.table().equals(table)).forEach(one -> missing.remove(one.rule()));
        return new Result(table, rules.size(), missing);
    }

    private static List<EachRow> tables(ExtensionContext context) {
        return List.of(context.getRequiredTestClass().getAnnotationsByType(EachRow.class));
    }

    /** Which rules of a table fired. */
    record Result(String table, int rules, Set<String> missing) {

        String line() {
            return table + ": " + (rules - missing.size()) + " of " + rules + " rules";
        }

        Optional<String> fault(int writtenFor) {
            if (rules != writtenFor) {
                return Optional.of(table + " has " + rules + " rules, and the tests were written for " + writtenFor);
            }
            return missing.isEmpty() ? Optional.empty() : Optional.of(line() + "; no test lets fire " + missing);
        }
    }
}
