package uk.daymark.workflow.engine;

import ch.qos.logback.classic.Level;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.Tasks;

/**
 * Cases a second through our ports, each started, put on the work list and completed, beside the bare engine with the same model in the
 * same run on the same kind of database: an H2 file. Run on demand: {@code main} with the number of cases a round, by default 500.
 */
final class EngineBenchmark {

    private static final int ROUNDS = 5;
    private static final String MODEL = "two-steps";

    private final int cases;
    private int number;

    private EngineBenchmark(int cases) {
        this.cases = cases;
    }

    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        Locale.setDefault(Locale.ROOT);
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.WARN);
        new EngineBenchmark(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500).run();
        System.exit(0);
    }

    private void run() throws IOException, ClassNotFoundException {
        Path folder = Files.createTempDirectory("engine-benchmark");
        String url = "jdbc:h2:file:" + folder.resolve("daymark") + ";DB_CLOSE_ON_EXIT=FALSE";
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(
                                Class.forName("uk.daymark.DaymarkApplication"))
                        .web(WebApplicationType.SERVLET)
                        .properties("logging.level.root=WARN")
                        .run(
                                "--server.port=0",
                                "--spring.datasource.url=" + url,
                                "--daymark.data=" + folder.resolve("data"),
                                "--daymark.practice.sample=none");
                HikariDataSource bareData = pool(folder)) {
            ProcessEngine ours = application.getBean(ProcessEngine.class);
            new ModelDeployment("fixtures/models/").postProcessEngineBuild(ours);
            ProcessEngine bare = bare(bareData);
            Runnable throughPorts = throughPorts(
                    application.getBean(Processes.class), application.getBean(Tasks.class), ours.getTaskService());
            double[] ported = new double[ROUNDS];
            double[] plain = new double[ROUNDS];
            rate(throughPorts);
            rate(() -> plainly(bare));
            for (int round = 0; round < ROUNDS; round++) {
                ported[round] = rate(throughPorts);
                plain[round] = rate(() -> plainly(bare));
                System.out.printf(
                        "round %d: ports %,.0f cases/s, bare engine %,.0f cases/s%n",
                        round + 1, ported[round], plain[round]);
            }
            System.out.printf(
                    "medians: ports %,.0f, bare %,.0f cases/s; ratio ports : bare %.2f%n",
                    median(ported), median(plain), median(ported) / median(plain));
        }
    }

    private Runnable throughPorts(Processes processes, Tasks tasks, TaskService open) {
        return () -> {
            String key = "B-" + number++;
            processes.start(MODEL, key, Map.of("title", "Look at it", "rung", "concern", "below", true));
            tasks.complete(taskOf(open, key), Map.of("outcome", "improved"));
        };
    }

    private void plainly(ProcessEngine engine) {
        String key = "B-" + number++;
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        MODEL, key, Map.of("key", key, "title", "Look at it", "rung", "concern", "below", true));
        engine.getTaskService().complete(taskOf(engine.getTaskService(), key), Map.of("outcome", "improved"));
    }

    private static String taskOf(TaskService tasks, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
    }

    private static ProcessEngine bare(HikariDataSource data) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(data);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setJobExecutorActivate(false);
        configuration.setIdGenerator(new org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator());
        ProcessEngine engine = configuration.buildProcessEngine();
        new ModelDeployment("fixtures/models/").postProcessEngineBuild(engine);
        return engine;
    }

    private static HikariDataSource pool(Path folder) {
        HikariDataSource data = new HikariDataSource();
        data.setJdbcUrl("jdbc:h2:file:" + folder.resolve("bare") + ";DB_CLOSE_ON_EXIT=FALSE");
        data.setUsername("sa");
        return data;
    }

    private double rate(Runnable oneCase) {
        long begin = System.nanoTime();
        for (int one = 0; one < cases; one++) {
            oneCase.run();
        }
        return cases * 1e9 / (System.nanoTime() - begin);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
