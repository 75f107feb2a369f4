package uk.daymark.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A model as its file draws it.
 *
 * @param name the model's name
 * @param steps its steps, gateways and events, by id, in the file's order
 * @param arrows its arrows, by id
 */
record Drawn(String name, Map<String, Step> steps, Map<String, Way> arrows) {

    /** What an element of a model is. */
    enum Sort {
        START,
        END,
        TIMER,
        MESSAGE,
        OTHER_EVENT,
        PERSON,
        RULE,
        WORK,
        CALL,
        CHOICE,
        PARALLEL,
        WAIT,
        PART;

        /** Whether it is drawn as a circle. */
        boolean event() {
            return this == START || this == END || this == TIMER || this == MESSAGE || this == OTHER_EVENT;
        }

        /** Whether it is drawn as a diamond. */
        boolean gateway() {
            return this == CHOICE || this == PARALLEL || this == WAIT;
        }
    }

    /** A rectangle of the drawing. */
    record Box(double x, double y, double width, double height) {

        double middle() {
            return x + width / 2;
        }

        double centre() {
            return y + height / 2;
        }
    }

    /** A point of the drawing. */
    record Point(double x, double y) {}

    /**
     * A step, gateway or event.
     *
     * @param edge whether it stands at the edge of a step
     * @param begins whether it begins something: the model, or a part of it
     * @param ends whether it ends something
     * @param box where it stands; empty where it is not drawn
     * @param label where its name stands, beside it
     */
    record Step(
            String id,
            String name,
            Sort sort,
            boolean edge,
            boolean begins,
            boolean ends,
            Optional<Box> box,
            Optional<Box> label) {}

    /** An arrow; no points where it is not drawn. */
    record Way(String id, String name, String from, String to, List<Point> points, Optional<Box> label) {}

    /** Reads a process model. */
    static Drawn read(String file) {
        Element root = ModelXml.root(file);
        Map<String, Element> shapes = byElement(root, "BPMNShape");
        Map<String, Element> edges = byElement(root, "BPMNEdge");
        Map<String, Step> steps = new LinkedHashMap<>();
        Map<String, Way> ways = new LinkedHashMap<>();
        Element process = ModelXml.all(root, "process").get(0);
        gather(process, shapes, edges, steps, ways);
        String name = process.getAttribute("name");
        return new Drawn(name.isEmpty() ? process.getAttribute("id") : name, steps, ways);
    }

    private static void gather(
            Element scope,
            Map<String, Element> shapes,
            Map<String, Element> edges,
            Map<String, Step> steps,
            Map<String, Way> ways) {
        for (Element element : ModelXml.children(scope)) {
            String id = element.getAttribute("id");
            if ("sequenceFlow".equals(element.getLocalName())) {
                ways.put(id, way(element, Optional.ofNullable(edges.get(id))));
            } else {
                sort(element)
                        .ifPresent(sort -> steps.put(id, step(element, sort, Optional.ofNullable(shapes.get(id)))));
            }
            if ("subProcess".equals(element.getLocalName())) {
                gather(element, shapes, edges, steps, ways);
            }
        }
    }

    private static Step step(Element element, Sort sort, Optional<Element> shape) {
        String name = element.getAttribute("name");
        String id = element.getAttribute("id");
        String kind = element.getLocalName();
        return new Step(
                id,
                name.isBlank() ? id : name,
                sort,
                kind.equals("boundaryEvent"),
                kind.equals("startEvent"),
                kind.equals("endEvent"),
                shape.flatMap(Drawn::bounds),
                shape.flatMap(drawn -> ModelXml.child(drawn, "BPMNLabel")).flatMap(Drawn::bounds));
    }

    private static Way way(Element element, Optional<Element> edge) {
        List<Point> points = new ArrayList<>();
        edge.ifPresent(drawn -> ModelXml.children(drawn).stream()
                .filter(child -> "waypoint".equals(child.getLocalName()))
                .forEach(child -> points.add(new Point(number(child, "x"), number(child, "y")))));
        return new Way(
                element.getAttribute("id"),
                element.getAttribute("name"),
                element.getAttribute("sourceRef"),
                element.getAttribute("targetRef"),
                List.copyOf(points),
                edge.flatMap(drawn -> ModelXml.child(drawn, "BPMNLabel")).flatMap(Drawn::bounds));
    }

    private static Optional<Sort> sort(Element element) {
        return Optional.ofNullable(
                switch (element.getLocalName()) {
                    case "startEvent" -> event(element, Sort.START);
                    case "endEvent" -> Sort.END;
                    case "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent" ->
                        event(element, Sort.OTHER_EVENT);
                    case "userTask", "manualTask" -> Sort.PERSON;
                    case "businessRuleTask" -> Sort.RULE;
                    case "serviceTask", "sendTask", "scriptTask", "task", "receiveTask" -> Sort.WORK;
                    case "callActivity" -> Sort.CALL;
                    case "exclusiveGateway", "inclusiveGateway" -> Sort.CHOICE;
                    case "parallelGateway" -> Sort.PARALLEL;
                    case "eventBasedGateway" -> Sort.WAIT;
                    case "subProcess" -> Sort.PART;
                    default -> null;
                });
    }

    private static Sort event(Element element, Sort otherwise) {
        if (ModelXml.child(element, "timerEventDefinition").isPresent()) {
            return Sort.TIMER;
        }
        return ModelXml.child(element, "messageEventDefinition").isPresent() ? Sort.MESSAGE : otherwise;
    }

    private static Map<String, Element> byElement(Element root, String name) {
        Map<String, Element> drawn = new HashMap<>();
        ModelXml.all(root, name).forEach(shape -> drawn.put(shape.getAttribute("bpmnElement"), shape));
        return drawn;
    }

    private static Optional<Box> bounds(Element of) {
        return ModelXml.child(of, "Bounds")
                .map(box -> new Box(number(box, "x"), number(box, "y"), number(box, "width"), number(box, "height")));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
