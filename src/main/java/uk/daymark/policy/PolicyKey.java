package uk.daymark.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What a policy may settle. The catalogue of keys is {@code policies/policy.schema.json}; all words come from there.
 *
 * @param name the dotted key: {@code threshold.sessions}
 * @param title what it is, in plain words
 * @param description what follows from it; may be empty
 * @param group the heading it stands under: "Counting"
 * @param units the units it may have, in words; mostly one
 * @param kind what its values look like
 * @param required whether every policy must have a value, its own or an inherited one
 * @param alsoCalled other names under which the key may be overridden
 * @param atMost the key whose value it must not exceed
 * @param parts what the two numbers of a pair are: "shortest", "longest"
 */
public record PolicyKey(
        String name,
        String title,
        String description,
        String group,
        List<String> units,
        ValueKind kind,
        boolean required,
        List<String> alsoCalled,
        Optional<String> atMost,
        List<String> parts) {

    public PolicyKey {
        units = List.copyOf(units);
        alsoCalled = List.copyOf(alsoCalled);
        parts = List.copyOf(parts);
    }

    /** What is wrong where this key takes a pair of numbers and the first exceeds the second; empty where nothing is. */
    Optional<String> descending(JsonNode value) {
        return kind == ValueKind.NUMBER_PAIR
                        && value.path(0).intValue() > value.path(1).intValue()
                ? Optional.of("The two numbers of " + name + " are the " + String.join(" and the ", parts)
                        + "; the first must not exceed the second")
                : Optional.empty();
    }
}
