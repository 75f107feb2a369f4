package uk.daymark.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.daymark.audit.Drawn.Box;
import uk.daymark.audit.Drawn.Point;
import uk.daymark.audit.Drawn.Sort;
import uk.daymark.audit.Drawn.Step;
import uk.daymark.audit.Drawn.Way;
import uk.daymark.audit.Picture.DrawnArrow;
import uk.daymark.audit.Picture.DrawnStep;
import uk.daymark.audit.Picture.Line;
import uk.daymark.audit.Picture.Mark;
import uk.daymark.audit.Picture.Shape;

/** Draws rows of the path on the model in which they were taken. */
final class Drawing {

    private static final int ROOM = 20;
    private static final double HEAD_LENGTH = 10;
    private static final double HEAD_HALF = 5;

    private final Drawn model;
    private final Map<String, List<Integer>> byArrow = new LinkedHashMap<>();
    private final Map<String, List<Integer>> byEvent = new LinkedHashMap<>();
    private final Map<String, List<Integer>> byHand = new LinkedHashMap<>();
    private final Set<String> passed = new HashSet<>();

    private Drawing(Drawn model, List<PathRow> rows) {
        this.model = model;
        for (PathRow row : rows) {
            Map<String, List<Integer>> marks = row.byArrow() ? byArrow : row.intervention() ? byHand : byEvent;
            String at = row.byArrow()
                    ? row.taken().arrow()
                    : row.withdrawn() ? row.taken().from() : row.taken().to();
            marks.computeIfAbsent(at, key -> new ArrayList<>()).add(row.number());
            passed.add(row.taken().from());
            passed.add(row.taken().to());
        }
    }

    /**
     * Draws.
     *
     * @param id unique on the page
     * @param rows what was taken in this version of this model, of one key; one at least
     */
    static Picture of(String id, Drawn model, List<PathRow> rows) {
        return new Drawing(model, rows).picture(id, rows.get(0));
    }

    private Picture picture(String id, PathRow first) {
        List<Point> corners = Stream.of(
                        model.steps().values().stream()
                                .flatMap(step -> Stream.concat(step.box().stream(), step.label().stream()))
                                .flatMap(box -> Stream.of(
                                        new Point(box.x(), box.y()),
                                        new Point(box.x() + box.width(), box.y() + box.height()))),
                        model.arrows().values().stream().flatMap(way -> way.points().stream()))
                .flatMap(points -> points)
                .toList();
        long left = Math.round(least(corners.stream().map(Point::x))) - ROOM;
        long top = Math.round(least(corners.stream().map(Point::y))) - ROOM;
        long right = Math.round(most(corners.stream().map(Point::x))) + ROOM;
        long bottom = Math.round(most(corners.stream().map(Point::y))) + ROOM;
        return new Picture(
                id,
                first.model(),
                first.about(),
                first.taken().version(),
                hidden(),
                left,
                top,
                right - left,
                bottom - top,
                model.steps().values().stream()
                        .filter(step -> step.box().isPresent())
                        .map(step -> step(step, step.box().orElseThrow()))
                        .sorted(Comparator.comparing(step -> step.shape() != Shape.FRAME))
                        .toList(),
                model.arrows().values().stream()
                        .filter(way -> way.points().size() > 1)
                        .map(this::arrow)
                        .sorted(Comparator.comparing(DrawnArrow::taken))
                        .toList(),
                marks());
    }

    private String hidden() {
        Set<Integer> numbers = Stream.of(byArrow, byEvent, byHand)
                .flatMap(marks -> marks.values().stream())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        return "The arrows that were taken are drawn thick and bear the numbers of the rows of the table of the path: "
                + numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "))
                + ". Everything that is drawn stands in that table in words.";
    }

    private DrawnStep step(Step step, Box box) {
        Shape shape = step.sort().event()
                ? Shape.CIRCLE
                : step.sort().gateway() ? Shape.DIAMOND : step.sort() == Sort.PART ? Shape.FRAME : Shape.BOX;
        String points = shape == Shape.DIAMOND
                ? points(List.of(
                        new Point(box.middle(), box.y()),
                        new Point(box.x() + box.width(), box.centre()),
                        new Point(box.middle(), box.y() + box.height()),
                        new Point(box.x(), box.centre())))
                : "";
        return new DrawnStep(
                step.id(),
                shape,
                sign(step),
                step.ends(),
                step.sort().event() && !step.ends() && !(step.begins() && step.sort() == Sort.START),
                passed.contains(step.id()),
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                points,
                lines(step, shape, box));
    }

    private static String sign(Step step) {
        return switch (step.sort()) {
            case PERSON -> "Person";
            case RULE -> "Rule";
            case CALL -> "Other steps";
            case TIMER -> "T";
            case MESSAGE -> "M";
            case CHOICE -> "\u00d7";
            case PARALLEL -> "+";
            case WAIT -> "\u2026";
            default -> "";
        };
    }

    private static List<Line> lines(Step step, Shape shape, Box box) {
        if (shape == Shape.BOX) {
            List<String> words = Lettering.wrapped(step.name(), box.width() - 8);
            return Lettering.placed(
                    words,
                    box.middle(),
                    box.centre()
                            - words.size() * Lettering.LINE / 2
                            + (sign(step).isEmpty() ? 0 : Lettering.LINE / 2));
        }
        if (shape == Shape.FRAME) {
            return Lettering.placed(
                    List.of(step.name()), box.x() + ROOM + step.name().length() * Lettering.LETTER / 2, box.y() + 4);
        }
        Box label = step.label().orElse(new Box(box.middle() - 45, box.y() + box.height() + 4, 90, Lettering.LINE));
        return Lettering.placed(Lettering.wrapped(step.name(), Math.max(label.width(), 70)), label.middle(), label.y());
    }

    private DrawnArrow arrow(Way way) {
        List<Point> points = way.points();
        Point tip = points.get(points.size() - 1);
        Point before = points.get(points.size() - 2);
        double length = Math.max(1, Math.hypot(tip.x() - before.x(), tip.y() - before.y()));
        double alongX = (tip.x() - before.x()) / length;
        double alongY = (tip.y() - before.y()) / length;
        Point base = new Point(tip.x() - alongX * HEAD_LENGTH, tip.y() - alongY * HEAD_LENGTH);
        List<Point> line = new ArrayList<>(points.subList(0, points.size() - 1));
        line.add(base);
        return new DrawnArrow(
                way.id(),
                points(line),
                points(List.of(
                        tip,
                        new Point(base.x() - alongY * HEAD_HALF, base.y() + alongX * HEAD_HALF),
                        new Point(base.x() + alongY * HEAD_HALF, base.y() - alongX * HEAD_HALF))),
                byArrow.getOrDefault(way.id(), List.of()),
                way.label()
                        .map(label -> Lettering.placed(
                                Lettering.wrapped(way.name(), Math.max(label.width(), 40)), label.middle(), label.y()))
                        .orElse(List.of()));
    }

    private List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        byArrow.forEach((id, rows) -> {
            Way way = model.arrows().get(id);
            if (way != null && way.points().size() > 1) {
                marks.add(Lettering.mark(id, true, false, rows, middle(way.points())));
            }
        });
        byEvent.forEach((id, rows) -> atStep(marks, id, false, rows));
        byHand.forEach((id, rows) -> atStep(marks, id, true, rows));
        return marks;
    }

    private void atStep(List<Mark> marks, String id, boolean hand, List<Integer> rows) {
        Step step = model.steps().get(id);
        if (step != null) {
            step.box().ifPresent(box -> marks.add(Lettering.mark(id, false, hand, rows, new Point(box.x(), box.y()))));
        }
    }

    /** The middle of the longest stretch. */
    private static Point middle(List<Point> points) {
        Point middle = points.get(0);
        double longest = -1;
        for (int at = 1; at < points.size(); at++) {
            Point one = points.get(at - 1);
            Point other = points.get(at);
            double length = Math.hypot(other.x() - one.x(), other.y() - one.y());
            if (length > longest) {
                longest = length;
                middle = new Point((one.x() + other.x()) / 2, (one.y() + other.y()) / 2);
            }
        }
        return middle;
    }

    private static String points(List<Point> points) {
        return points.stream()
                .map(point -> Lettering.round(point.x()) + "," + Lettering.round(point.y()))
                .collect(Collectors.joining(" "));
    }

    private static double least(Stream<Double> numbers) {
        return numbers.min(Comparator.naturalOrder()).orElse(0.0);
    }

    private static double most(Stream<Double> numbers) {
        return numbers.max(Comparator.naturalOrder()).orElse(0.0);
    }
}
