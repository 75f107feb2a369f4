package uk.daymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How soon a household is rung, and what follows from the answer. */
@EachRow(value = "contact-priority", rules = 6)
@EachRow(value = "call-outcome", rules = 8)
class FirstDayTablesTest {

    private final Models models = Models.engine();

    @ParameterizedTest
    @CsvSource({
        "protectionPlan lookedAfter firstTime, protection-plan, 8, child protection plan",
        "lookedAfter childInNeed back, looked-after, 7, looked after",
        "childInNeed, child-in-need, 6, has a social worker",
        "firstTime, first-absence, 3, first absence without a reason",
        "firstTime back, back-in-school, 0, ''",
        "'', any-other, 1, ''"
    })
    void pupilsAtRiskComeFirstAndThoseWhoAreBackLast(String facts, String rule, int urgent, String early) {
        Map<String, Object> inputs = new HashMap<>();
        for (String fact : "protectionPlan lookedAfter childInNeed back firstTime".split(" ")) {
            inputs.put(fact, (" " + facts + " ").contains(" " + fact + " "));
        }
        assertThat(models.ask("contact-priority", inputs)).singleElement().satisfies(fired -> {
            assertThat(fired.rule()).isEqualTo(rule);
            assertThat(fired.outputs().get("urgent")).isEqualTo(urgent);
            assertThat(fired.out("early")).isEqualTo(early);
            assertThat(fired.out("sentence")).isNotBlank();
            assertThat(fired.out("source")).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "ill, ill, reason",
        "medical, medical, reason",
        "other, another-reason, reason",
        "leave, leave, leave",
        "no-answer, no-answer, next",
        "voicemail, voicemail, next",
        "wrong-number, wrong-number, next",
        "thought-in-school, thought-in-school, missing"
    })
    void eachAnswerLeadsOn(String outcome, String rule, String route) {
        assertThat(models.ask("call-outcome", Map.of("outcome", outcome)))
                .singleElement()
                .satisfies(fired -> {
                    assertThat(fired.rule()).isEqualTo(rule);
                    assertThat(fired.out("route")).isEqualTo(route);
                    assertThat(fired.out("sentence")).isNotBlank();
                    assertThat(fired.out("source")).isNotBlank();
                });
    }
}
