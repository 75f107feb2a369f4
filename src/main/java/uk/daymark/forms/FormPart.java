package uk.daymark.forms;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands on a form, from top to bottom. */
public sealed interface FormPart {

    /** A paragraph to read. */
    record Words(String text) implements FormPart {}

    /** The heading of the questions that follow it. */
    record Heading(String text) implements FormPart {}

    /**
     * A question.
     *
     * @param key its name in the answer
     * @param label the question, or a short noun
     * @param hint help under the label; empty text where there is none
     * @param error what to say where it is left empty; empty text for words made of the label
     * @param options what can be chosen, in order; empty where the answer is free
     * @param showWhen when it is asked; empty for always
     */
    record Field(
            String key,
            FieldKind kind,
            String label,
            String hint,
            String error,
            List<Option> options,
            Rules rules,
            Optional<ShowWhen> showWhen)
            implements FormPart {

        public Field {
            options = List.copyOf(options);
        }

        /** The same question with these options. */
        Field offering(List<Option> others) {
            return new Field(key, kind, label, hint, error, others, rules, showWhen);
        }

        /** The label of one of its options; the value itself where it is none of them. */
        public String labelOf(String value) {
            return options.stream()
                    .filter(option -> option.value().equals(value))
                    .map(Option::label)
                    .findFirst()
                    .orElse(value);
        }
    }

    /** One thing to choose. */
    record Option(String value, String label) {}

    /**
     * What an answer has to be.
     *
     * @param minLength fewest characters of a text that is not empty
     * @param maxLength most characters of a text
     * @param min least number
     * @param max greatest number
     * @param pattern what the whole of a text has to match
     */
    record Rules(boolean required, int minLength, int maxLength, int min, int max, Optional<Pattern> pattern) {}

    /**
     * The field is asked only where an earlier one has one of these answers.
     *
     * @param field the earlier field's key
     * @param answers values of its options; {@code true} for a tick
     */
    record ShowWhen(String field, List<String> answers) {}
}
