package uk.daymark.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.CannotAcquireLockException;
import uk.daymark.time.Turn;
import uk.daymark.web.Conflict;

class JobsInTurnTest {

    private RuntimeException fault = new IllegalStateException();
    private boolean busy;
    private ProcessEngine engine;

    /** What the process does. */
    public final class Doing {

        /** Fails. */
        public void run() {
            throw fault;
        }
    }

    @BeforeEach
    void aPieceOfWork() {
        Turn turn = new Turn() {
            @Override
            public <T> T alone(Supplier<T> work) {
                return take(work);
            }

            @Override
            public <T> T take(Supplier<T> work) {
                if (busy) {
                    throw new Conflict("Another change is being made");
                }
                return work.get();
            }
        };
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("in-turn");
        configuration.setJdbcUrl("jdbc:h2:mem:in-turn");
        configuration.setMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        Map<Object, Object> beans = new HashMap<>(Map.of("doing", new Doing()));
        configuration.setBeans(beans);
        configuration.setProcessEnginePlugins(List.of(
                new JobsInTurn(new StaticListableBeanFactory(Map.of("turn", turn)).getBeanProvider(Turn.class))));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "work.bpmn",
                        Bpmn.createExecutableProcess("work")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .serviceTask()
                                .camundaAsyncBefore()
                                .camundaExpression("${doing.run()}")
                                .endEvent()
                                .done())
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("work");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aTurnThatDoesNotComeCostsNoTry() {
        busy = true;
        assertThat(retriesAfterOneMore()).isEqualTo(3);
    }

    @Test
    void aRowThatSomebodyElseHoldsCostsNoTry() {
        fault = new CannotAcquireLockException("held");
        assertThat(retriesAfterOneMore()).isEqualTo(3);
    }

    @Test
    void anyOtherFaultCostsOneAlsoWhereItIsSaidInTheSameWords() {
        assertThat(retriesAfterOneMore()).isEqualTo(2);
        fault = new Conflict("The code stands already");
        assertThat(retriesAfterOneMore()).isEqualTo(1);
    }

    private int retriesAfterOneMore() {
        Job job = engine.getManagementService().createJobQuery().singleResult();
        assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                .isInstanceOf(RuntimeException.class);
        return engine.getManagementService().createJobQuery().singleResult().getRetries();
    }
}
