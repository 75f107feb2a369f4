package uk.daymark.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.TaskFollower;

/** Joins the engine to our steps, followers and records; the same with and without Spring. */
class EngineWiring extends AbstractProcessEnginePlugin {

    private final StepNames steps;
    private final TaskEvents tasks;
    private final PathListener path;
    private final FiredRules rules;
    private final Supplier<String> user;

    /**
     * @param steps what can stand at a service task; asked for when the first is needed
     * @param followers who is told of tasks; asked for at each task
     * @param path keeps the ways taken
     * @param rules keeps the rules that fired
     * @param user the name of whoever acts now
     */
    EngineWiring(
            Supplier<List<Step>> steps,
            Supplier<List<TaskFollower>> followers,
            PathWriter path,
            RuleWriter rules,
            Supplier<String> user) {
        this.steps = new StepNames(steps);
        this.tasks = new TaskEvents(followers);
        this.path = new PathListener(path);
        this.rules = new FiredRules(rules);
        this.user = user;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new ClosedExpressions(steps));
        engine.setHistoryEventHandler(new HistoryWithoutPreviews());
        DefaultDmnEngineConfiguration tables = new DefaultDmnEngineConfiguration();
        tables.setCustomPostDecisionTableEvaluationListeners(new ArrayList<>(List.of(rules)));
        tables.setFeelEngineFactory(() -> new PlainFeel(new ScalaFeelEngineFactory().createInstance()));
        engine.setDmnEngineConfiguration(tables);
        List<BpmnParseListener> listeners = copy(engine.getCustomPostBPMNParseListeners());
        listeners.add(new ModelListeners(tasks, path));
        engine.setCustomPostBPMNParseListeners(listeners);
        List<CommandInterceptor> joining = copy(engine.getCustomPreCommandInterceptorsTxRequired());
        joining.add(0, new AsWhoever(user, engine::getIdentityService));
        engine.setCustomPreCommandInterceptorsTxRequired(joining);
        List<CommandInterceptor> apart = copy(engine.getCustomPreCommandInterceptorsTxRequiresNew());
        apart.add(0, new AsWhoever(user, engine::getIdentityService));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(apart);
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? new ArrayList<>() : new ArrayList<>(list);
    }
}
