package uk.daymark.workflow.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Answers the plain expressions of decision tables itself: a text, a whole number, true or false, a fact by its name, or a list of texts that the fact
 * may be. The interpreter makes all its functions anew for every cell that it reads, which costs more than all else of a table; it is
 * asked where an expression is not plain.
 */
final class PlainFeel implements FeelEngine {

    private static final String TEXT = "\"[^\"\\\\]*\"";
    private static final Pattern ONE_TEXT = Pattern.compile(TEXT);
    private static final Pattern TEXTS = Pattern.compile("\\s*" + TEXT + "(\\s*,\\s*" + TEXT + ")*\\s*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private final FeelEngine interpreter;
    private final Map<String, Plain> known = new ConcurrentHashMap<>();

    /** What the interpreter made of whole numbers, which are always the same. */
    private final Map<String, Object> numbers = new ConcurrentHashMap<>();

    PlainFeel(FeelEngine interpreter) {
        this.interpreter = interpreter;
    }

    /**
     * An expression as far as it is plain.
     *
     * @param texts the texts it lists
     * @param truth true or false, where it is that
     * @param name of a fact, where it is nothing else
     */
    private record Plain(List<String> texts, Optional<Boolean> truth, Optional<String> name) {

        static Plain of(String expression) {
            String bare = expression.strip();
            if (TEXTS.matcher(bare).matches()) {
                List<String> texts = ONE_TEXT.matcher(bare)
                        .results()
                        .map(MatchResult::group)
                        .map(text -> text.substring(1, text.length() - 1))
                        .collect(Collectors.toList());
                return new Plain(texts, Optional.empty(), Optional.empty());
            }
            if (bare.equals("true") || bare.equals("false")) {
                return new Plain(List.of(), Optional.of(Boolean.valueOf(bare)), Optional.empty());
            }
            boolean isName = NAME.matcher(bare).matches() && !bare.equals("null");
            return new Plain(List.of(), Optional.empty(), Optional.of(bare).filter(name -> isName));
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext facts) {
        if (NUMBER.matcher(expression).matches()) {
            return (T) numbers.computeIfAbsent(
                    expression, number -> interpreter.<Object>evaluateSimpleExpression(number, facts));
        }
        Plain plain = known.computeIfAbsent(expression, Plain::of);
        Optional<Object> answer = plain.texts().size() == 1
                ? Optional.of(plain.texts().get(0))
                : plain.truth().map(Object.class::cast).or(() -> plain.name().flatMap(name -> fact(name, facts)));
        return answer.isPresent() ? (T) answer.get() : interpreter.<T>evaluateSimpleExpression(expression, facts);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputName, VariableContext facts) {
        Plain plain = known.computeIfAbsent(expression, Plain::of);
        Optional<Object> input = fact(inputName, facts);
        if (input.isPresent()
                && input.get() instanceof String text
                && !plain.texts().isEmpty()) {
            return plain.texts().contains(text);
        }
        if (input.isPresent()
                && input.get() instanceof Boolean truth
                && plain.truth().isPresent()) {
            return truth.equals(plain.truth().get());
        }
        return interpreter.evaluateSimpleUnaryTests(expression, inputName, facts);
    }

    /** A fact that is a text, or true or false; others are for the interpreter. */
    private static Optional<Object> fact(String name, VariableContext facts) {
        if (!facts.containsVariable(name)) {
            return Optional.empty();
        }
        TypedValue value = facts.resolve(name);
        return value == null
                ? Optional.empty()
                : Optional.ofNullable(value.getValue())
                        .filter(plain -> plain instanceof String || plain instanceof Boolean);
    }
}
