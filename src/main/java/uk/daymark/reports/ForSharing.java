package uk.daymark.reports;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table as it may be shared, without anything that tells of few. It leaves out too much rather than too little: the rows of a block
 * are shown or hidden together, because those that are shown could give away the others.
 */
public final class ForSharing {

    private static final String HIDDEN = "hidden";

    private ForSharing() {}

    /** The rule in a sentence, which the file says. */
    public static String rule(int least) {
        return "A number from 1 to " + (least - 1)
                + " is not shared, nor is a share of which a part or the rest is one: where a group of"
                + " rows holds such a figure, or would give it away beside the row of all, every figure of these rows is hidden.";
    }

    /**
     * The table without small counts.
     *
     * @param least the smallest count that is shown, beside none at all
     */
    public static ReportTable table(ReportTable table, int least) {
        Optional<Row> all =
                table.rows().stream().filter(row -> row.block().equals(Row.ALL)).findFirst();
        Set<String> hidden = blocks(table).stream()
                .filter(block -> tellsOfFew(block, least)
                        || all.filter(total -> differsByFew(total, block, least))
                                .isPresent())
                .map(block -> block.get(0).block())
                .collect(Collectors.toSet());
        return new ReportTable(
                table.caption(),
                table.columns(),
                table.rows().stream()
                        .map(row -> hidden.contains(row.block()) ? withoutFigures(row, table.columns()) : row)
                        .toList(),
                table.empty());
    }

    private static Collection<List<Row>> blocks(ReportTable table) {
        return table.rows().stream()
                .collect(Collectors.groupingBy(Row::block, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static boolean tellsOfFew(List<Row> block, int least) {
        return block.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell.tells().stream())
                .anyMatch(count -> few(count, least));
    }

    /** Whether a figure of all, less those of the rows, tells of few: of those in no row, or in several. */
    private static boolean differsByFew(Row all, List<Row> block, int least) {
        return IntStream.range(0, all.cells().size())
                .map(at -> figure(all, at)
                        - block.stream().mapToInt(row -> figure(row, at)).sum())
                .anyMatch(rest -> few(Math.abs(rest), least));
    }

    /** What a cell counts; of a share the part; nought where it counts nothing. */
    private static int figure(Row row, int at) {
        return row.cells().get(at).tells().stream().findFirst().orElse(0);
    }

    private static boolean few(int count, int least) {
        return count > 0 && count < least;
    }

    private static Row withoutFigures(Row row, List<Column> columns) {
        return new Row(
                row.head(),
                IntStream.range(0, row.cells().size())
                        .mapToObj(at -> columns.get(at + 1).numeric()
                                        || !row.cells().get(at).tells().isEmpty()
                                ? Cell.of(HIDDEN)
                                : row.cells().get(at))
                        .toList(),
                row.block());
    }
}
