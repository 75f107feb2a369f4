package uk.daymark.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads policy files and checks each alone and all together. Knows neither the class path nor Spring. */
final class PolicyLoader {

    private static final String ENDING = ".yaml";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final PolicyCatalogue catalogue;

    /** @param schema the content of {@code policy.schema.json} */
    PolicyLoader(JsonNode schema) {
        this.catalogue = new PolicyCatalogue(schema);
    }

    /**
     * A file as it was found.
     *
     * @param file its name with ending
     * @param content its bytes
     */
    record Source(String file, byte[] content) {}

    /**
     * Reads all policies.
     *
     * @throws PolicyFaultsException with every fault of every file
     */
    Policies load(List<Source> sources) {
        return new Loading().load(sources);
    }

    /** One run; collects faults as it goes. */
    private final class Loading {

        private final List<PolicyFault> faults = new ArrayList<>();
        /** Every file by the policy's name, sound or not. */
        private final Map<String, YamlTree> trees = new TreeMap<>();
        /** The files whose form is right. */
        private final Map<String, PolicyFile> files = new TreeMap<>();

        Policies load(List<Source> sources) {
            if (sources.isEmpty()) {
                faults.add(new PolicyFault(
                        "policies", 1, "There is no policy; put at least national.yaml into the folder"));
            }
            sources.forEach(this::read);
            files.values().forEach(this::checkAlone);
            trees.values().forEach(this::checkReferences);
            List<Policy> policies = new ArrayList<>();
            for (PolicyFile file : files.values()) {
                lineage(file).ifPresent(lineage -> {
                    FilePolicy policy = new FilePolicy(catalogue, lineage);
                    checkWhole(policy, file);
                    policies.add(policy);
                });
            }
            if (!faults.isEmpty()) {
                throw new PolicyFaultsException(
                        faults.stream().distinct().sorted(PolicyFault.IN_ORDER).toList());
            }
            return new LoadedPolicies(policies, catalogue.keys());
        }

        private void read(Source source) {
            YamlTree tree = YamlTree.read(source.file(), source.content());
            String name = source.file().substring(0, source.file().length() - ENDING.length());
            if (!NAME.matcher(name).matches()) {
                faults.add(
                        tree.fault(
                                "",
                                "A policy's file name has small letters, digits and hyphens, such as cambridgeshire-2021.yaml"));
            }
            if (trees.put(name, tree) != null) {
                faults.add(tree.fault("", "There are two files of this name; take one away"));
            }
            List<PolicyFault> formal = catalogue.faults(tree);
            faults.addAll(formal);
            if (formal.isEmpty()) {
                files.put(name, PolicyFile.of(name, tree, catalogue));
            }
        }

        private void checkAlone(PolicyFile file) {
            if (file.from().isPresent()
                    && file.to().filter(file.from().get()::isAfter).isPresent()) {
                faults.add(file.tree().fault("/in_force", "The policy ends before it begins; mend 'from' or 'to'"));
            }
            file.values().forEach((key, entries) -> {
                for (int i = 0; i < entries.size(); i++) {
                    PolicyEntry entry = entries.get(i);
                    if (entry.from().isPresent()
                            && entry.to().filter(entry.from().get()::isAfter).isPresent()) {
                        faults.add(
                                at(file, entry, "The entry of " + key + " ends before it begins; mend 'from' or 'to'"));
                    }
                    entry.key().descending(entry.value()).ifPresent(message -> faults.add(at(file, entry, message)));
                    if (i > 0) {
                        checkOverlap(file, entries.get(i - 1), entry);
                    }
                }
            });
        }

        private void checkOverlap(PolicyFile file, PolicyEntry earlier, PolicyEntry later) {
            LocalDate begins = later.from().orElse(LocalDate.MIN);
            if (earlier.to().isEmpty() || !earlier.to().get().isBefore(begins)) {
                faults.add(at(
                        file,
                        later,
                        "Two entries of " + later.key().name() + " are in force on " + begins
                                + "; end the earlier one with 'to: " + begins.minusDays(1) + "' or take one out"));
            }
        }

        private void checkReferences(YamlTree tree) {
            for (String field : List.of("inherits", "superseded_by")) {
                JsonNode other = tree.root().path(field);
                if (other.isTextual() && !trees.containsKey(other.asText())) {
                    faults.add(tree.fault(
                            "/" + field,
                            "There is no policy '" + other.asText() + "'; there are "
                                    + String.join(", ", trees.keySet())));
                }
            }
        }

        /** The file and those it inherits from; empty where one of them has faults. */
        private Optional<List<PolicyFile>> lineage(PolicyFile file) {
            Map<String, PolicyFile> lineage = new LinkedHashMap<>();
            Optional<PolicyFile> next = Optional.of(file);
            while (next.isPresent()) {
                PolicyFile current = next.get();
                if (lineage.putIfAbsent(current.name(), current) != null) {
                    if (current == file) {
                        faults.add(file.tree()
                                .fault(
                                        "/inherits",
                                        "A policy cannot inherit from itself: "
                                                + String.join(" inherits ", lineage.keySet()) + " inherits "
                                                + file.name() + "; take 'inherits' out of one of them"));
                    }
                    return Optional.empty();
                }
                Optional<String> parent = current.inherits();
                next = parent.flatMap(name -> Optional.ofNullable(files.get(name)));
                if (parent.isPresent() && next.isEmpty()) {
                    return Optional.empty();
                }
            }
            return Optional.of(List.copyOf(lineage.values()));
        }

        private void checkWhole(FilePolicy policy, PolicyFile file) {
            for (PolicyKey key : catalogue.keys()) {
                if (key.required() && policy.allEntries(key.name()).isEmpty()) {
                    faults.add(file.tree()
                            .fault(
                                    "/values",
                                    "There is no value for " + key.name() + " (" + key.title()
                                            + "), here or in what is inherited; add it, or inherit from national"));
                }
            }
            policy.valuesOutOfOrder().forEach((key, message) -> {
                // A fault that is inherited is told once, where it stands.
                String bound = key.atMost().orElseThrow();
                String at = file.values().containsKey(key.name()) ? key.name() : bound;
                if (file.values().containsKey(at)) {
                    faults.add(file.tree().fault(YamlTree.below("/values", at), message));
                }
            });
        }

        /** A fault at the line on which this entry begins in its file. */
        private PolicyFault at(PolicyFile file, PolicyEntry entry, String message) {
            String key = entry.key().name();
            JsonNode written = file.tree().root().path("values").path(key);
            int position = 0;
            while (written.path(position).path("value") != entry.value()) {
                position++;
            }
            return file.tree().fault(YamlTree.below("/values", key) + "/" + position, message);
        }
    }

    private record LoadedPolicies(List<Policy> all, List<PolicyKey> keys) implements Policies {

        LoadedPolicies {
            // What inherits from nothing comes first: the national policy.
            all = all.stream()
                    .sorted(Comparator.comparing(
                                    (Policy policy) -> policy.inherits().isPresent())
                            .thenComparing(Policy::name))
                    .toList();
            keys = List.copyOf(keys);
        }

        @Override
        public Optional<Policy> named(String name) {
            return all.stream().filter(policy -> policy.name().equals(name)).findFirst();
        }
    }
}
