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
        Optional<Policy> named = policies.needed(body, "policy", notes);
        Optional<JsonFields> overrides = body.object("overrides");
        if (overrides.isEmpty()) {
            return named;
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (String key : overrides.get().names()) {
            Optional<JsonNode> value = overrides.get().any(key);
            if (value.isEmpty()) {
                overrides.get().fault(key, "Give a value, or leave the key out.");
            } else if (holdsEndlessNumber(value.get())) {
                overrides.get().fault(key, "This number is too large.");
            } else {
                values.put(key, value.get());
            }
        }
        return named.flatMap(policy -> overridden(policy, values, overrides.get()));
    }

    /** 1e309 is valid JSON and no number that can be compared with anything. */
    private static boolean holdsEndlessNumber(JsonNode value) {
        return value.isDouble() && Double.isInfinite(value.doubleValue())
                || StreamSupport.stream(value.spliterator(), false).anyMatch(PolicyFields::holdsEndlessNumber);
    }

    private static Optional<Policy> overridden(Policy policy, Map<String, JsonNode> values, JsonFields overrides) {
        try {
            return Optional.of(policy.with(values));
        } catch (PolicyOverrideException refused) {
            refused.faults().forEach(overrides::fault);
            return Optional.empty();
        }
    }
}
