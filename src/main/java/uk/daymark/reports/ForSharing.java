package uk.daymark.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table as it may be shared: where it tells of few, that is hidden. Where a column would hide one figure alone, which a sum could give
 * away, the next smallest is hidden with it.
 */
public final class ForSharing {

    private ForSharing() {}

    /** Whether the table tells how many of anything, and names nobody. */
    public static boolean possible(ReportTable table) {
        return table.rows().stream()
                .anyMatch(row ->
                        row.cells().stream().anyMatch(cell -> cell.counts().isPresent()));
    }

    /**
     * The table without small counts.
     *
     * @param least the smallest count that is shown, beside none at all
     */
    public static ReportTable table(ReportTable table, int least) {
        List<List<Cell>> rows = new ArrayList<>();
        table.rows().forEach(row -> rows.add(new ArrayList<>(row.cells())));
        for (int column = 0; column < table.columns().size() - 1; column++) {
            int at = column;
            hidden(rows.stream().map(row -> row.get(at).counts()).toList(), least)
                    .forEach(row -> rows.get(row).set(at, Cell.of("fewer than " + least + ", or hidden with it")));
        }
        return new ReportTable(
                table.caption(),
                table.columns(),
                IntStream.range(0, rows.size())
                        .mapToObj(row -> new Row(table.rows().get(row).head(), rows.get(row)))
                        .toList(),
                table.empty());
    }

    private static Set<Integer> hidden(List<Optional<Integer>> counts, int least) {
        List<Integer> smallestFirst = IntStream.range(0, counts.size())
                .boxed()
                .filter(row -> counts.get(row).filter(count -> count > 0).isPresent())
                .sorted(Comparator.comparing(row -> counts.get(row).orElseThrow()))
                .toList();
        Set<Integer> hidden = new HashSet<>();
        for (int row : smallestFirst) {
            if (counts.get(row).orElseThrow() < least || hidden.size() == 1) {
                hidden.add(row);
            }
        }
        return hidden;
    }
}
