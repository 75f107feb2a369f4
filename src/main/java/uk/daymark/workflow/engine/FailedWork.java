package uk.daymark.workflow.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;

/** Notes that a piece of work failed. What only lost a race for a row, or waited in vain for its turn, loses no try by it. */
final class FailedWork implements FailedJobCommandFactory {

    private static final Logger LOG = LoggerFactory.getLogger(FailedWork.class);

    @Override
    public Command<Object> getCommand(String job, @Nullable Throwable failure) {
        DefaultJobRetryCmd retry = new DefaultJobRetryCmd(job, asTheEngineKnowsIt(failure));
        return context -> {
            Object nothing = retry.execute(context);
            logWhereStopped(context, job);
            return nothing;
        };
    }

    private static void logWhereStopped(CommandContext context, String id) {
        @Nullable JobEntity job = context.getJobManager().findJobById(id);
        if (job != null && job.getRetries() <= 0) {
            LOG.error("Work of {} has stopped: {}", job.getProcessDefinitionKey(), id);
        }
    }

    private static @Nullable Throwable asTheEngineKnowsIt(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyFailureException) {
                return new OptimisticLockingException("Another change came first", cause);
            }
        }
        return failure;
    }
}
