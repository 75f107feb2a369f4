package uk.daymark.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.springframework.stereotype.Component;

/** Closes what Daymark does not use of the engine, beyond what application.yaml can say. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    /** No list that a person reads is longer; an unbounded query fails instead of filling the memory. */
    private static final int LONGEST_LIST = 10_000;

    private static final List<String> NOT_PLAIN = List.of("serializable", "file", "bytes");

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
        // All work has a time, so that all of it can be done in order.
        engine.setEnsureJobDueDateNotNull(true);
    }

    /** Variables are plain: what could carry an object, a file or bytes is not there to carry it. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        VariableSerializers kinds = engine.getVariableSerializers();
        for (String kind : NOT_PLAIN) {
            TypedValueSerializer<?> serializer = kinds.getSerializerByName(kind);
            if (serializer != null) {
                kinds.removeSerializer(serializer);
            }
        }
        kinds.addSerializer(new DecisionResultsOnly());
    }
}
