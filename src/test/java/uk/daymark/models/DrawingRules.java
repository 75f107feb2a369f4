package uk.daymark.models;

import static uk.daymark.models.ModelFile.id;
import static uk.daymark.models.ModelFile.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.w3c.dom.Element;

/** What every drawing of a process keeps to; each rule answers with what breaks it. */
final class DrawingRules {

    private static final double CLOSE = 2;

    /** Names of these stand beside them. */
    private static final Set<String> NAMED_BESIDE = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway");

    private DrawingRules() {}

    /** The rules by what they say. */
    static Map<String, BiFunction<ModelFile, Known, List<String>>> all() {
        Map<String, BiFunction<ModelFile, Known, List<String>>> rules = new LinkedHashMap<>();
        rules.put("draws all that there is, once", DrawingRules::complete);
        rules.put("gives every name beside a sign or an arrow its place", DrawingRules::labels);
        rules.put("draws nothing over another", DrawingRules::apart);
        rules.put("lets arrows begin and end where they belong", DrawingRules::ends);
        return rules;
    }

    private static List<String> complete(ModelFile model, Known known) {
        List<String> faults = new ArrayList<>();
        Map<String, Integer> drawn = new HashMap<>();
        model.all("BPMNShape", "BPMNEdge")
                .forEach(one -> drawn.merge(one.getAttribute("bpmnElement"), 1, Integer::sum));
        List<Element> wanted = new ArrayList<>(model.all(ProcessRules.NODES));
        wanted.addAll(model.all("sequenceFlow"));
        for (Element one : wanted) {
            int times = drawn.getOrDefault(id(one), 0);
            drawn.remove(id(one));
            if (times != 1) {
                faults.add(id(one) + " is drawn " + times + " times");
            }
        }
        drawn.keySet().forEach(stray -> faults.add(stray + " is drawn and not there"));
        return faults;
    }

    private static List<String> labels(ModelFile model, Known known) {
        List<String> faults = new ArrayList<>();
        Map<String, Element> elements = byId(model);
        for (Element drawn : model.all("BPMNShape", "BPMNEdge")) {
            Element element = elements.get(drawn.getAttribute("bpmnElement"));
            if (element == null || name(element).isBlank()) {
                continue;
            }
            boolean beside = NAMED_BESIDE.contains(element.getLocalName())
                    || element.getLocalName().equals("sequenceFlow");
            boolean placed = ModelFile.below(drawn, "BPMNLabel").stream()
                    .anyMatch(label -> !ModelFile.below(label, "Bounds").isEmpty());
            if (beside && !placed) {
                faults.add("the name of " + id(element) + " has no place");
            }
        }
        return faults;
    }

    private static List<String> apart(ModelFile model, Known known) {
        List<String> faults = new ArrayList<>();
        Map<String, Element> elements = byId(model);
        List<Map.Entry<String, Box>> boxes = new ArrayList<>(boxes(model).entrySet());
        for (int one = 0; one < boxes.size(); one++) {
            for (int other = one + 1; other < boxes.size(); other++) {
                Element first = elements.get(boxes.get(one).getKey());
                Element second = elements.get(boxes.get(other).getKey());
                if (first == null || second == null || onTheEdgeOf(first, second) || onTheEdgeOf(second, first)) {
                    continue;
                }
                Box firstBox = boxes.get(one).getValue();
                Box secondBox = boxes.get(other).getValue();
                boolean fine = within(second, first)
                        ? firstBox.holds(secondBox)
                        : within(first, second) ? secondBox.holds(firstBox) : !firstBox.overlaps(secondBox);
                if (!fine) {
                    faults.add(id(first) + " and " + id(second));
                }
            }
        }
        return faults;
    }

    private static List<String> ends(ModelFile model, Known known) {
        List<String> faults = new ArrayList<>();
        Map<String, Element> elements = byId(model);
        Map<String, Box> boxes = boxes(model);
        for (Element edge : model.all("BPMNEdge")) {
            Element flow = elements.get(edge.getAttribute("bpmnElement"));
            List<Element> points = ModelFile.below(edge, "waypoint");
            if (flow == null || points.size() < 2) {
                faults.add(edge.getAttribute("bpmnElement") + " is no line");
                continue;
            }
            Box from = boxes.get(flow.getAttribute("sourceRef"));
            Box to = boxes.get(flow.getAttribute("targetRef"));
            if (from == null || !from.touches(points.get(0))) {
                faults.add(id(flow) + " does not begin at " + flow.getAttribute("sourceRef"));
            }
            if (to == null || !to.touches(points.get(points.size() - 1))) {
                faults.add(id(flow) + " does not end at " + flow.getAttribute("targetRef"));
            }
        }
        return faults;
    }

    private static boolean onTheEdgeOf(Element one, Element other) {
        return one.getLocalName().equals("boundaryEvent")
                && one.getAttribute("attachedToRef").equals(id(other));
    }

    private static boolean within(Element inner, Element outer) {
        return ModelFile.below(outer).contains(inner);
    }

    private static Map<String, Element> byId(ModelFile model) {
        Map<String, Element> elements = new HashMap<>();
        model.all(ProcessRules.NODES).forEach(node -> elements.put(id(node), node));
        model.all("sequenceFlow").forEach(flow -> elements.put(id(flow), flow));
        return elements;
    }

    private static Map<String, Box> boxes(ModelFile model) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        for (Element shape : model.all("BPMNShape")) {
            Element bounds = ModelFile.below(shape, "Bounds").get(0);
            boxes.put(
                    shape.getAttribute("bpmnElement"),
                    new Box(
                            number(bounds, "x"),
                            number(bounds, "y"),
                            number(bounds, "width"),
                            number(bounds, "height")));
        }
        return boxes;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /** Where a shape stands. */
    private record Box(double x, double y, double width, double height) {

        boolean overlaps(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }

        boolean holds(Box other) {
            return x <= other.x
                    && y <= other.y
                    && other.x + other.width <= x + width
                    && other.y + other.height <= y + height;
        }

        boolean touches(Element point) {
            double pointX = number(point, "x");
            double pointY = number(point, "y");
            boolean near = pointX >= x - CLOSE
                    && pointX <= x + width + CLOSE
                    && pointY >= y - CLOSE
                    && pointY <= y + height + CLOSE;
            boolean deepInside = pointX > x + CLOSE
                    && pointX < x + width - CLOSE
                    && pointY > y + CLOSE
                    && pointY < y + height - CLOSE;
            return near && !deepInside;
        }
    }
}
