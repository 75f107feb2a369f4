package uk.daymark.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import uk.daymark.figures.Note;
import uk.daymark.policy.Policy;
import uk.daymark.policy.PolicyOverrideException;
import uk.daymark.web.JsonFields;

/** Reads the {@code policy} of a check and its {@code overrides}. */
final class PolicyFields {

    private PolicyFields() {}

    /** The policy named, with what is overridden; faults where there is none of that name or a value does not fit. */
    static Optional<Policy> read(JsonFields body, PolicyChoice policies, List<Note> notes) {
        return read(body, Optional.empty(), policies, notes);
    }

    /** The same, with what a part of the body overrides too; where both override a value, the body's own stands. */
    static Optional<Policy> read(JsonFields body, Optional<JsonFields> part, PolicyChoice policies, List<Note> notes) {
        Optional<Policy> named = policies.needed(body, "policy", notes);
        Map<String, JsonNode> values = new LinkedHashMap<>();
        Map<String, JsonFields> places = new LinkedHashMap<>();
        part.flatMap(fields -> fields.object("overrides")).ifPresent(overrides -> take(overrides, values, places));
        body.object("overrides").ifPresent(overrides -> take(overrides, values, places));
        return values.isEmpty() ? named : named.flatMap(policy -> overridden(policy, values, places));
    }

    private static void take(JsonFields overrides, Map<String, JsonNode> values, Map<String, JsonFields> places) {
        for (String key : overrides.names()) {
            Optional<JsonNode> value = overrides.any(key);
            if (value.isEmpty()) {
                overrides.fault(key, "Give a value, or leave the key out.");
            } else if (holdsEndlessNumber(value.get())) {
                overrides.fault(key, "This number is too large.");
            } else {
                values.put(key, value.get());
                places.put(key, overrides);
            }
        }
    }

    /** 1e309 is valid JSON and no number that can be compared with anything. */
    private static boolean holdsEndlessNumber(JsonNode value) {
        return value.isDouble() && Double.isInfinite(value.doubleValue())
                || StreamSupport.stream(value.spliterator(), false).anyMatch(PolicyFields::holdsEndlessNumber);
    }

    private static Optional<Policy> overridden(
            Policy policy, Map<String, JsonNode> values, Map<String, JsonFields> places) {
        try {
            return Optional.of(policy.with(values));
        } catch (PolicyOverrideException refused) {
            refused.faults()
                    .forEach((key, message) ->
                            places.getOrDefault(key, last(places)).fault(key, message));
            return Optional.empty();
        }
    }

    private static JsonFields last(Map<String, JsonFields> places) {
        return places.values().stream().reduce((earlier, later) -> later).orElseThrow();
    }
}
