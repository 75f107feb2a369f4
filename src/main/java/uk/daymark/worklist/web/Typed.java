package uk.daymark.worklist.web;

import java.util.List;
import java.util.Map;
import uk.daymark.web.FieldNames;

/**
 * Something that was typed into a form that could not be saved any more, shown so that it is not lost.
 *
 * @param name the field's key, in words as far as it goes
 */
record Typed(String name, String text) {

    static List<Typed> of(Map<String, List<String>> sent) {
        return sent.entrySet().stream()
                .filter(field -> field.getKey().startsWith(FieldNames.OF_TASKS))
                .map(field -> new Typed(
                        FieldNames.inWords(field.getKey()),
                        String.join(", ", field.getValue()).strip()))
                .filter(field -> !field.text.isEmpty())
                .toList();
    }

    /** Each box as it was sent, by its own name. */
    static List<Typed> asSent(Map<String, List<String>> sent) {
        return sent.entrySet().stream()
                .filter(field -> field.getKey().startsWith(FieldNames.OF_TASKS))
                .flatMap(field -> field.getValue().stream().map(value -> new Typed(field.getKey(), value)))
                .toList();
    }
}
