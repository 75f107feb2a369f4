package uk.daymark.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.daymark.audit.Drawn.Point;
import uk.daymark.audit.Picture.Line;
import uk.daymark.audit.Picture.Mark;

/** Text of drawings: names broken into lines that fit, and the boxes with the numbers of rows. */
final class Lettering {

    /** How wide a letter is on average, in the drawing's units. */
    static final double LETTER = 5.6;

    /** How far a line of a name stands below the one before. */
    static final double LINE = 13;

    private static final double DIGIT = 7.5;
    private static final double MARK_LINE = 15;
    private static final int NUMBERS_IN_A_LINE = 6;
    private static final double BASELINE = 4;

    private Lettering() {}

    /** A box with the numbers of rows, around a point. */
    static Mark mark(String of, boolean byArrow, boolean byHand, List<Integer> rows, Point at) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += NUMBERS_IN_A_LINE) {
            lines.add(rows.subList(from, Math.min(rows.size(), from + NUMBERS_IN_A_LINE)).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ")));
        }
        if (byHand) {
            lines.add("by hand");
        }
        double width = lines.stream().mapToInt(String::length).max().orElse(1) * DIGIT + 8;
        double height = lines.size() * MARK_LINE + 4;
        double top = at.y() - height / 2;
        List<Line> placed = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            placed.add(new Line(at.x(), round(top + 2 + MARK_LINE * line + MARK_LINE - BASELINE), lines.get(line)));
        }
        return new Mark(
                of, byArrow, byHand, List.copyOf(rows), round(at.x() - width / 2), round(top), width, height, placed);
    }

    /** Lines of text around their middle, from the top down. */
    static List<Line> placed(List<String> words, double middle, double top) {
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            lines.add(new Line(round(middle), round(top + LINE * (at + 1) - 3), words.get(at)));
        }
        return lines;
    }

    /** A text broken at its blanks. */
    static List<String> wrapped(String text, double width) {
        int most = Math.max(4, (int) (width / LETTER));
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** To a tenth. */
    static double round(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
