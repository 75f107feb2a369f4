package uk.daymark.letters;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.StepContext;
import uk.daymark.workflow.TaskFollower;

/** What the model {@code family-letter} does by itself. */
@Configuration(proxyBeanMethods = false)
class LetterSteps {

    @Bean
    Step proposeLetters(Letters letters, LetterOrders orders) {
        return new Named("proposeLetters") {
            @Override
            public Map<String, Object> run(StepContext context) {
                List<Letter> written = letters.propose(orders.order(template(context), context.key()));
                boolean held = written.isEmpty() || written.get(0).state() == Letter.State.HELD;
                return Map.of("letterHeld", held, "letterSent", false);
            }
        };
    }

    @Bean
    Step withdrawLetters(Letters letters, LetterStore store) {
        return new Named("withdrawLetters") {
            @Override
            public Map<String, Object> run(StepContext context) {
                letters.stop(
                        store.open(context.key(), template(context)),
                        context.text(Processes.BECAUSE).orElse("What it rested on fell away"));
                return Map.of("letterSent", false);
            }
        };
    }

    private static String template(StepContext context) {
        return context.text(Letters.LETTER)
                .orElseThrow(() -> new IllegalStateException(
                        "The model that ordered a letter for " + context.key() + " did not say which"));
    }

    private abstract static class Named implements Step {

        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }
    }

    /** Keeps which letter each task is about. */
    @Component
    static class TasksOfLetters implements TaskFollower {

        private final LetterStore store;

        TasksOfLetters(LetterStore store) {
            this.store = store;
        }

        @Override
        public void opened(OpenedTask task) {
            if (task.model().equals(Letters.MODEL)) {
                store.task(
                        task.id(), task.key(), String.valueOf(task.variables().get(Letters.LETTER)));
            }
        }

        @Override
        public void completed(String taskId) {}

        @Override
        public void withdrawn(String taskId, String because) {}
    }
}
