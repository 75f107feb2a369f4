package uk.daymark.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.daymark.time.Turn;
import uk.daymark.web.Conflict;

/**
 * A timer that fires waits for its turn like any other change. Its failure is noted after the turn, when nothing is locked any more.
 * Where its turn does not come, nothing was tried, and it is tried again.
 */
@Component
class JobsInTurn extends AbstractProcessEnginePlugin {

    private final ObjectProvider<Turn> turn;

    JobsInTurn(ObjectProvider<Turn> turn) {
        this.turn = turn;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        @Nullable List<CommandInterceptor> known = engine.getCustomPreCommandInterceptorsTxRequired();
        List<CommandInterceptor> all = known == null ? new ArrayList<>() : new ArrayList<>(known);
        all.add(0, new InTurn());
        engine.setCustomPreCommandInterceptorsTxRequired(all);
        engine.setFailedJobCommandFactory(new FailedWork());
    }

    private final class InTurn extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            return command instanceof ExecuteJobsCmd ? inTurn(command) : next.execute(command);
        }

        private <T> T inTurn(Command<T> command) {
            AtomicBoolean begun = new AtomicBoolean();
            try {
                return turn.getObject().take(() -> {
                    begun.set(true);
                    return next.execute(command);
                });
            } catch (Conflict busy) {
                if (begun.get()) {
                    throw busy;
                }
                throw new OptimisticLockingException("Its turn did not come", busy);
            }
        }
    }
}
