package uk.daymark.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The keys that policies may settle, and the rules of form for policy files and overrides: {@code policies/policy.schema.json}. */
final class PolicyCatalogue {

    private final Map<String, PolicyKey> keys = new LinkedHashMap<>();
    private final Map<String, PolicyKey> byAnyName = new LinkedHashMap<>();
    private final CheckedSchema files;
    private final CheckedSchema overrides;

    /** @param schema the content of {@code policy.schema.json} */
    PolicyCatalogue(JsonNode schema) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> property :
                schema.at("/properties/values/properties").properties()) {
            JsonNode value = property.getValue().at("/items/properties/value");
            PolicyKey key = key(property.getKey(), property.getValue(), value);
            keys.put(key.name(), key);
            byAnyName.put(key.name(), key);
            key.alsoCalled().forEach(name -> byAnyName.put(name, key));
            values.set(key.name(), value);
        }
        this.files = new CheckedSchema(schema);
        this.overrides = new CheckedSchema(overridesSchema(schema, values));
    }

    /** Every key, in the order of the schema. */
    List<PolicyKey> keys() {
        return List.copyOf(keys.values());
    }

    /** The key of that name, or of that other name. */
    Optional<PolicyKey> key(String name) {
        return Optional.ofNullable(byAnyName.get(name));
    }

    /** All that is wrong with the form of a policy file. */
    List<PolicyFault> faults(YamlTree tree) {
        List<PolicyFault> faults = new ArrayList<>(tree.faults());
        if (faults.isEmpty()) {
            FaultWords words = new FaultWords(this);
            for (ValidationMessage objection : files.objections(tree.root())) {
                faults.add(tree.fault(words.pointer(objection), words.sentence(objection)));
            }
        }
        return faults;
    }

    /** What is wrong with overrides, by key; their names are the keys' own. */
    Map<String, String> overrideFaults(Map<String, JsonNode> values) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.setAll(values);
        FaultWords words = new FaultWords(this);
        return overrides.objections(tree).stream()
                .collect(Collectors.groupingBy(
                        words::firstKey,
                        LinkedHashMap::new,
                        Collectors.mapping(words::sentence, Collectors.joining(". "))));
    }

    /** Keys that begin like the one that is not known, for a person who mistyped it. */
    List<String> keysLike(String unknown) {
        String start = unknown.split("\\.", 2)[0];
        return keys.keySet().stream().filter(key -> key.startsWith(start + ".")).toList();
    }

    private static PolicyKey key(String name, JsonNode schema, JsonNode value) {
        String definition = value.path("$ref").asText().replace("#/$defs/", "");
        ValueKind kind = ValueKind.ofDefinition(definition)
                .orElseThrow(() -> new IllegalStateException("policy.schema.json: the value of " + name
                        + " must refer to a definition that Daymark can read, not '" + definition + "'"));
        return new PolicyKey(
                name,
                schema.path("title").asText(),
                schema.path("description").asText(),
                schema.path("x-group").asText(),
                texts(schema.at("/items/properties/unit/enum")),
                kind,
                schema.path("x-required").asBoolean(),
                texts(schema.path("x-also")),
                Optional.of(schema.path("x-at-most").asText()).filter(other -> !other.isEmpty()),
                texts(schema.path("x-parts")));
    }

    /** An override is a bare value, so only the parts of the schema that speak of values apply. */
    private static ObjectNode overridesSchema(JsonNode schema, ObjectNode values) {
        ObjectNode overrides = JsonNodeFactory.instance.objectNode();
        overrides.set("$schema", schema.path("$schema"));
        overrides.put("type", "object");
        overrides.put("additionalProperties", false);
        overrides.set("properties", values);
        overrides.set("$defs", schema.path("$defs"));
        return overrides;
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
