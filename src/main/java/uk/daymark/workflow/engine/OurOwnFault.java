package uk.daymark.workflow.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Lets a fault of ours, or a race for a row, out of the engine as it was thrown: the engine wraps those of listeners. */
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
        } catch (OptimisticLockingException overtaken) {
            // As the rest of the application knows it: whoever lost is told to look again.
            throw new OptimisticLockingFailureException("Another change to the same process came first", overtaken);
        } catch (ProcessEngineException wrapped) {
            for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
                if (cause instanceof RuntimeException ours
                        && cause.getClass().getName().startsWith("uk.daymark.")) {
                    throw ours;
                }
                if (cause instanceof ConcurrencyFailureException overtaken) {
                    throw overtaken;
                }
            }
            throw wrapped;
        }
    }
}
