package uk.daymark.models;

import static uk.daymark.models.ModelFile.engine;
import static uk.daymark.models.ModelFile.id;
import static uk.daymark.models.ModelFile.name;
import static uk.daymark.models.ModelFile.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What every decision table keeps to; each rule answers with what breaks it. */
final class TableRules {

    private static final Pattern WORDS = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern WORDS_AND_VARIABLES = Pattern.compile("[a-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)");
    private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9]*");

    private TableRules() {}

    /** The rules by what they say. */
    static Map<String, BiFunction<ModelFile, Known, List<String>>> all() {
        Map<String, BiFunction<ModelFile, Known, List<String>>> rules = new LinkedHashMap<>();
        rules.put("is one table, named as its file", TableRules::oneTable);
        rules.put("has a version of three numbers", TableRules::version);
        rules.put("says that records are kept as long as the policy says", TableRules::kept);
        rules.put("says with each rule what it means and where it is written", TableRules::saying);
        rules.put("has readable ids", TableRules::readable);
        rules.put("reads variables by name and speaks no other language", TableRules::plain);
        rules.put("is drawn", TableRules::drawn);
        return rules;
    }

    private static List<String> oneTable(ModelFile model, Known known) {
        List<Element> decisions = model.all("decision");
        if (decisions.size() != 1 || model.all("decisionTable").size() != 1) {
            return List.of("it has " + decisions.size() + " decisions");
        }
        List<String> faults = new ArrayList<>();
        Element decision = decisions.get(0);
        require(faults, id(decision).equals(model.id()), "its id is " + id(decision));
        require(faults, !name(decision).isBlank(), "it has no name");
        return faults;
    }

    private static List<String> version(ModelFile model, Known known) {
        return model.all("decision").stream()
                .map(decision -> engine(decision, "versionTag").orElse("none"))
                .filter(tag -> !VERSION.matcher(tag).matches())
                .map(tag -> "its version is " + tag)
                .toList();
    }

    private static List<String> kept(ModelFile model, Known known) {
        String wanted = "P" + known.years() + "Y";
        return model.all("decision").stream()
                .map(decision -> engine(decision, "historyTimeToLive").orElse("not said"))
                .filter(kept -> !kept.equals(wanted))
                .map(kept -> "kept for " + kept + ", not " + wanted)
                .toList();
    }

    private static List<String> saying(ModelFile model, Known known) {
        List<String> faults = new ArrayList<>();
        List<String> outputs = model.all("output").stream().map(ModelFile::name).toList();
        for (String wanted : List.of("sentence", "source")) {
            int place = outputs.indexOf(wanted);
            if (place < 0) {
                faults.add("it has no " + wanted);
                continue;
            }
            for (Element rule : model.all("rule")) {
                String said = text(ModelFile.below(rule, "outputEntry").get(place));
                require(
                        faults,
                        said.length() > 2 && said.startsWith("\"") && said.endsWith("\""),
                        id(rule) + " has no " + wanted);
            }
        }
        return faults;
    }

    private static List<String> readable(ModelFile model, Known known) {
        List<String> faults = new ArrayList<>();
        for (Element one : model.all("decision", "decisionTable", "rule")) {
            require(faults, WORDS.matcher(id(one)).matches(), one.getLocalName() + " " + id(one));
        }
        // Parts of a rule are named after the rule and the variable.
        for (Element one : model.all("input", "output", "inputEntry", "outputEntry")) {
            require(faults, WORDS_AND_VARIABLES.matcher(id(one)).matches(), one.getLocalName() + " " + id(one));
        }
        return faults;
    }

    private static List<String> plain(ModelFile model, Known known) {
        List<String> faults = new ArrayList<>();
        for (Element element : model.everything()) {
            require(faults, !element.hasAttribute("expressionLanguage"), id(element) + " speaks another language");
            require(
                    faults,
                    !element.getLocalName().equals("inputExpression")
                            || VARIABLE.matcher(text(element)).matches(),
                    id(element) + " reads " + text(element));
            require(
                    faults,
                    !Set.of("inputEntry", "outputEntry").contains(element.getLocalName())
                            || !text(element).contains("function"),
                    id(element) + " holds a function");
        }
        return faults;
    }

    private static List<String> drawn(ModelFile model, Known known) {
        List<String> shapes = model.all("DMNShape").stream()
                .map(shape -> shape.getAttribute("dmnElementRef"))
                .toList();
        return model.all("decision").stream()
                .map(ModelFile::id)
                .filter(decision -> !shapes.contains(decision))
                .map(decision -> decision + " is not drawn")
                .toList();
    }

    private static void require(List<String> faults, boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
