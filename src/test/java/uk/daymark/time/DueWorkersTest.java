package uk.daymark.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class DueWorkersTest {

    private static final Instant NINE = Instant.parse("2025-09-15T08:00:00Z");

    private final List<String> done = new ArrayList<>();
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final DueWorkers workers =
            new DueWorkers(beans.getBeanProvider(DueWork.class), Clock.fixed(NINE, ZoneOffset.UTC));

    @Test
    void doesWhatIsDueEarliestFirstWhoeverItIs() {
        worker("a").waits(-10, "third").waits(-30, "first").waits(1, "not yet");
        worker("b").waits(-20, "second").waits(0, "fourth");
        assertThat(workers.catchUp()).isZero();
        assertThat(done).containsExactly("first", "second", "third", "fourth");
        assertThat(workers.nextDue()).contains(NINE.plusSeconds(1));
    }

    @Test
    void doesWhatTheWorkItselfMakesDue() {
        Worker worker = worker("a");
        worker.waits(-10, "first", () -> worker.waits(-5, "second"));
        workers.catchUp();
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void workThatFailsIsCountedAndDoesNotStopTheRest() {
        worker("a").waits(-30, "", () -> {
            throw new IllegalStateException("does not work");
        });
        worker("b").waits(-20, "other");
        assertThat(workers.catchUp()).isEqualTo(1);
        assertThat(done).containsExactly("other");
        assertThat(workers.nextDueAfter(NINE)).isEmpty();
        assertThat(workers.nextDue()).contains(NINE.minusSeconds(30));
    }

    @Test
    void workThatComesToNoEndIsGivenUpAndCounted() {
        Worker worker = worker("a");
        worker.waits(-10, "again", new Runnable() {
            @Override
            public void run() {
                worker.waits(-10, "again", this);
            }
        });
        assertThat(workers.catchUp()).isEqualTo(1);
        assertThat(done).hasSizeGreaterThan(1000).containsOnly("again");
    }

    @Test
    void isPutDownToNobodyWhoeverAsksForIt() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("admin", null, List.of()));
        try {
            worker("a")
                    .waits(
                            -10,
                            "first",
                            () -> done.add(
                                    "by " + SecurityContextHolder.getContext().getAuthentication()));
            workers.catchUp();
            assertThat(done).containsExactly("by null", "first");
            assertThat(SecurityContextHolder.getContext().getAuthentication().getName())
                    .isEqualTo("admin");
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void withinATransactionNothingIsDone() {
        worker("a").waits(-10, "first");
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThat(workers.catchUp()).isZero();
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(done).isEmpty();
        workers.catchUp();
        assertThat(done).containsExactly("first");
    }

    @Test
    void workThatAsksForDueWorkLeavesItToWhoeverDoesThisWork() {
        Worker worker = worker("a");
        worker.waits(-10, "first", () -> {
            worker.waits(-5, "second");
            workers.catchUp();
            done.add("end of first");
        });
        workers.catchUp();
        assertThat(done).containsExactly("end of first", "first", "second");
    }

    @Test
    void aRunningClockIsLookedAtEachMinuteAndThePracticeClockIsNot() {
        assertThat(lookedAt("live")).isTrue();
        assertThat(lookedAt("practice")).isFalse();
    }

    private static boolean lookedAt(String profile) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment().setActiveProfiles(profile);
            context.registerBean(Clock.class, () -> Clock.fixed(NINE, ZoneOffset.UTC));
            context.register(DueWorkers.class, LookingForDueWork.class);
            context.refresh();
            return context.getBeanProvider(ScheduledAnnotationBeanPostProcessor.class).stream()
                    .flatMap(tasks -> tasks.getScheduledTasks().stream())
                    .anyMatch(task -> task.getTask() instanceof FixedDelayTask each
                            && each.getIntervalDuration().toSeconds() == 60);
        }
    }

    private Worker worker(String name) {
        Worker worker = new Worker();
        beans.addBean(name, worker);
        return worker;
    }

    /** Does one piece a call; a piece that fails stays. */
    private final class Worker implements DueWork {

        private final TreeMap<Instant, Runnable> waiting = new TreeMap<>();

        Worker waits(int seconds, String what) {
            return waits(seconds, what, () -> {});
        }

        Worker waits(int seconds, String what, Runnable doing) {
            waiting.put(NINE.plusSeconds(seconds), () -> {
                doing.run();
                done.add(what);
            });
            return this;
        }

        @Override
        public Optional<Instant> nextDue() {
            return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.firstKey());
        }

        @Override
        public void runDue() {
            Instant first = waiting.firstKey();
            Runnable piece = waiting.remove(first);
            try {
                piece.run();
            } catch (RuntimeException failure) {
                waiting.put(first, piece);
                throw failure;
            }
        }
    }
}
