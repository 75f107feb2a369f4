package uk.daymark.escalation;

import org.springframework.stereotype.Component;

/** Whether a case's own model is just closing it: then there is nobody left to tell. */
@Component
class Closing {

    private final ThreadLocal<Boolean> now = ThreadLocal.withInitial(() -> false);

    void byItsModel(Runnable closing) {
        now.set(true);
        try {
            closing.run();
        } finally {
            now.remove();
        }
    }

    boolean isByItsModel() {
        return now.get();
    }
}
