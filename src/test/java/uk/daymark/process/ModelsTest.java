package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The fixture of the process tests, on models of its own. */
@Covers(value = "small-talk", root = ModelsTest.ROOT)
class ModelsTest {

    static final String ROOT = "fixtures/covered/";

    private static final Instant LATE = Instant.parse("2025-09-15T15:00:00Z");

    private final Models models = Models.in(ROOT);

    @Test
    void aStepsAnswerIsReadByTheTableWhoseOutputsAreReadByTheArrow() {
        Run run = metIn("sun")
                .assertWaitsOnlyAt("say-hello")
                .assertPassed("met", "look", "mood-decided", "choice")
                .assertDidNotPass("at-home", "silent")
                .assertTook("talk")
                .assertFired("mood", "sunshine")
                .assertTimerIsDue("too-late", LATE)
                .assertNotEnded();
        assertThat(run.variable("sentence")).isEqualTo("The sun shines.");
        assertThat(run.variable("lateAt")).isEqualTo(LATE);
        assertThat(run.variable("key")).isEqualTo(run.key());
        assertThat(run.task("say-hello")).satisfies(task -> {
            assertThat(task.model()).isEqualTo("small-talk");
            assertThat(task.group()).isEqualTo("office");
            assertThat(task.name()).isEqualTo("Say hello");
            assertThat(task.key()).isEqualTo(run.key());
            assertThat(task.variables()).containsEntry("mood", "good").containsEntry("lateAt", LATE);
        });
    }

    @Test
    void whatComesAfterAGatewayThatWaitsIsItsEventsArrow() {
        metIn("sun")
                .completes("say-hello", Map.of())
                .assertWaitsOnlyAt("listen", "answer-came", "waited-enough")
                .signal("answered", Map.of("heard", "yes"))
                .assertEnded()
                .assertTook("an-answer", "heard-it")
                .assertPassed("listen", "answer-came", "talked")
                .assertDidNotPass("waited-enough");
    }

    @Test
    void aTimerFiresWhateverItsDate() {
        metIn("sun")
                .completes("say-hello")
                .timerFires("waited-enough")
                .assertEnded()
                .assertTook("no-answer", "leave-it");
        metIn("sun")
                .timerFires("too-late")
                .assertEnded()
                .assertTook("gave-up")
                .assertTookBack("say-hello", "what it rested on fell away");
    }

    @Test
    void aMessageAtTheEdgeOfATaskTakesItBackAndSaysWhy() {
        metIn("sun")
                .signal("interrupted", Map.of("because", "the telephone rang"))
                .assertTookBack("say-hello", "the telephone rang")
                .assertTook("start-again")
                .assertWaitsAt("say-hello")
                .timerFires("too-late")
                .assertTookBack("say-hello", "what it rested on fell away")
                .assertEnded();
    }

    @Test
    void aCalledProcessIsReachedThroughTheSameRunAndEndsWithItsCaller() {
        metIn("evening")
                .assertWaitsOnlyAt("at-home", "chat")
                .signal("over", Map.of("because", "bedtime"))
                .assertTookBack("chat", "bedtime")
                .assertDid("lookAround", "sayGoodbye")
                .assertEnded()
                .assertDidNotPass("gone", "talked");
        metIn("evening")
                .completes("chat", Map.of("heard", "a lot"))
                .assertEnded()
                .assertTook("home-done");
    }

    @Test
    void aProcessThatIsWithdrawnTakesBackWhatItsCalledProcessAskedFor() {
        metIn("evening")
                .isWithdrawn("small-talk", "moved away")
                .assertTookBack("chat", "moved away")
                .assertEnded();
        metIn("evening").isWithdrawn("inner-talk", "moved out").assertTookBack("chat", "moved out");
    }

    @Test
    void theOtherMoodEndsInSilence() {
        metIn("rain")
                .assertEnded()
                .assertTook("not-now")
                .assertDidNot("sayGoodbye")
                .signalsInVain("over", Map.of());
    }

    @Test
    void noRuleIsAFaultThatNamesThePlace() {
        assertThatThrownBy(() -> metIn("fog"))
                .hasStackTraceContaining("At \"mood-decided\" of small-talk exactly one rule has to fit, not 0");
    }

    @Test
    void aStepStartsTellsAndWithdrawsOtherProcesses() {
        Run[] started = new Run[1];
        Run told = models.start("inner-talk", Map.of());
        Run withdrawn = models.start("inner-talk", Map.of());
        models.step("lookAround", context -> {
                    told.signal("over", Map.of("because", "too late"));
                    withdrawn.isWithdrawn("inner-talk", "too early");
                    started[0] = models.start("inner-talk", Map.of());
                    return Map.of("weather", "sun", "lateAt", LATE);
                })
                .start("small-talk", Map.of())
                .assertWaitsAt("say-hello");
        told.assertEnded().assertTookBack("chat", "too late");
        withdrawn.assertEnded().assertTookBack("chat", "too early");
        started[0].assertWaitsAt("chat");
    }

    @Test
    void aTableIsAskedOutsideOfAProcess() {
        assertThat(models.ask("mood", Map.of("weather", "rain")))
                .singleElement()
                .satisfies(fired -> {
                    assertThat(fired.table()).isEqualTo("mood");
                    assertThat(fired.version()).isEqualTo("1.0.0");
                    assertThat(fired.rule()).isEqualTo("rain-falls");
                    assertThat(fired.inputs()).isEqualTo(Map.of("weather", "rain"));
                    assertThat(fired.outputs())
                            .isEqualTo(Map.of("mood", "bad", "sentence", "It rains.", "source", "Almanac"));
                });
        assertThat(models.ask("mood", Map.of("weather", "fog"))).isEmpty();
    }

    @Test
    void aStepThatNoModelHasIsRefused() {
        assertThatThrownBy(() -> models.step("lookAruond", Map.of()))
                .hasMessageContaining("No model has a step \"lookAruond\"")
                .hasMessageContaining("lookAround");
    }

    @Test
    void whatNoTestReachedIsNamed() {
        Run run = metIn("rain");
        Coverage.Result result = Coverage.measure(ModelEngine.of(ROOT), "small-talk", List.of(run));
        assertThat(result.complete()).isFalse();
        assertThat(result.line()).isEqualTo("small-talk: 5 of 17 nodes, 4 of 16 flows");
        assertThat(result.nodesMissing()).contains("say-hello", "at-home", "over", "when-over");
        assertThat(result.flowsMissing()).contains("talk", "an-answer").doesNotContain("not-now");
    }

    @Test
    void anArrowIsMissedEvenWhereEveryElementWasEntered() {
        Run run = metIn("sun").completes("say-hello").timerFires("waited-enough");
        Coverage.Result result = Coverage.measure(ModelEngine.of(ROOT), "small-talk", List.of(run));
        assertThat(result.nodesMissing()).doesNotContain("silent");
        assertThat(result.flowsMissing())
                .contains("not-now", "gave-up", "an-answer")
                .doesNotContain("no-answer");
    }

    private Run metIn(String weather) {
        return models.step("lookAround", Map.of("weather", weather, "lateAt", LATE))
                .start("small-talk", Map.of());
    }
}
