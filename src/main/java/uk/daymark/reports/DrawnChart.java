package uk.daymark.reports;

import java.util.ArrayList;
import java.util.List;

/**
 * A chart with every line, bar and word in its place, in the units of its drawing. Each row's name stands above its bars and each bar's
 * number and name behind it, so that it can be read without colour.
 *
 * @param chart what is drawn
 * @param width of the drawing
 * @param height of the drawing
 * @param labels the rows' names
 * @param bars the bars
 */
public record DrawnChart(Chart chart, int width, int height, List<Label> labels, List<Bar> bars) {

    private static final int WIDTH = 640;
    private static final int LONGEST_BAR = 360;
    private static final int BAR = 20;
    private static final int GAP_BETWEEN_BARS = 6;
    private static final int NAME = 24;
    private static final int GAP_BETWEEN_GROUPS = 16;
    private static final int BASELINE = 15;
    private static final int LEFT = 2;
    private static final int BESIDE = 8;

    /** A row's name and where it stands. */
    public record Label(String text, int x, int y) {}

    /**
     * A bar.
     *
     * @param row the row's name
     * @param series what is counted
     * @param number which of the series, from 1: its colour
     * @param count how many
     * @param words what stands behind the bar
     * @param textX where the words begin
     * @param textY the line they stand on
     */
    public record Bar(
            String row,
            String series,
            int number,
            int count,
            String words,
            int x,
            int y,
            int width,
            int height,
            int textX,
            int textY) {}

    /** Lays a chart out. */
    public static DrawnChart of(Chart chart) {
        int most = Math.max(
                1,
                chart.bars().stream()
                        .flatMap(bar -> bar.values().stream())
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0));
        List<Label> labels = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        int y = 0;
        for (Chart.Bar group : chart.bars()) {
            labels.add(new Label(group.label(), LEFT, y + BASELINE));
            y += NAME;
            for (int series = 0; series < chart.series().size(); series++) {
                int count = group.values().get(series);
                String name = chart.series().get(series);
                int width = (int) ((long) count * LONGEST_BAR / most);
                bars.add(new Bar(
                        group.label(),
                        name,
                        series + 1,
                        count,
                        chart.series().size() == 1 ? Integer.toString(count) : count + " " + lowered(name),
                        LEFT,
                        y,
                        width,
                        BAR,
                        LEFT + width + BESIDE,
                        y + BASELINE));
                y += BAR + GAP_BETWEEN_BARS;
            }
            y += GAP_BETWEEN_GROUPS;
        }
        return new DrawnChart(chart, WIDTH, Math.max(1, y), labels, bars);
    }

    private static String lowered(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
