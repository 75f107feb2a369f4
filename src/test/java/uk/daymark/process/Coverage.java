package uk.daymark.process;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Compares what the runs of a class went through with what there is in the model. */
final class Coverage implements BeforeAllCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(Coverage.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(SPACE).put("before", engine(context).runs().size());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ModelEngine engine = engine(context);
        int before = context.getStore(SPACE).getOrDefault("before", Integer.class, 0);
        List<Run> runs = engine.runs().subList(before, engine.runs().size());
        Result result = measure(engine, covers(context).value(), runs);
        System.out.println(result.line());
        if (!result.complete()) {
            throw new AssertionError(result.line() + "; no test enters " + result.nodesMissing() + ", no test takes "
                    + result.flowsMissing());
        }
    }

    static Result measure(ModelEngine engine, String model, List<Run> runs) {
        ProcessDefinition definition = engine.engine()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(model)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw new AssertionError("There is no model " + model);
        }
        Set<String> nodes = ModelElements.nodes(engine.engine(), definition.getId()).stream()
                .map(FlowNode::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> flows = ModelElements.flows(engine.engine(), definition.getId()).stream()
                .map(SequenceFlow::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> nodesMissing = new TreeSet<>(Comparator.naturalOrder());
        nodesMissing.addAll(nodes);
        Set<String> flowsMissing = new TreeSet<>(flows);
        runs.forEach(run -> {
            nodesMissing.removeAll(run.entered(model));
            flowsMissing.removeAll(run.arrows(model));
        });
        return new Result(model, nodes.size(), nodesMissing, flows.size(), flowsMissing);
    }

    private static Covers covers(ExtensionContext context) {
        return context.getRequiredTestClass().getAnnotation(Covers.class);
    }

    private static ModelEngine engine(ExtensionContext context) {
        return ModelEngine.of(covers(context).root());
    }

    /** What was reached of a model. */
    record Result(String model, int nodes, Set<String> nodesMissing, int flows, Set<String> flowsMissing) {

        boolean complete() {
            return nodesMissing.isEmpty() && flowsMissing.isEmpty();
        }

        String line() {
            return model + ": " + (nodes - nodesMissing.size()) + " of " + nodes + " nodes, "
                    + (flows - flowsMissing.size()) + " of " + flows + " flows";
        }
    }
}
