package uk.daymark.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.daymark.forms.FormPart.Field;
import uk.daymark.forms.FormPart.Option;

/**
 * A form as it was read from its file.
 *
 * @param id its id, which is that of its user task
 * @param parts what stands on it, from top to bottom; what is in a group follows the group's heading
 * @param confirmed whether the answers are shown once more, and confirmed, before anything follows from them: where something is sent
 *     out, is a step of the law, or is hard to take back
 */
public record FormDefinition(String id, List<FormPart> parts, boolean confirmed) {

    public FormDefinition {
        parts = List.copyOf(parts);
    }

    /** The same form with options for lists that leave them to the task, by the field's key. */
    public FormDefinition offering(Map<String, List<Option>> options) {
        return new FormDefinition(
                id,
                parts.stream()
                        .map(part -> part instanceof Field field && options.containsKey(field.key())
                                ? field.offering(options.getOrDefault(field.key(), List.of()))
                                : part)
                        .toList(),
                confirmed);
    }

    /** The questions, in order. */
    public List<Field> fields() {
        return parts.stream()
                .flatMap(part -> part instanceof Field field ? Stream.of(field) : Stream.empty())
                .toList();
    }

    /** The question of that key. */
    public Optional<Field> field(String key) {
        return fields().stream().filter(field -> field.key().equals(key)).findFirst();
    }
}
