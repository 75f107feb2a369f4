package uk.daymark.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import uk.daymark.workflow.Decisions;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.StepContext;
import uk.daymark.workflow.TaskFollower;
import uk.daymark.workflow.Tasks;
import uk.daymark.workflow.engine.EngineInMemory;

/** One engine in memory, and whose runs are on it. */
final class ModelEngine implements TaskFollower {

    private static final Map<String, ModelEngine> ENGINES = new ConcurrentHashMap<>();
    private static final Pattern STEP = Pattern.compile("delegateExpression=\"[$#]\\{(\\w+)}\"");

    private final String root;
    private final Map<String, String> sources;
    private final Set<String> stepNames = new TreeSet<>();
    private final List<Run> runs = new CopyOnWriteArrayList<>();
    private final List<Decisions.Fired> fired = new CopyOnWriteArrayList<>();
    private final EngineInMemory inner;

    private ModelEngine(String root) {
        this.root = root;
        this.sources = sources(root);
        sources.values().forEach(source -> {
            for (Matcher step = STEP.matcher(source); step.find(); ) {
                stepNames.add(step.group(1));
            }
        });
        this.inner = new EngineInMemory(root, this::steps, () -> List.of(this), this::took, this::ruleFired);
    }

    static ModelEngine of(String root) {
        return ENGINES.computeIfAbsent(root, ModelEngine::new);
    }

    Set<String> stepNames() {
        return stepNames;
    }

    ProcessEngine engine() {
        return inner.engine();
    }

    Processes processes() {
        return inner.processes();
    }

    Tasks tasks() {
        return inner.tasks();
    }

    List<Decisions.Fired> ask(String table, Map<String, Object> facts) {
        List<Decisions.Fired> rules = inner.ask(table, facts);
        fired.addAll(rules);
        return rules;
    }

    void follow(Run run) {
        if (runs.stream().anyMatch(other -> other.key().equals(run.key()))) {
            throw new AssertionError("Another run has the key " + run.key());
        }
        runs.add(run);
    }

    /** Every run so far, oldest first. */
    List<Run> runs() {
        return List.copyOf(runs);
    }

    String root() {
        return root;
    }

    private List<Step> steps() {
        return stepNames.stream().<Step>map(FromTheTest::new).toList();
    }

    /** Every rule that fired so far, in runs and asked for. */
    List<Decisions.Fired> fired() {
        return List.copyOf(fired);
    }

    private void ruleFired(String key, Decisions.Fired rule) {
        fired.add(rule);
        run(key).fired(rule);
    }

    private Run run(String key) {
        return runs.stream()
                .filter(run -> run.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No run has the key \"" + key + "\": does the calling model hand on its business key?"));
    }

    private void took(String key, String model, String from, String arrow, String to) {
        run(key).took(model, from, arrow, to);
    }

    @Override
    public void opened(OpenedTask task) {
        run(task.key()).opened(task);
    }

    @Override
    public void completed(String taskId) {
        // The run itself completed it.
    }

    @Override
    public void withdrawn(String taskId, String because) {
        runs.forEach(run -> run.withdrawn(taskId, because));
    }

    private static Map<String, String> sources(String root) {
        Map<String, String> byName = new TreeMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + root + "processes/*.bpmn")) {
                byName.put(
                        Optional.ofNullable(resource.getFilename()).orElseThrow(),
                        resource.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return byName;
    }

    /** A step of the models, answered by the run it is reached in. */
    private final class FromTheTest implements Step {

        private final String name;

        private FromTheTest(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Map<String, Object> run(StepContext context) {
            return ModelEngine.this.run(context.key()).answers(name, context);
        }
    }
}
