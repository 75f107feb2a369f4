package uk.daymark.workflow.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;

/** Lets a fault of ours out of the engine as it was thrown: the engine wraps those of listeners. */
final class OurOwnFault {

    private OurOwnFault() {}

    static void unwrapped(Runnable call) {
        unwrapped(() -> {
            call.run();
            return true;
        });
    }

    static <T> T unwrapped(Supplier<T> call) {
        try {
            return call.get();
        } catch (ProcessEngineException wrapped) {
            for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
                if (cause instanceof RuntimeException ours
                        && cause.getClass().getName().startsWith("uk.daymark.")) {
                    throw ours;
                }
            }
            throw wrapped;
        }
    }
}
