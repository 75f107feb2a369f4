package uk.daymark.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import uk.daymark.workflow.Decisions;
import uk.daymark.workflow.StepContext;

/**
 * The models of {@code processes/} on an engine in memory, one for the whole run of tests, with the steps answered by the test. A step
 * that the test does not answer does nothing.
 *
 * <pre>
 * Models models = Models.engine();
 * models.step("seeWhetherStillUnexplained", Map.of("stillUnexplained", true));
 * Run run = models.start("first-day-contact", Map.of());
 * run.assertWaitsAt("ring-contact").completes("ring-contact", Map.of("outcome", "spoke")).assertEnded();
 * </pre>
 */
public final class Models {

    private static final AtomicInteger RUNS = new AtomicInteger();

    private final ModelEngine engine;
    private final Map<String, Function<StepContext, Map<String, Object>>> steps = new HashMap<>();

    private Models(ModelEngine engine) {
        this.engine = engine;
    }

    /** The application's models; the answers of steps are this object's own. */
    public static Models engine() {
        return in("");
    }

    /** The models of another folder on the class path, for tests of this fixture: {@code fixtures/covered/}. */
    static Models in(String root) {
        return new Models(ModelEngine.of(root));
    }

    /** A step answers this, each time. */
    public Models step(String name, Map<String, Object> answer) {
        return step(name, context -> answer);
    }

    /** A step answers by this. */
    public Models step(String name, Function<StepContext, Map<String, Object>> answer) {
        if (!engine.stepNames().contains(name)) {
            throw new AssertionError("No model has a step \"" + name + "\"; there are " + engine.stepNames());
        }
        steps.put(name, answer);
        return this;
    }

    /** A step answers these in turn, and the last for ever. */
    @SafeVarargs
    public final Models step(String name, Map<String, Object> first, Map<String, Object>... then) {
        List<Map<String, Object>> answers = new ArrayList<>(List.of(first));
        answers.addAll(List.of(then));
        return step(name, context -> answers.size() > 1 ? answers.remove(0) : answers.get(0));
    }

    /** Asks a decision table outside of any process; the rules that fired. */
    public List<Decisions.Fired> ask(String table, Map<String, Object> facts) {
        return engine.ask(table, facts);
    }

    /** Starts a model under a key of its own. */
    public Run start(String model, Map<String, Object> variables) {
        return start(model, "R-" + RUNS.incrementAndGet(), variables);
    }

    /** Starts a model under this key, which no other test may use. */
    public Run start(String model, String key, Map<String, Object> variables) {
        Run run = new Run(engine, key, steps);
        engine.follow(run);
        engine.processes().start(model, key, variables);
        return run;
    }
}
