package uk.daymark.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;

/** Plain expressions mean here what the interpreter says they mean. */
class PlainFeelTest {

    private static final List<String> TESTS = List.of(
            "true",
            "false",
            "\"up\"",
            "\"visit\", \"exam\"",
            " \"visit\" ,\"exam\" ",
            "\"\"",
            "not(\"up\")",
            "> 3",
            "3",
            "[1..4]",
            "\"say \\\"up\\\"\"",
            "\"a, b\"",
            "null");

    private static final List<Object> INPUTS =
            Arrays.asList(true, false, "up", "visit", "exam", "", "true", "a, b", "say \"up\"", 3, 4L, 2.5);

    private final FeelEngine interpreter = new ScalaFeelEngineFactory().createInstance();
    private final FeelEngine plain = new PlainFeel(interpreter);

    @Test
    void aCellHoldsOfAFactWhereTheInterpreterSaysSo() {
        for (Object input : INPUTS) {
            VariableContext facts = context(Map.of("cellInput", input));
            for (String test : TESTS) {
                assertThat(plain.evaluateSimpleUnaryTests(test, "cellInput", facts))
                        .as("%s of %s", test, input)
                        .isEqualTo(interpreter.evaluateSimpleUnaryTests(test, "cellInput", facts));
            }
        }
    }

    @Test
    void anExpressionIsWhatTheInterpreterSays() {
        VariableContext facts = context(Map.of("style", "soft", "listed", true, "count", 3));
        for (String expression : List.of(
                "7",
                "7",
                "0",
                "\"up\"",
                "\"\"",
                "true",
                "false",
                "style",
                "listed",
                "count",
                "count + 1",
                "null",
                "\"a, b\"")) {
            Object expected = interpreter.evaluateSimpleExpression(expression, facts);
            Object answer = plain.evaluateSimpleExpression(expression, facts);
            assertThat(answer).as(expression).isEqualTo(expected);
        }
    }

    private static VariableContext context(Map<String, Object> facts) {
        return Variables.fromMap(facts).asVariableContext();
    }
}
