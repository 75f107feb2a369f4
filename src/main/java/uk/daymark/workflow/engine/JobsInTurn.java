package uk.daymark.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.daymark.time.Turn;

/** A timer that fires waits for its turn like any other change. Its failure is noted after the turn, when nothing is locked any more. */
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
    }

    private final class InTurn extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            return command instanceof ExecuteJobsCmd
                    ? turn.getObject().take(() -> next.execute(command))
                    : next.execute(command);
        }
    }
}
