package uk.daymark.worklist.web;

import java.util.List;
import java.util.Map;

/**
 * Something that was typed into a form that could not be saved any more, shown so that it is not lost.
 *
 * @param name the field's key, in words as far as it goes
 */
record Typed(String name, String text) {

    private static final String PREFIX = "field-";

    static List<Typed> of(Map<String, List<String>> sent) {
        return sent.entrySet().stream()
                .filter(field -> field.getKey().startsWith(PREFIX))
                .map(field -> new Typed(
                        words(field.getKey().substring(PREFIX.length())),
                        String.join(", ", field.getValue()).strip()))
                .filter(field -> !field.text.isEmpty())
                .toList();
    }

    /** Each box as it was sent, by its own name. */
    static List<Typed> asSent(Map<String, List<String>> sent) {
        return sent.entrySet().stream()
                .filter(field -> field.getKey().startsWith(PREFIX))
                .flatMap(field -> field.getValue().stream().map(value -> new Typed(field.getKey(), value)))
                .toList();
    }

    /** "whoAnswered" as "Who answered". */
    private static String words(String key) {
        String words = key.replaceAll("([A-Z])", " $1").replace('-', ' ').toLowerCase(java.util.Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
