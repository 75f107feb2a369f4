package uk.daymark.workflow.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Closes what Daymark does not use of the engine, beyond what application.yaml can say. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    /** No list that a person reads is longer; an unbounded query fails instead of filling the memory. */
    private static final int LONGEST_LIST = 10_000;

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setQueryMaxResultsLimit(LONGEST_LIST);
        // Each model says how long its history is kept; what is due is removed by us, never by the engine's own
        // clean-up, for which
        // a case that is still open could already be old enough.
        engine.setEnforceHistoryTimeToLive(true);
        engine.setHistoryRemovalTimeStrategy("start");
        engine.setHistoryCleanupEnabled(false);
        engine.setJobExecutorAcquireByDueDate(true);
    }
}
