package uk.daymark.workflow.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import uk.daymark.workflow.Decisions;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.TaskFollower;
import uk.daymark.workflow.Tasks;

/** An engine with the application's own settings, expressions and listeners, in memory and without Spring. */
public final class EngineInMemory {

    private final ProcessEngine engine;

    /**
     * Builds it and deploys what lies in the folder.
     *
     * @param root the folder on the class path that holds {@code processes/} and {@code forms/}: empty, or ending in a slash
     */
    public EngineInMemory(
            String root, Supplier<List<Step>> steps, Supplier<List<TaskFollower>> followers, Path path, Rules rules) {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        String name = "models-" + Integer.toHexString(root.hashCode());
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setProcessEnginePlugins(List.of(
                new EngineSettings(),
                new EngineWiring(
                        steps,
                        followers,
                        (at, arrow) -> path.took(at.key(), at.model(), arrow.from(), arrow.arrow(), arrow.to()),
                        rules::fired,
                        () -> "daymark"),
                new ModelDeployment(root)));
        engine = configuration.buildProcessEngine();
    }

    /** The engine itself. */
    public ProcessEngine engine() {
        return engine;
    }

    /** The application's port on this engine. */
    public Processes processes() {
        return new EngineProcesses(
                engine.getRuntimeService(),
                engine.getHistoryService(),
                new PathEnds(engine.getRuntimeService(), engine.getRepositoryService(), (at, arrow) -> {}));
    }

    /** The application's port on this engine. */
    public Tasks tasks() {
        return new EngineTasks(engine.getTaskService(), engine.getFormService());
    }

    /**
     * Asks a table about facts.
     *
     * @return the rules that fired
     */
    public List<Decisions.Fired> ask(String table, Map<String, Object> facts) {
        return EngineDecisions.asked(engine.getDecisionService(), table, Optional.empty(), facts);
    }

    /** Is told which rules fired. */
    public interface Rules {

        /** One fired. */
        void fired(String key, Decisions.Fired rule);
    }

    /** Is told which arrows were taken; the arrow is empty where an event was entered without one. */
    public interface Path {

        /** One was taken. */
        void took(String key, String model, String from, String arrow, String to);
    }
}
