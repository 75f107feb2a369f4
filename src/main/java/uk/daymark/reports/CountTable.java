package uk.daymark.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.daymark.web.NotFound;

/**
 * Facts counted by rows and columns. A figure counts the very facts that it opens.
 *
 * @param <F> what is counted
 */
final class CountTable<F> {

    private static final int MOST_DRAWN = 8;

    /** The filter that tells the row of a figure. */
    private static final String ROW = "of-row";

    /** The filter that tells its column. */
    private static final String FIGURE = "of-figure";

    private final List<Group<F>> groups;
    private final List<Measure<F>> measures;
    private final List<F> facts;

    CountTable(List<Group<F>> groups, List<Measure<F>> measures, List<F> facts) {
        this.groups = List.copyOf(groups);
        this.measures = List.copyOf(measures);
        this.facts = List.copyOf(facts);
    }

    /**
     * A row.
     *
     * @param word as it stands in the address; that of {@link Row#ALL} for the row of all
     * @param title as people read it
     * @param holds whether a fact belongs to it; one may belong to several
     */
    record Group<F>(String word, String title, Predicate<F> holds) {}

    /**
     * A column.
     *
     * @param holds whether a fact is counted in it
     * @param words the figure in words: of the facts that are counted, and of all of the row
     * @param tells every number that these words give away
     */
    record Measure<F>(
            String word,
            String title,
            Predicate<F> holds,
            Function<Chosen<F>, String> words,
            Function<Chosen<F>, List<Integer>> tells) {

        /** Words that tell how many are counted, and no other number. */
        Measure(String word, String title, Predicate<F> holds, Function<Chosen<F>, String> words) {
            this(word, title, holds, words, chosen -> List.of(chosen.counted().size()));
        }

        /** How many there are. */
        static <F> Measure<F> count(String word, String title, Predicate<F> holds) {
            return new Measure<>(
                    word,
                    title,
                    holds,
                    chosen -> Integer.toString(chosen.counted().size()));
        }
    }

    /** The facts behind a figure. */
    record Chosen<F>(List<F> counted, List<F> ofRow) {

        /** What a share of the row tells. */
        List<Integer> partAndRest() {
            return List.of(counted.size(), ofRow.size() - counted.size());
        }
    }

    /** A figure that was opened: which, and its facts. */
    record Opened<F>(String row, String column, List<F> facts) {

        /** "Elm School, returned: 3". */
        String headline() {
            return row + ", " + column.substring(0, 1).toLowerCase(Locale.UK) + column.substring(1) + ": "
                    + facts.size() + ".";
        }
    }

    /** The figures. Without any fact there is no row. */
    ReportTable table(Report report, Asked asked, String caption, String head, String empty) {
        List<Column> columns = new ArrayList<>(List.of(Column.words(head)));
        measures.forEach(measure -> columns.add(Column.numbers(measure.title())));
        List<Row> rows = facts.isEmpty()
                ? List.of()
                : groups.stream().map(group -> row(report, asked, group)).toList();
        return new ReportTable(caption, columns, rows, empty);
    }

    private Row row(Report report, Asked asked, Group<F> group) {
        List<F> ofRow = facts.stream().filter(group.holds()).toList();
        return new Row(
                Cell.of(group.title()),
                measures.stream()
                        .map(measure -> {
                            List<F> counted =
                                    ofRow.stream().filter(measure.holds()).toList();
                            Chosen<F> chosen = new Chosen<>(counted, ofRow);
                            return Cell.counted(
                                    measure.words().apply(chosen),
                                    counted.size(),
                                    asked.rows(report, ROW, group.word(), FIGURE, measure.word()),
                                    measure.tells().apply(chosen));
                        })
                        .toList(),
                group.word().equals(Row.ALL) ? Row.ALL : "");
    }

    /**
     * The facts behind the figure that the address names.
     *
     * @throws NotFound where there is no such figure
     */
    Opened<F> opened(Asked asked) {
        Group<F> group = named(groups, Group::word, asked.filter(ROW));
        Measure<F> measure = named(measures, Measure::word, asked.filter(FIGURE));
        return new Opened<>(
                group.title(),
                measure.title(),
                facts.stream().filter(group.holds().and(measure.holds())).toList());
    }

    private static <T> T named(List<T> all, Function<T, String> word, String wanted) {
        return all.stream()
                .filter(one -> word.apply(one).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such figure in this report."));
    }

    /** Columns of a table drawn, without the row of all, which would dwarf the others; empty where nothing or too much would be drawn. */
    static Optional<Chart> drawn(ReportTable table, String name, String description, String... columns) {
        List<Row> rows = table.rows().stream()
                .filter(row -> !row.head().text().equals(SchoolNames.ALL))
                .toList();
        return rows.isEmpty() || rows.size() > MOST_DRAWN
                ? Optional.empty()
                : Optional.of(Chart.of(
                        new ReportTable(table.caption(), table.columns(), rows, table.empty()),
                        name,
                        description,
                        columns));
    }
}
