package uk.daymark.letters;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import uk.daymark.workflow.NamedStep;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.StepContext;
import uk.daymark.workflow.TaskFollower;

/** What the models {@code family-letter} and {@code authority-letter} do by themselves. */
@Configuration(proxyBeanMethods = false)
class LetterSteps {

    @Bean
    Step proposeLetters(Letters letters, LetterOrders orders) {
        return new NamedStep(
                "proposeLetters", context -> proposed(letters, orders.order(template(context), context.key())));
    }

    @Bean
    Step withdrawLetters(Letters letters, LetterStore store) {
        return new NamedStep("withdrawLetters", context -> withdrawn(letters, store, context));
    }

    @Bean
    Step writeAuthorityLetter(Letters letters, LetterOrders orders) {
        return new NamedStep("writeAuthorityLetter", context -> {
            LetterOrder order = orders.order(template(context), context.key());
            if (order.sender() != Sender.AUTHORITY || order.onlyTo().isEmpty()) {
                throw new IllegalStateException(
                        "The letter " + order.template() + " for " + order.key() + " is not for one parent");
            }
            return proposed(letters, order);
        });
    }

    @Bean
    Step withdrawAuthorityLetter(Letters letters, LetterStore store) {
        return new NamedStep("withdrawAuthorityLetter", context -> withdrawn(letters, store, context));
    }

    private static Map<String, Object> proposed(Letters letters, LetterOrder order) {
        List<Letter> written = letters.propose(order);
        boolean held = written.isEmpty() || written.get(0).state() == Letter.State.HELD;
        return Map.of("letterHeld", held, "letterSent", false);
    }

    private static Map<String, Object> withdrawn(Letters letters, LetterStore store, StepContext context) {
        letters.stop(
                store.open(context.key(), template(context)),
                context.text(Processes.BECAUSE).orElse("What it rested on fell away"));
        return Map.of("letterSent", false);
    }

    private static String template(StepContext context) {
        return context.text(Letters.LETTER)
                .orElseThrow(() -> new IllegalStateException(
                        "The model that ordered a letter for " + context.key() + " did not say which"));
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
            if (task.model().equals(Letters.MODEL) || task.model().equals(Letters.AUTHORITY_MODEL)) {
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
