package uk.daymark.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportFrameTest {

    private static final ReportTable BY_YEAR = table(12, 3, 0, 7);

    @Test
    void whereOneFigureIsFewEveryFigureOfItsRowsIsHidden() {
        ReportTable shared = ForSharing.table(BY_YEAR, 5);
        assertThat(column(shared)).containsExactly("hidden", "hidden", "hidden", "hidden");
        assertThat(shared.rows().get(0).cells().get(0).address())
                .as("the rows behind it")
                .isEmpty();
        assertThat(ForSharing.rule(5)).startsWith("A number from 1 to 4 is not shared");
    }

    @Test
    void whereThereAreNoFewNothingIsHidden() {
        assertThat(column(ForSharing.table(table(5, 0, 9), 5))).containsExactly("5", "0", "9");
    }

    @Test
    void eachGroupOfRowsIsHiddenForItself() {
        assertThat(column(ForSharing.table(
                        of(
                                row("All", 30, Row.ALL),
                                row("Year 7", 20, "year"),
                                row("Year 8", 10, "year"),
                                row("Free meals", 2, "meals"),
                                row("No free meals", 28, "meals")),
                        5)))
                .containsExactly("30", "20", "10", "hidden", "hidden");
    }

    @Test
    void whatTheRowOfAllWouldGiveAwayIsHidden() {
        assertThat(column(ForSharing.table(
                        of(row("All", 30, Row.ALL), row("Year 7", 18, "year"), row("Year 8", 10, "year")), 5)))
                .as("two whose year is not known")
                .containsExactly("30", "hidden", "hidden");
        assertThat(column(
                        ForSharing.table(of(row("All", 30, Row.ALL), row("Order", 18, ""), row("Address", 16, "")), 5)))
                .as("four who are counted twice")
                .containsExactly("30", "hidden", "hidden");
    }

    @Test
    void aShareOfASmallWholeOrWithASmallRestIsHiddenWithItsRow() {
        for (Cell share : List.of(Cell.share(0, 3), Cell.share(18, 20), Cell.share(2, 20), Cell.share(4, 4))) {
            ReportTable table = new ReportTable(
                    "By need",
                    List.of(
                            Column.words("Need"),
                            Column.numbers("Pupils"),
                            Column.numbers("Share"),
                            Column.words("Waits for")),
                    List.of(new Row(Cell.of("EHCP"), List.of(Cell.count(20, "/rows"), share, Cell.of("the office")))),
                    "None");
            assertThat(ForSharing.table(table, 5).rows().get(0).cells())
                    .as(share.text())
                    .extracting(Cell::text)
                    .containsExactly("hidden", "hidden", "the office");
        }
        assertThat(Cell.share(0, 20).tells()).containsExactly(0, 20);
    }

    @Test
    void aShareIsHiddenWhereAnotherFigureOfItsRowIsFew() {
        ReportTable table = new ReportTable(
                "By need",
                List.of(Column.words("Need"), Column.numbers("Severely"), Column.numbers("Share persistently")),
                List.of(new Row(Cell.of("EHCP"), List.of(Cell.count(2, "/rows"), Cell.share(10, 20)))),
                "None");
        assertThat(ForSharing.table(table, 5).rows().get(0).cells())
                .extracting(Cell::text)
                .containsExactly("hidden", "hidden");
    }

    private static ReportTable of(Row... rows) {
        return new ReportTable(
                "By group", List.of(Column.words("Group"), Column.numbers("Pupils")), List.of(rows), "None");
    }

    private static Row row(String head, int count, String block) {
        return new Row(Cell.of(head), List.of(Cell.count(count, "/rows")), block);
    }

    @Test
    void aChartDrawsTheNumbersOfTheTable() {
        DrawnChart drawn = DrawnChart.of(Chart.of(BY_YEAR, "By year", "By year", "Pupils"));
        assertThat(drawn.bars()).extracting(DrawnChart.Bar::count).containsExactly(12, 3, 0, 7);
        assertThat(drawn.bars())
                .extracting(DrawnChart.Bar::row)
                .containsExactly("Year 0", "Year 1", "Year 2", "Year 3");
        assertThat(drawn.bars().get(0).width())
                .isEqualTo(4 * drawn.bars().get(1).width());
        assertThat(drawn.bars())
                .allMatch(bar -> bar.x() + bar.width() <= drawn.width() && bar.y() + bar.height() <= drawn.height());
    }

    @Test
    void aChartOfMoreThanFourSeriesIsRefused() {
        assertThatThrownBy(() -> new Chart("many", "many", List.of("a", "b", "c", "d", "e"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theColoursOfNeighboursAndOfBarsOnWhiteCanBeToldApart() throws IOException {
        String styles = Files.readString(Path.of("src/main/resources/static/daymark/app.css"));
        List<String> four = IntStream.rangeClosed(1, 4)
                .mapToObj(bar -> fill(styles, "\n.daymark-chart__bar--" + bar))
                .toList();
        List<String> two = List.of(four.get(0), fill(styles, ".daymark-chart--two .daymark-chart__bar--2"));
        for (List<String> palette : List.of(four, two)) {
            palette.forEach(
                    colour -> assertThat(contrast(colour, "ffffff")).as(colour).isGreaterThanOrEqualTo(3));
            for (int at = 1; at < palette.size(); at++) {
                assertThat(contrast(palette.get(at - 1), palette.get(at)))
                        .as(palette.toString())
                        .isGreaterThanOrEqualTo(3);
            }
        }
    }

    private static String fill(String styles, String selector) {
        Matcher rule = Pattern.compile(Pattern.quote(selector) + " \\{\\s*fill: #([0-9a-f]{6});")
                .matcher(styles);
        assertThat(rule.find()).as(selector).isTrue();
        return rule.group(1);
    }

    /** As WCAG reckons it. */
    private static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int part = 0; part < 3; part++) {
            double value = Integer.parseInt(colour.substring(2 * part, 2 * part + 2), 16) / 255.0;
            sum += weights[part] * (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    void aFileHoldsHeadsRowsAndTheDayAndNoFormula() {
        ReportTable table = new ReportTable(
                "Pupils",
                List.of(Column.words("Pupil"), Column.numbers("Days")),
                List.of(new Row(Cell.of("=HYPERLINK(\"x\")"), List.of(Cell.number(4)))),
                "None");
        assertThat(ReportFile.csv(table, List.of("Register as of today")))
                .isEqualTo("\"Pupil\",\"Days\"\r\n\"'=HYPERLINK(\"\"x\"\")\",\"4\"\r\n\"Register as of today\"\r\n");
    }

    @Test
    void figuresWithoutADayAreRefused() {
        assertThatThrownBy(() -> ReportResult.list("All", List.of(), BY_YEAR))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aShareIsNeverAPercentageAlone() {
        assertThat(Cell.share(1, 8).text()).isEqualTo("1 of 8 (12.5%)");
        assertThat(Cell.share(0, 0).text()).isEqualTo("0 of 0");
    }

    private static List<String> column(ReportTable table) {
        return table.rows().stream().map(row -> row.cells().get(0).text()).toList();
    }

    private static ReportTable table(int... counts) {
        return new ReportTable(
                "By year",
                List.of(Column.words("Year"), Column.numbers("Pupils")),
                Stream.iterate(0, year -> year < counts.length, year -> year + 1)
                        .map(year -> new Row(Cell.of("Year " + year), List.of(Cell.count(counts[year], "/rows"))))
                        .toList(),
                "None");
    }
}
