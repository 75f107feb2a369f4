package uk.daymark.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.daymark.WebTest;
import uk.daymark.fixtures.engine.FixtureStep;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.time.DueWork;
import uk.daymark.time.Turn;
import uk.daymark.workflow.Decisions;
import uk.daymark.workflow.PathTaken;
import uk.daymark.workflow.PathTaken.Taken;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.TaskGoneException;
import uk.daymark.workflow.Tasks;

/** The ports, on the application's engine, database and transactions. */
@WebTest
class EnginePortsTest {

    private static final String MODEL = "fixture-clockwork";
    private static final AtomicInteger RUNS = new AtomicInteger();

    @Autowired
    Processes processes;

    @Autowired
    Tasks tasks;

    @Autowired
    Decisions decisions;

    @Autowired
    PathTaken paths;

    @Autowired
    EngineDueWork dueWork;

    @Autowired
    StoppedWork stoppedWork;

    @Autowired
    List<DueWork> allDueWork;

    @Autowired
    Journal journal;

    @Autowired
    FixtureStep step;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    @Autowired
    Turn turn;

    private final String key = "ENG-" + RUNS.incrementAndGet();

    @BeforeEach
    void deploy() {
        new ModelDeployment("fixtures/engine/").postProcessEngineBuild(engine);
    }

    @AfterEach
    void takeBack() {
        engine.getRepositoryService().createDeploymentQuery().unlimitedList().stream()
                .filter(deployment -> deployment.getName().startsWith("processes/fixture-"))
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
    }

    @Test
    void theWayIsWrittenAsItIsTakenWithItsNamesAndWhoCausedIt() {
        start(Map.of());
        tasks.complete(openTask(), Map.of());
        assertThat(paths.of(key))
                .extracting(Taken::from, Taken::arrow, Taken::arrowName, Taken::to, Taken::toName)
                .containsExactly(
                        tuple("wound-up", "to-first-step", "Tick", "first-step", "First step"),
                        tuple("first-step", "to-weather", "", "weather-asked", "Weather asked"),
                        tuple("weather-asked", "to-look", "", "look-at-it", "Look at it"),
                        tuple("look-at-it", "to-wait", "", "wait", "Wait"));
        assertThat(paths.of(key)).allSatisfy(taken -> {
            assertThat(taken.process()).isEqualTo(MODEL);
            assertThat(taken.version()).isEqualTo("1.2.3");
            assertThat(taken.by()).isEqualTo("daymark");
            assertThat(taken.at()).isEqualTo(clock.instant());
        });
        assertThat(processes.signal("fixture-stopped", key, Map.of())).isOne();
        assertThat(paths.of(key))
                .extracting(Taken::from, Taken::arrow, Taken::to)
                .endsWith(tuple("stopped", "", "stopped"), tuple("stopped", "to-stood-still", "stood-still"));
        assertThat(processes.running(MODEL, key)).isFalse();
        assertThat(processes.signal("fixture-stopped", key, Map.of())).isZero();
    }

    @Test
    void aProcessThatHasEndedInTheSameStepIsNotToldAgain() {
        start(Map.of());
        List<Integer> told = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> List.of(
                        processes.signal("fixture-stopped", key, Map.of()),
                        processes.signal("fixture-stopped", key, Map.of())));
        assertThat(told).containsExactly(1, 0);
        assertThat(processes.running(MODEL, key)).isFalse();
    }

    @Test
    @WithUserDetails("office")
    void whoeverIsSignedInStandsInThePathAndInTheEngine() {
        start(Map.of());
        assertThat(paths.of(key)).extracting(Taken::by).containsOnly("office");
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .singleResult()
                        .getStartUserId())
                .isEqualTo("office");
    }

    @Test
    void everyRuleThatFiresIsKeptWithWhatWasPutInAndWhatCameOut() {
        start(Map.of());
        decisions.decide("fixture-weather", key, Map.of("sky", "grey", "warm", true));
        assertThat(decisions.of(key))
                .extracting(Decisions.Fired::rule, Decisions.Fired::version, Decisions.Fired::at)
                .containsExactly(
                        tuple("blue-and-warm", "2.0.1", clock.instant()), tuple("any-sky", "2.0.1", clock.instant()));
        Decisions.Fired first = decisions.of(key).get(0);
        assertThat(first.table()).isEqualTo("fixture-weather");
        assertThat(first.inputs()).isEqualTo(Map.of("sky", "blue", "It is warm", true));
        assertThat(first.outputs())
                .isEqualTo(Map.of("coat", false, "sentence", "No coat today.", "source", "Grandmother"));
        assertThat(first.out("sentence")).isEqualTo("No coat today.");
        assertThat(first.out("hat")).isEmpty();
    }

    @Test
    void askingOnlyToShowKeepsNothing() {
        long before = historicDecisions();
        assertThat(decisions.ask("fixture-weather", Map.of("sky", "blue", "warm", false)))
                .extracting(Decisions.Fired::rule)
                .containsExactly("any-sky");
        assertThat(historicDecisions()).isEqualTo(before);
        decisions.decide("fixture-weather", key, Map.of("sky", "blue", "warm", true));
        assertThat(historicDecisions()).isEqualTo(before + 1);
    }

    @Test
    void aStepFindsTheVariablesAndItsAnswersAreSet() {
        start(Map.of());
        assertThat(variable("stepRun")).isEqualTo("first-step");
        assertThat(variable("stepAt")).isEqualTo(java.util.Date.from(Instant.parse("2025-09-15T07:00:00Z")));
        assertThat(variable(Processes.KEY)).isEqualTo(key);
        assertThat(variable("coat")).isEqualTo(false);
    }

    @Test
    void theFormIsTheOneThatWasDeployedWithTheTask() {
        start(Map.of());
        String task = openTask();
        assertThat(tasks.form(task)).contains("\"key\": \"reason\"");
        tasks.complete(task, Map.of());
        assertThatThrownBy(() -> tasks.form(task)).isInstanceOf(TaskGoneException.class);
        assertThatThrownBy(() -> tasks.complete(task, Map.of())).isInstanceOf(TaskGoneException.class);
    }

    @Test
    void whatIsWithdrawnSaysWhyOnTheWorkList() {
        start(Map.of());
        processes.withdraw(MODEL, key, "moved away");
        assertThat(database.sql("select status || ': ' || ended_because from work_item where process_key = ?")
                        .param(key)
                        .query(String.class)
                        .list())
                .containsExactly("WITHDRAWN: moved away");
        assertThat(processes.running(MODEL, key)).isFalse();
    }

    @Test
    void aTimerThatIsDueIsDoneAndOneThatIsNotYetDueWaits() {
        Instant later = clock.instant().plusSeconds(3600);
        start(Map.of("dueAt", later));
        tasks.complete(openTask(), Map.of());
        dueWork.runDue();
        assertThat(step.run()).doesNotContain(key + " second-step");
        assertThat(dueWork.nextDue()).hasValueSatisfying(due -> assertThat(due).isBeforeOrEqualTo(later));
        processes.withdraw(MODEL, key, "enough");

        String other = key + "-due";
        processes.start(MODEL, other, facts(Map.of("dueAt", clock.instant())));
        tasks.complete(openTask(other), Map.of());
        dueWork.runDue();
        assertThat(step.run()).contains(other + " second-step");
        assertThat(processes.running(MODEL, other)).isFalse();
    }

    @Test
    void dueWorkIsDoneInTheOrderOfItsTimeWhateverTheOrderItCameIn() {
        for (int hours : List.of(1, 3, 2)) {
            String one = key + "-" + hours;
            processes.start(MODEL, one, facts(Map.of("dueAt", clock.instant().minusSeconds(3600L * hours))));
            tasks.complete(openTask(one), Map.of());
        }
        dueWork.runDue();
        assertThat(step.run().stream().filter(run -> run.startsWith(key + "-") && run.endsWith("second-step")))
                .containsExactly(key + "-3 second-step", key + "-2 second-step", key + "-1 second-step");
    }

    @Test
    void workThatFailsIsKeptWithItsFaultAndDoesNotStopTheRest() {
        start(Map.of("failAt", "second-step", "dueAt", clock.instant().minusSeconds(60)));
        tasks.complete(openTask(), Map.of());
        String other = key + "-other";
        processes.start(MODEL, other, facts(Map.of("dueAt", clock.instant())));
        tasks.complete(openTask(other), Map.of());

        assertThatThrownBy(dueWork::runDue).hasMessage("Work of a process failed");
        assertThat(processes.running(MODEL, other)).isFalse();
        assertThat(job().getRetries()).isEqualTo(2);
        assertThat(job().getExceptionMessage()).isEqualTo("on purpose, at second-step");
        assertThatThrownBy(dueWork::runDue).hasMessage("Work of a process failed");
        assertThatThrownBy(dueWork::runDue).hasMessage("Work of a process failed");
        assertThat(job().getRetries()).isZero();
        dueWork.runDue();
        assertThat(journal.of(key)).hasSize(1);
        assertThat(processes.running(MODEL, key)).isTrue();
        assertThat(dueWork.stopped()).isOne();
        stoppedWork.tryAgain();
        assertThat(dueWork.stopped()).isZero();
        assertThat(job().getRetries()).isEqualTo(3);
    }

    @Test
    void aRaceForARowCostsATimerNoneOfItsTries() {
        start(Map.of("overtakenAt", "second-step", "dueAt", clock.instant().minusSeconds(60)));
        tasks.complete(openTask(), Map.of());
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(dueWork::runDue).hasMessage("Work of a process failed");
        }
        assertThat(job().getRetries()).isEqualTo(3);
    }

    @Test
    void aRaceForARowComesOutAsWhatItIs() {
        assertThatThrownBy(() -> start(Map.of("overtakenAt", "look-at-it")))
                .isInstanceOf(ConcurrencyFailureException.class);
        assertThatThrownBy(() -> start(Map.of("overtakenAt", "first-step")))
                .isInstanceOf(ConcurrencyFailureException.class);
        noTrace();
    }

    @Test
    void aTimerWaitsForItsTurn() throws Exception {
        start(Map.of("dueAt", clock.instant().minusSeconds(60)));
        tasks.complete(openTask(), Map.of());
        CompletableFuture<Boolean> timer = turn.take(() -> {
            CompletableFuture<Boolean> done = CompletableFuture.supplyAsync(() -> {
                dueWork.runDue();
                return true;
            });
            assertThatThrownBy(() -> done.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(step.run()).doesNotContain(key + " second-step");
            return done;
        });
        assertThat(timer.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(step.run()).contains(key + " second-step");
    }

    @Test
    void theEnginesTimersAreAmongTheWorkThatIsDue() {
        assertThat(allDueWork).contains(dueWork);
    }

    @Test
    void aFailureInAStepLeavesNoTrace() {
        assertThatThrownBy(() -> startAfterAnEntry(Map.of("failAt", "first-step")))
                .isInstanceOf(FixtureStep.FixtureFault.class);
        assertThat(step.run()).contains(key + " first-step");
        noTrace();
    }

    @Test
    void aFailureInAFollowerOfTasksLeavesNoTraceAndComesOutAsItWasThrown() {
        assertThatThrownBy(() -> startAfterAnEntry(Map.of("failAt", "look-at-it")))
                .isInstanceOf(FixtureStep.FixtureFault.class)
                .hasMessage("on purpose, as look-at-it opened");
        noTrace();
    }

    @Test
    void aFailureAfterTheStartLeavesNoTrace() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    journal.write(Entry.of(key, "NOTE", "before", ""));
                    start(Map.of());
                    assertThat(paths.of(key)).hasSize(3);
                    assertThat(decisions.of(key)).hasSize(1);
                    assertThat(workItems()).isOne();
                    throw new IllegalStateException("changed our mind");
                }))
                .hasMessage("changed our mind");
        noTrace();
    }

    @Test
    void aFailureWhileATaskIsCompletedLeavesItOpen() {
        start(Map.of("dueAt", clock.instant().plusSeconds(60)));
        String task = openTask();
        assertThatThrownBy(() -> tasks.complete(task, Map.of("list", List.of("no"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Variable \"list\" must be a string");
        assertThat(openTask()).isEqualTo(task);
    }

    private void startAfterAnEntry(Map<String, Object> variables) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            journal.write(Entry.of(key, "NOTE", "before", ""));
            start(variables);
        });
    }

    private void noTrace() {
        assertThat(processes.running(MODEL, key)).isFalse();
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count())
                .isZero();
        assertThat(paths.of(key)).isEmpty();
        assertThat(decisions.of(key)).isEmpty();
        assertThat(workItems()).isZero();
        assertThat(journal.of(key)).isEmpty();
    }

    private void start(Map<String, Object> variables) {
        processes.start(MODEL, key, facts(variables));
    }

    private Map<String, Object> facts(Map<String, Object> variables) {
        Map<String, Object> all = new java.util.HashMap<>(
                Map.of("sky", "blue", "warm", true, "dueAt", clock.instant().plusSeconds(60)));
        all.putAll(variables);
        return all;
    }

    private String openTask() {
        return openTask(key);
    }

    private String openTask(String of) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(of)
                .singleResult()
                .getId();
    }

    private Object variable(String name) {
        return engine.getRuntimeService().createVariableInstanceQuery().variableName(name).unlimitedList().stream()
                .filter(one -> one.getProcessInstanceId().equals(instance()))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private String instance() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
    }

    private Job job() {
        return Optional.ofNullable(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance())
                        .singleResult())
                .orElseThrow();
    }

    private long workItems() {
        return database.sql("select count(*) from work_item where process_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private long historicDecisions() {
        return engine.getHistoryService()
                .createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey("fixture-weather")
                .count();
    }
}
