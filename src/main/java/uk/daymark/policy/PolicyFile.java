package uk.daymark.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one file of {@code policies/} says, its form already checked.
 *
 * @param name the name of the file without ending
 * @param tree the file itself, for lines and for the content hash
 * @param from the first day of the policy
 * @param to its last
 * @param values its own entries, oldest first, by key in the order of the catalogue
 */
record PolicyFile(
        String name,
        YamlTree tree,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Map<String, List<PolicyEntry>> values) {

    static PolicyFile of(String name, YamlTree tree, PolicyCatalogue catalogue) {
        JsonNode root = tree.root();
        Map<String, List<PolicyEntry>> values = new LinkedHashMap<>();
        for (PolicyKey key : catalogue.keys()) {
            List<PolicyEntry> entries = new ArrayList<>();
            root.path("values").path(key.name()).forEach(entry -> entries.add(entry(name, key, entry)));
            if (!entries.isEmpty()) {
                values.put(
                        key.name(), entries.stream().sorted(PolicyEntry.BY_DATE).toList());
            }
        }
        return new PolicyFile(
                name, tree, date(root.at("/in_force/from")), date(root.at("/in_force/to")), Map.copyOf(values));
    }

    /** Its own entries of that key, oldest first; none where it says nothing. */
    List<PolicyEntry> entries(String key) {
        return values.getOrDefault(key, List.of());
    }

    Optional<String> inherits() {
        return text(tree.root().path("inherits"));
    }

    Optional<String> supersededBy() {
        return text(tree.root().path("superseded_by"));
    }

    String title() {
        return tree.root().path("title").asText();
    }

    String about() {
        return tree.root().path("about").asText();
    }

    private static PolicyEntry entry(String policy, PolicyKey key, JsonNode entry) {
        return new PolicyEntry(
                key,
                entry.path("value"),
                entry.path("unit").asText(),
                date(entry.path("from")),
                date(entry.path("to")),
                matters(entry.path("applies_to")),
                entry.path("source").asText(),
                Confidence.valueOf(entry.path("confidence").asText().toUpperCase(Locale.ROOT)),
                text(entry.path("note")),
                text(entry.path("history")),
                policy,
                false);
    }

    private static Set<Matter> matters(JsonNode appliesTo) {
        return appliesTo.isMissingNode()
                ? Set.of(Matter.values())
                : PolicyCatalogue.texts(appliesTo).stream()
                        .map(matter -> Matter.valueOf(matter.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<LocalDate> date(JsonNode node) {
        return text(node).map(LocalDate::parse);
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }
}
