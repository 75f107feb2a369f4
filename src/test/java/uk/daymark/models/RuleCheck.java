package uk.daymark.models;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The rules, applied to all models of a folder. */
final class RuleCheck {

    static final Set<String> ROLES = Set.of("office", "lead", "head", "officer", "panel");

    private final Path root;
    private final Set<String> steps;
    private final int years;

    /** @param root the folder that holds {@code processes/} and {@code forms/} */
    RuleCheck(Path root, Set<String> steps, int years) {
        this.root = root;
        this.steps = steps;
        this.years = years;
    }

    List<ModelFile> processes() {
        return ModelFile.in(root.resolve("processes"), ".bpmn");
    }

    List<ModelFile> tables() {
        return ModelFile.in(root.resolve("processes"), ".dmn");
    }

    /** What breaks which rule, by model; empty where all is well. */
    Map<String, List<String>> faults() {
        Map<String, List<String>> all = new TreeMap<>();
        for (ModelFile model : processes()) {
            all.putAll(faults(model, ProcessRules.all()));
            all.putAll(faults(model, DrawingRules.all()));
        }
        tables().forEach(table -> all.putAll(faults(table, TableRules.all())));
        return all;
    }

    Map<String, List<String>> faults(ModelFile model, Map<String, BiFunction<ModelFile, Known, List<String>>> rules) {
        Known known = new Known(steps, ROLES, ids(processes()), ids(tables()), formsOf(model), years);
        Map<String, List<String>> broken = new LinkedHashMap<>();
        rules.forEach((rule, check) -> {
            List<String> faults = check.apply(model, known);
            if (!faults.isEmpty()) {
                broken.put(model + ": " + rule, faults);
            }
        });
        return broken;
    }

    /** The folders of forms, each of which belongs to a model. */
    Set<String> formFolders() {
        Set<String> folders = new TreeSet<>();
        java.io.File[] found = root.resolve("forms").toFile().listFiles(java.io.File::isDirectory);
        for (java.io.File folder : found == null ? new java.io.File[0] : found) {
            folders.add(folder.getName());
        }
        return folders;
    }

    private Set<String> formsOf(ModelFile model) {
        String[] files = root.resolve("forms").resolve(model.id()).toFile().list();
        Set<String> forms = new TreeSet<>();
        for (String file : files == null ? new String[0] : files) {
            forms.add(file.endsWith(".form") ? file.substring(0, file.length() - ".form".length()) : file);
        }
        return forms;
    }

    private static Set<String> ids(List<ModelFile> models) {
        return models.stream().map(ModelFile::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
