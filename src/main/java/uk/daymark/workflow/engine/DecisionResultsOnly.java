package uk.daymark.workflow.engine;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;

/**
 * Stands where the engine would write any Java object as a variable: takes the result of a decision, which the engine hands from a
 * decision's task to its listener within one transaction, and nothing else.
 */
final class DecisionResultsOnly extends JavaObjectSerializer {

    private static final byte[] NOTHING = {};

    @Override
    protected boolean canSerializeValue(Object value) {
        return value instanceof DmnDecisionResult;
    }

    /** It is never stored. */
    @Override
    protected byte[] serializeToByteArray(Object value) {
        return NOTHING;
    }

    @Override
    protected Object deserializeFromByteArray(byte[] bytes, String typeName) {
        throw new IllegalStateException("No object is kept as a variable, not even a " + typeName);
    }
}
