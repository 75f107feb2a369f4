package uk.daymark.audit;

import java.util.List;

/**
 * A model drawn from its own coordinates with the path that was taken in it. Measures are in the units of the model's file.
 *
 * @param id unique on a page
 * @param title what is drawn
 * @param about whom or what the path is about
 * @param version the model's version tag
 * @param hidden what stands on it, in words, for whoever cannot see it
 * @param x left edge
 * @param y upper edge
 * @param steps steps, gateways and events
 * @param arrows the arrows, those taken last so that they lie on top
 * @param marks the numbers of the rows of the path
 */
public record Picture(
        String id,
        String title,
        String about,
        String version,
        String hidden,
        long x,
        long y,
        long width,
        long height,
        List<DrawnStep> steps,
        List<DrawnArrow> arrows,
        List<Mark> marks) {

    /** {@code x y width height}. */
    public String viewBox() {
        return x + " " + y + " " + width + " " + height;
    }

    /** How an element is drawn. */
    public enum Shape {
        CIRCLE,
        DIAMOND,
        BOX,
        FRAME
    }

    /**
     * A step, gateway or event.
     *
     * @param sign what stands inside to say what it is: "Person" on a step, "+" on a gateway; empty for none
     * @param thick whether it ends something
     * @param twice whether it is drawn with two lines: an event in between
     * @param passed whether the path came there
     * @param points the corners of a diamond
     * @param lines its name
     */
    public record DrawnStep(
            String id,
            Shape shape,
            String sign,
            boolean thick,
            boolean twice,
            boolean passed,
            double x,
            double y,
            double width,
            double height,
            String points,
            List<Line> lines) {}

    /**
     * An arrow.
     *
     * @param points its corners
     * @param head the corners of its head
     * @param rows the rows in which it was taken; none where it never was
     */
    public record DrawnArrow(String id, String points, String head, List<Integer> rows, List<Line> lines) {

        /** Whether it was taken. */
        public boolean taken() {
            return !rows.isEmpty();
        }
    }

    /** A line of text around its middle. */
    public record Line(double x, double y, String text) {}

    /**
     * Numbers of rows, drawn at the arrow or element that they are about.
     *
     * @param of the arrow's id; the element's where it was entered without an arrow
     * @param byArrow whether an arrow was taken
     * @param byHand whether somebody put the process there
     * @param rows the rows
     */
    public record Mark(
            String of,
            boolean byArrow,
            boolean byHand,
            List<Integer> rows,
            double x,
            double y,
            double width,
            double height,
            List<Line> lines) {

        /** "3 9 15". */
        public String numbers() {
            return String.join(" ", rows.stream().map(String::valueOf).toList());
        }
    }
}
