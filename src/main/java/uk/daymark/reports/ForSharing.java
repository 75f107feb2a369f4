package uk.daymark.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table as it may be shared: where it tells of few, that is hidden. Where a column would hide one figure alone among those that make up
 * a total, which the total could give away, the next smallest is hidden with it.
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
        for (List<Integer> block : blocks(table)) {
            for (int column = 0; column < table.columns().size() - 1; column++) {
                int at = column;
                hidden(block.stream().map(row -> rows.get(row).get(at).counts()).toList(), least)
                        .forEach(inBlock -> rows.get(block.get(inBlock))
                                .set(at, Cell.of("fewer than " + least + ", or hidden with it")));
            }
        }
        return new ReportTable(
                table.caption(),
                table.columns(),
                IntStream.range(0, rows.size())
                        .mapToObj(row -> new Row(
                                table.rows().get(row).head(),
                                rows.get(row),
                                table.rows().get(row).block()))
                        .toList(),
                table.empty());
    }

    /** The rows, by number, that make up a total each. */
    private static Collection<List<Integer>> blocks(ReportTable table) {
        return IntStream.range(0, table.rows().size())
                .boxed()
                .collect(Collectors.groupingBy(
                        row -> table.rows().get(row).block(), LinkedHashMap::new, Collectors.toList()))
                .values();
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
