package uk.daymark.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import uk.daymark.workflow.Decisions.Fired;

/**
 * A decision table as its file says it.
 *
 * @param name the table's name
 * @param inputs its questions; each with the label, or the fact that is asked for where it has none
 * @param outputs its results' labels by their names
 * @param rules what each rule asks for, by the rule's id, in the table's order; one text for each question, empty where it does not ask
 */
record TableFile(String name, List<String> inputs, Map<String, String> outputs, Map<String, List<String>> rules) {

    static TableFile read(String file) {
        Element root = ModelXml.root(file);
        Element decision = ModelXml.all(root, "decision").get(0);
        Element table = ModelXml.child(decision, "decisionTable").orElseThrow();
        List<String> inputs = new ArrayList<>();
        Map<String, String> outputs = new LinkedHashMap<>();
        Map<String, List<String>> rules = new LinkedHashMap<>();
        for (Element part : ModelXml.children(table)) {
            switch (part.getLocalName()) {
                case "input" -> inputs.add(label(part, text(ModelXml.all(part, "text"))));
                case "output" -> outputs.put(part.getAttribute("name"), label(part, part.getAttribute("name")));
                case "rule" ->
                    rules.put(
                            part.getAttribute("id"),
                            ModelXml.children(part).stream()
                                    .filter(entry -> "inputEntry".equals(entry.getLocalName()))
                                    .map(entry -> text(ModelXml.all(entry, "text")))
                                    .toList());
                default -> {}
            }
        }
        String name = decision.getAttribute("name");
        return new TableFile(name.isBlank() ? decision.getAttribute("id") : name, inputs, outputs, rules);
    }

    /** A rule that fired, beside what the table asks. */
    RuleFired fired(int number, Fired fired, String about) {
        List<String> ids = List.copyOf(rules.keySet());
        List<String> wanted = Optional.ofNullable(rules.get(fired.rule())).orElse(List.of());
        List<RuleFired.Asked> asked = new ArrayList<>();
        for (int at = 0; at < inputs.size(); at++) {
            String entry = at < wanted.size() ? wanted.get(at) : "";
            asked.add(new RuleFired.Asked(
                    inputs.get(at),
                    inWords(fired.inputs().get(inputs.get(at))),
                    entry.isEmpty() || entry.equals("-") ? "anything" : inWords(entry)));
        }
        return new RuleFired(
                number, fired, about, name, ids.indexOf(fired.rule()) + 1, ids.size(), asked, results(fired, outputs));
    }

    /** A rule that fired, of a table whose file is not kept any more. */
    static RuleFired withoutFile(int number, Fired fired, String about) {
        return new RuleFired(
                number,
                fired,
                about,
                fired.table(),
                0,
                0,
                fired.inputs().entrySet().stream()
                        .map(input -> new RuleFired.Asked(input.getKey(), inWords(input.getValue()), "not known"))
                        .toList(),
                results(fired, Map.of()));
    }

    private static List<RuleFired.Came> results(Fired fired, Map<String, String> labels) {
        return fired.outputs().entrySet().stream()
                .filter(output ->
                        !output.getKey().equals("sentence") && !output.getKey().equals("source"))
                .map(output -> new RuleFired.Came(
                        labels.getOrDefault(output.getKey(), output.getKey()), inWords(output.getValue())))
                .toList();
    }

    private static String inWords(@Nullable Object value) {
        if (value == null) {
            return "not known";
        }
        return switch (String.valueOf(value)) {
            case "true" -> "yes";
            case "false" -> "no";
            default -> String.valueOf(value).replace("\"", "");
        };
    }

    private static String label(Element part, String otherwise) {
        String label = part.getAttribute("label");
        return label.isBlank() ? otherwise : label;
    }

    private static String text(List<Element> texts) {
        return texts.isEmpty() ? "" : texts.get(0).getTextContent().strip();
    }
}
