package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import uk.daymark.workflow.Decisions;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.workflow.StepContext;

/** A process on its way, with those it called. Elements are named by their ids; a task of a called process is reached as any other. */
public final class Run {

    private final ModelEngine models;
    private final String key;
    private final Map<String, Function<StepContext, Map<String, Object>>> steps;
    private final List<String> stepsRun = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final List<Decisions.Fired> rules = new ArrayList<>();
    private final Map<String, OpenedTask> tasks = new LinkedHashMap<>();
    private final Map<String, String> withdrawn = new HashMap<>();

    Run(ModelEngine models, String key, Map<String, Function<StepContext, Map<String, Object>>> steps) {
        this.models = models;
        this.key = key;
        this.steps = steps;
    }

    /** What the run is about. */
    public String key() {
        return key;
    }

    /** It waits at each of these: a task, an event, a called process. */
    public Run assertWaitsAt(String... elements) {
        assertThat(waiting()).as("where %s waits", key).contains(elements);
        return this;
    }

    /** It waits at these and nowhere else; the events that could interrupt it aside. */
    public Run assertWaitsOnlyAt(String... elements) {
        assertThat(waiting()).as("where %s waits", key).containsExactlyInAnyOrder(elements);
        return this;
    }

    /** It does not wait at any of these. */
    public Run assertDoesNotWaitAt(String... elements) {
        assertThat(waiting()).as("where %s waits", key).doesNotContain(elements);
        return this;
    }

    /** Somebody completes the task, with these variables; of several tasks of that kind the oldest. */
    public Run completes(String task, Map<String, Object> variables) {
        Task open = openTasks().stream()
                .filter(one -> one.getTaskDefinitionKey().equals(task))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No open task \"" + task + "\"; it waits at " + waiting()));
        models.tasks().complete(open.getId(), variables);
        return this;
    }

    /** As {@link #completes(String, Map)}, without variables. */
    public Run completes(String task) {
        return completes(task, Map.of());
    }

    /** A message comes that at least one process waits for. */
    public Run signal(String message, Map<String, Object> variables) {
        assertThat(models.processes().signal(message, key, variables))
                .as("how many waited for %s; it waits at %s", message, waiting())
                .isPositive();
        return this;
    }

    /** A message comes that nobody waits for. */
    public Run signalsInVain(String message, Map<String, Object> variables) {
        assertThat(models.processes().signal(message, key, variables))
                .as("how many waited for %s", message)
                .isZero();
        return this;
    }

    /** Processes of that model are ended from outside. */
    public Run isWithdrawn(String model, String why) {
        models.processes().withdraw(model, key, why);
        return this;
    }

    /** It went through each of these and left it behind, in whatever order; what was interrupted was not passed. */
    public Run assertPassed(String... elements) {
        Set<String> passed = new TreeSet<>();
        for (HistoricActivityInstance one : history()) {
            boolean waitedForEvents = one.getActivityType().equals("eventBasedGateway");
            if (one.getEndTime() != null && (!one.isCanceled() || waitedForEvents)) {
                passed.add(one.getActivityId());
            }
        }
        assertThat(passed).as("what %s passed", key).contains(elements);
        return this;
    }

    /** It never came to any of these. */
    public Run assertDidNotPass(String... elements) {
        assertThat(history())
                .extracting(HistoricActivityInstance::getActivityId)
                .doesNotContain(elements);
        return this;
    }

    /** It took each of these arrows. */
    public Run assertTook(String... arrows) {
        assertThat(ways).extracting(Way::arrow).as("arrows taken").contains(arrows);
        return this;
    }

    /** It took none of these arrows. */
    public Run assertDidNotTake(String... arrows) {
        assertThat(ways).extracting(Way::arrow).as("arrows taken").doesNotContain(arrows);
        return this;
    }

    /** The timer at this element comes due, whatever its date. */
    public Run timerFires(String element) {
        models.engine().getManagementService().executeJob(timer(element).getId());
        return this;
    }

    /** The timer at this element waits for this moment. */
    public Run assertTimerIsDue(String element, Instant moment) {
        assertThat(timer(element).getDuedate().toInstant())
                .as("due at %s", element)
                .isEqualTo(moment);
        return this;
    }

    /** Everything of this run has ended. */
    public Run assertEnded() {
        assertThat(waiting()).as("where %s still waits", key).isEmpty();
        assertThat(processes()).as("processes of %s", key).isEmpty();
        return this;
    }

    /** Something of this run goes on. */
    public Run assertNotEnded() {
        assertThat(processes()).as("processes of %s", key).isNotEmpty();
        return this;
    }

    /** The steps that were run, in order, among them these in this order. */
    public Run assertDid(String... stepNames) {
        assertThat(stepsRun).as("steps run").containsSubsequence(stepNames);
        return this;
    }

    /** None of these steps was run. */
    public Run assertDidNot(String... stepNames) {
        assertThat(stepsRun).as("steps run").doesNotContain(stepNames);
        return this;
    }

    /** These rules of that table fired, in this order and no others. */
    public Run assertFired(String table, String... ruleIds) {
        assertThat(rules.stream().filter(rule -> rule.table().equals(table)))
                .extracting(Decisions.Fired::rule)
                .as("rules of %s that fired", table)
                .containsExactly(ruleIds);
        return this;
    }

    /** A task of that kind was taken back for this reason. */
    public Run assertTookBack(String task, String because) {
        assertThat(withdrawn.entrySet().stream()
                        .filter(one -> tasks.get(one.getKey()).kind().equals(task))
                        .map(Map.Entry::getValue))
                .as("why %s was taken back", task)
                .contains(because);
        return this;
    }

    /** The newest task of that kind as it was opened. */
    public OpenedTask task(String task) {
        return tasks.values().stream()
                .filter(one -> one.kind().equals(task))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new AssertionError("No task \"" + task + "\" was opened"));
    }

    /** A variable as it stands, or stood at the end; of the outermost process that has it. Null where none has. */
    public @Nullable Object variable(String name) {
        Map<String, Integer> depth = new HashMap<>();
        models.engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .unlimitedList()
                .forEach(one -> depth.put(one.getId(), one.getSuperProcessInstanceId() == null ? 0 : 1));
        return depth.keySet().stream()
                .flatMap(process -> models
                        .engine()
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(process)
                        .variableName(name)
                        .unlimitedList()
                        .stream())
                .min(Comparator.comparing(one -> depth.get(one.getProcessInstanceId())))
                .map(HistoricVariableInstance::getValue)
                .map(value -> value instanceof java.util.Date date ? (Object) date.toInstant() : value)
                .orElse(null);
    }

    void took(String model, String from, String arrow, String to) {
        ways.add(new Way(model, from, arrow, to));
    }

    void fired(Decisions.Fired rule) {
        rules.add(rule);
    }

    void opened(OpenedTask task) {
        tasks.put(task.id(), task);
    }

    void withdrawn(String taskId, String because) {
        if (tasks.containsKey(taskId)) {
            withdrawn.put(taskId, because);
        }
    }

    Map<String, Object> answers(String step, StepContext context) {
        stepsRun.add(step);
        return steps.getOrDefault(step, unanswered -> Map.of()).apply(context);
    }

    /** The arrows taken in a model. */
    Set<String> arrows(String model) {
        Set<String> taken = new TreeSet<>();
        ways.stream()
                .filter(way -> way.model().equals(model) && !way.arrow().isEmpty())
                .forEach(way -> taken.add(way.arrow()));
        return taken;
    }

    /** The elements entered in a model. */
    Set<String> entered(String model) {
        Set<String> entered = new TreeSet<>();
        history().stream()
                .filter(one -> one.getProcessDefinitionKey().equals(model))
                .forEach(one -> entered.add(one.getActivityId()));
        return entered;
    }

    private List<HistoricActivityInstance> history() {
        List<HistoricActivityInstance> all = new ArrayList<>();
        models.engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .unlimitedList()
                .forEach(process -> all.addAll(models.engine()
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(process.getId())
                        .unlimitedList()));
        return all;
    }

    private Set<String> waiting() {
        RuntimeService runtime = models.engine().getRuntimeService();
        Set<String> elements = new TreeSet<>();
        Set<String> events = new TreeSet<>();
        for (HistoricActivityInstance one : history()) {
            if (one.getEndTime() == null) {
                elements.add(one.getActivityId());
                if (one.getActivityType().equals("eventBasedGateway")) {
                    for (EventSubscription subscription : runtime.createEventSubscriptionQuery()
                            .processInstanceId(one.getProcessInstanceId())
                            .unlimitedList()) {
                        events.add(subscription.getActivityId());
                    }
                    jobs(one.getProcessInstanceId()).forEach(job -> events.add(activity(job)));
                    events.retainAll(afterGateway(one));
                }
            }
        }
        elements.addAll(events);
        return elements;
    }

    private Set<String> afterGateway(HistoricActivityInstance gateway) {
        Set<String> following = new TreeSet<>();
        ModelElements.flows(models.engine(), gateway.getProcessDefinitionId()).stream()
                .filter(flow -> flow.getSource().getId().equals(gateway.getActivityId()))
                .forEach(flow -> following.add(flow.getTarget().getId()));
        return following;
    }

    private List<Task> openTasks() {
        return processes().stream()
                .flatMap(process -> models
                        .engine()
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceId(process.getId())
                        .unlimitedList()
                        .stream())
                .sorted(Comparator.comparing(Task::getCreateTime))
                .toList();
    }

    private List<ProcessInstance> processes() {
        return models.engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .unlimitedList();
    }

    private Job timer(String element) {
        List<Job> all = processes().stream()
                .flatMap(process -> jobs(process.getId()).stream())
                .toList();
        return all.stream()
                .filter(job -> activity(job).equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No timer runs at \"" + element + "\", only at "
                        + Arrays.toString(all.stream().map(this::activity).toArray())));
    }

    private List<Job> jobs(String process) {
        return models.engine()
                .getManagementService()
                .createJobQuery()
                .processInstanceId(process)
                .unlimitedList();
    }

    private String activity(Job job) {
        return models.engine()
                .getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private record Way(String model, String from, String arrow, String to) {}
}
