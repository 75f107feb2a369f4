package uk.daymark.reports;

import java.util.ArrayList;
import java.util.List;

/**
 * Figures of a table as bars, a group for each row. It shows nothing that the table does not say.
 *
 * @param name what is drawn
 * @param description the same in a sentence or two, for those who do not see it
 * @param series what each bar of a group counts, in the table's words; at most four
 * @param bars the groups
 */
public record Chart(String name, String description, List<String> series, List<Bar> bars) {

    private static final int MOST_SERIES = 4;

    public Chart {
        series = List.copyOf(series);
        bars = List.copyOf(bars);
        if (series.isEmpty() || series.size() > MOST_SERIES) {
            throw new IllegalArgumentException("A chart shows one to four series, not " + series.size());
        }
    }

    /**
     * A group of bars.
     *
     * @param label the row
     * @param values a number for each series
     */
    public record Bar(String label, List<Integer> values) {

        public Bar {
            values = List.copyOf(values);
        }
    }

    /** Draws columns of a table, read from its cells, so that both say the same. */
    public static Chart of(ReportTable table, String name, String description, String... columns) {
        List<Bar> bars = new ArrayList<>();
        for (Row row : table.rows()) {
            List<Integer> values = new ArrayList<>();
            for (String column : columns) {
                values.add(Integer.valueOf(row.cells().get(table.cellOf(column)).text()));
            }
            bars.add(new Bar(row.head().text(), values));
        }
        return new Chart(name, description, List.of(columns), bars);
    }
}
