package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.daymark.workflow.Decisions.Fired;

/** The guard of the tables' tests, on a table of its own. */
@EachRow(value = "mood", rules = 3, root = ModelsTest.ROOT)
class EachRowTest {

    private final Models models = Models.in(ModelsTest.ROOT);
    private final ModelEngine engine = ModelEngine.of(ModelsTest.ROOT);

    @ParameterizedTest
    @CsvSource({"sun, sunshine, good", "evening, late-evening, tired", "rain, rain-falls, bad"})
    void eachRowSaysItsMood(String weather, String rule, String mood) {
        assertThat(models.ask("mood", Map.of("weather", weather)))
                .singleElement()
                .satisfies(fired -> {
                    assertThat(fired.rule()).isEqualTo(rule);
                    assertThat(fired.out("mood")).isEqualTo(mood);
                });
    }

    @Test
    void aRuleThatNeverFiredIsNamed() {
        List<Fired> one = models.ask("mood", Map.of("weather", "sun"));
        RowCoverage.Result result = RowCoverage.measure(engine, "mood", one);
        assertThat(result.line()).isEqualTo("mood: 1 of 3 rules");
        assertThat(result.fault(3)).hasValue("mood: 1 of 3 rules; no test lets fire [late-evening, rain-falls]");
    }

    @Test
    void aRuleMoreThanTheTestsWereWrittenForIsCaught() {
        List<Fired> all = List.of("sun", "evening", "rain").stream()
                .flatMap(weather -> models.ask("mood", Map.of("weather", weather)).stream())
                .toList();
        RowCoverage.Result result = RowCoverage.measure(engine, "mood", all);
        assertThat(result.fault(3)).isEmpty();
        assertThat(result.fault(2)).hasValue("mood has 3 rules, and the tests were written for 2");
    }

    @Test
    void rulesThatFireInARunCountToo() {
        int before = engine.fired().size();
        models.step("lookAround", Map.of("weather", "rain")).start("small-talk", Map.of());
        assertThat(engine.fired().subList(before, engine.fired().size()))
                .extracting(Fired::rule)
                .containsExactly("rain-falls");
    }
}
