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
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** What every process model keeps to; each rule answers with what breaks it. */
final class ProcessRules {

    static final String[] NODES = {
        "startEvent",
        "endEvent",
        "intermediateCatchEvent",
        "intermediateThrowEvent",
        "boundaryEvent",
        "userTask",
        "serviceTask",
        "businessRuleTask",
        "receiveTask",
        "sendTask",
        "scriptTask",
        "manualTask",
        "task",
        "callActivity",
        "subProcess",
        "transaction",
        "exclusiveGateway",
        "parallelGateway",
        "inclusiveGateway",
        "eventBasedGateway",
        "complexGateway"
    };

    private static final Pattern WORDS = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)");
    private static final Pattern STEP = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*)}");
    private static final Pattern EXPRESSION =
            Pattern.compile("[$#]\\{[a-z][A-Za-z0-9]*( (==|!=) ('[A-Za-z0-9-]*'|true|false))?}");

    /** Of the engine's own elements and attributes these; all others could carry code, or hide what is not drawn. */
    private static final Set<String> ENGINES_ELEMENTS = Set.of("in", "out");

    private static final Set<String> ENGINES_ATTRIBUTES = Set.of(
            "versionTag",
            "historyTimeToLive",
            "delegateExpression",
            "formRef",
            "formRefBinding",
            "candidateGroups",
            "decisionRef",
            "asyncBefore",
            "asyncAfter");

    private ProcessRules() {}

    /** The rules by what they say. */
    static Map<String, BiFunction<ModelFile, Known, List<String>>> all() {
        Map<String, BiFunction<ModelFile, Known, List<String>>> rules = new LinkedHashMap<>();
        rules.put("is one process that can be executed, named as its file", ProcessRules::oneProcess);
        rules.put("has a version of three numbers", ProcessRules::version);
        rules.put("says that records are kept as long as the policy says", ProcessRules::kept);
        rules.put("calls steps that there are, and nothing else", ProcessRules::steps);
        rules.put("has a form for every task of a person, and no other forms", ProcessRules::forms);
        rules.put("gives each task of a person to one role", ProcessRules::roles);
        rules.put("asks tables and calls models that there are, and hands on its key", ProcessRules::called);
        rules.put("hides nothing and carries no code", ProcessRules::nothingHidden);
        rules.put("compares variables with words only", ProcessRules::expressions);
        rules.put("waits for dates that a step reckoned", ProcessRules::timers);
        rules.put("has readable ids, and names where people look", ProcessRules::readable);
        rules.put("always has a way out of a gateway", ProcessRules::wayOut);
        rules.put("is joined up", ProcessRules::joinedUp);
        return rules;
    }

    private static List<String> oneProcess(ModelFile model, Known known) {
        List<Element> processes = model.all("process");
        if (processes.size() != 1) {
            return List.of("it has " + processes.size() + " processes");
        }
        List<String> faults = new ArrayList<>();
        Element process = processes.get(0);
        require(faults, id(process).equals(model.id()), "its id is " + id(process));
        require(faults, process.getAttribute("isExecutable").equals("true"), "it cannot be executed");
        require(faults, !name(process).isBlank(), "it has no name");
        return faults;
    }

    private static List<String> version(ModelFile model, Known known) {
        return model.all("process").stream()
                .map(process -> engine(process, "versionTag").orElse("none"))
                .filter(tag -> !VERSION.matcher(tag).matches())
                .map(tag -> "its version is " + tag)
                .toList();
    }

    private static List<String> kept(ModelFile model, Known known) {
        String wanted = "P" + known.years() + "Y";
        return model.all("process").stream()
                .map(process -> engine(process, "historyTimeToLive").orElse("not said"))
                .filter(kept -> !kept.equals(wanted))
                .map(kept -> "kept for " + kept + ", not " + wanted)
                .toList();
    }

    private static List<String> steps(ModelFile model, Known known) {
        List<String> faults = new ArrayList<>();
        for (Element task : model.all("serviceTask", "sendTask")) {
            var step = STEP.matcher(engine(task, "delegateExpression").orElse(""));
            require(faults, step.matches(), id(task) + " calls no step");
            if (step.matches()) {
                require(faults, known.steps().contains(step.group(1)), id(task) + " calls " + step.group(1));
            }
        }
        return faults;
    }

    private static List<String> forms(ModelFile model, Known known) {
        List<String> faults = new ArrayList<>();
        Set<String> unused = new TreeSet<>(known.forms());
        for (Element task : model.all("userTask")) {
            require(faults, engine(task, "formRef").orElse("").equals(id(task)), id(task) + " names another form");
            require(
                    faults,
                    engine(task, "formRefBinding").orElse("").equals("deployment"),
                    id(task) + " does not keep its form's version");
            require(faults, known.forms().contains(id(task)), id(task) + " has no form");
            unused.remove(id(task));
        }
        unused.forEach(form -> faults.add("the form " + form + " is for no task"));
        return faults;
    }

    private static List<String> roles(ModelFile model, Known known) {
        return model.all("userTask").stream()
                .filter(task ->
                        !known.roles().contains(engine(task, "candidateGroups").orElse("")))
                .map(task ->
                        id(task) + " is for " + engine(task, "candidateGroups").orElse("nobody"))
                .toList();
    }

    private static List<String> called(ModelFile model, Known known) {
        List<String> faults = new ArrayList<>();
        for (Element task : model.all("businessRuleTask")) {
            String table = engine(task, "decisionRef").orElse("nothing");
            require(faults, known.tables().contains(table), id(task) + " asks " + table);
        }
        for (Element call : model.all("callActivity")) {
            String called = call.getAttribute("calledElement");
            require(faults, known.processes().contains(called), id(call) + " calls " + called);
            boolean handsOn = ModelFile.below(call, "in").stream()
                    .anyMatch(in -> in.getAttribute("businessKey").matches("#\\{(key|[a-z][A-Za-z0-9]*Key)}"));
            require(faults, handsOn, id(call) + " does not hand on the key");
        }
        return faults;
    }

    private static List<String> nothingHidden(ModelFile model, Known known) {
        List<String> faults = new ArrayList<>();
        for (Element element : model.everything()) {
            String what = element.getLocalName() + " " + id(element);
            require(
                    faults,
                    !Set.of("scriptTask", "script", "standardLoopCharacteristics")
                            .contains(element.getLocalName()),
                    what);
            if (ModelFile.isTheEngines(element)) {
                require(faults, ENGINES_ELEMENTS.contains(element.getLocalName()), what);
            }
            NamedNodeMap attributes = element.getAttributes();
            for (int place = 0; place < attributes.getLength(); place++) {
                Attr attribute = (Attr) attributes.item(place);
                if (engine(element, attribute.getLocalName()).isPresent()) {
                    require(
                            faults,
                            ENGINES_ATTRIBUTES.contains(attribute.getLocalName()),
                            what + " " + attribute.getLocalName());
                }
            }
        }
        return faults;
    }

    private static List<String> expressions(ModelFile model, Known known) {
        List<String> found = new ArrayList<>();
        for (Element element : model.everything()) {
            if (element.getLocalName().equals("conditionExpression")
                    || element.getParentNode() instanceof Element parent
                            && parent.getLocalName().equals("timerEventDefinition")) {
                found.add(text(element));
            }
            NamedNodeMap attributes = element.getAttributes();
            for (int place = 0; place < attributes.getLength(); place++) {
                String value = attributes.item(place).getNodeValue();
                if (value.contains("${") || value.contains("#{")) {
                    found.add(value);
                }
            }
        }
        return found.stream().filter(one -> !EXPRESSION.matcher(one).matches()).toList();
    }

    private static List<String> timers(ModelFile model, Known known) {
        List<String> faults = new ArrayList<>();
        for (Element timer : model.all("timerEventDefinition")) {
            List<Element> dates = ModelFile.below(timer, "timeDate");
            require(
                    faults,
                    dates.size() == 1
                            && ModelFile.below(timer).size() == 1
                            && STEP.matcher(text(dates.get(0))).matches(),
                    id((Element) timer.getParentNode()) + " waits for something else");
        }
        return faults;
    }

    private static List<String> readable(ModelFile model, Known known) {
        List<String> faults = new ArrayList<>();
        for (Element node : model.all(NODES)) {
            require(faults, WORDS.matcher(id(node)).matches(), "the id " + id(node));
            require(faults, !name(node).isBlank(), id(node) + " has no name");
        }
        Set<String> splitting = new TreeSet<>();
        for (Element gateway : model.all("exclusiveGateway", "inclusiveGateway")) {
            if (outgoing(model, gateway).size() > 1) {
                splitting.add(id(gateway));
            }
        }
        for (Element flow : model.all("sequenceFlow")) {
            require(faults, WORDS.matcher(id(flow)).matches(), "the id " + id(flow));
            require(
                    faults,
                    !splitting.contains(flow.getAttribute("sourceRef"))
                            || !name(flow).isBlank(),
                    id(flow) + " leaves a choice without a name");
        }
        return faults;
    }

    private static List<String> wayOut(ModelFile model, Known known) {
        List<String> faults = new ArrayList<>();
        for (Element gateway : model.all("exclusiveGateway", "inclusiveGateway")) {
            List<Element> flows = outgoing(model, gateway);
            String otherwise = gateway.getAttribute("default");
            long open = flows.stream()
                    .filter(flow -> ModelFile.below(flow, "conditionExpression").isEmpty())
                    .filter(flow -> !id(flow).equals(otherwise))
                    .count();
            if (flows.size() > 1) {
                require(
                        faults,
                        flows.stream().anyMatch(flow -> id(flow).equals(otherwise)),
                        id(gateway) + " says nothing for when no condition holds");
                require(faults, open == 0, id(gateway) + " has a way without a condition");
            }
            flows.stream()
                    .filter(flow -> id(flow).equals(otherwise))
                    .filter(flow ->
                            !ModelFile.below(flow, "conditionExpression").isEmpty())
                    .forEach(flow -> faults.add(id(flow) + " is the other way and has a condition"));
        }
        return faults;
    }

    /** Nothing stands alone: what can be left is left, what has to be entered is entered. */
    private static List<String> joinedUp(ModelFile model, Known known) {
        List<String> faults = new ArrayList<>();
        Set<String> sources = new TreeSet<>();
        Set<String> targets = new TreeSet<>();
        for (Element flow : model.all("sequenceFlow")) {
            sources.add(flow.getAttribute("sourceRef"));
            targets.add(flow.getAttribute("targetRef"));
        }
        for (Element node : model.all(NODES)) {
            boolean besideTheFlow = node.getAttribute("triggeredByEvent").equals("true");
            boolean begins = Set.of("startEvent", "boundaryEvent").contains(node.getLocalName()) || besideTheFlow;
            boolean ends = node.getLocalName().equals("endEvent") || besideTheFlow;
            require(faults, begins || targets.contains(id(node)), id(node) + " is never entered");
            require(faults, ends || sources.contains(id(node)), id(node) + " leads nowhere");
        }
        return faults;
    }

    static List<Element> outgoing(ModelFile model, Element node) {
        return model.all("sequenceFlow").stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(id(node)))
                .toList();
    }

    private static void require(List<String> faults, boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
