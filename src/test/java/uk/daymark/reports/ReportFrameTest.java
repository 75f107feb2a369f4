package uk.daymark.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportFrameTest {

    private static final ReportTable BY_YEAR = table(12, 3, 0, 7);

    @Test
    void aFileForSharingHidesFewAndTheNextSmallestWithIt() {
        ReportTable shared = ForSharing.table(BY_YEAR, 5);
        assertThat(column(shared))
                .containsExactly("12", "fewer than 5, or hidden with it", "0", "fewer than 5, or hidden with it");
        assertThat(shared.rows()).noneMatch(row -> row.cells().get(0).text().equals("3"));
    }

    @Test
    void whereThereAreNoFewNothingIsHidden() {
        assertThat(column(ForSharing.table(table(5, 0, 9), 5))).containsExactly("5", "0", "9");
    }

    @Test
    void whereSeveralAreFewOnlyTheyAreHidden() {
        assertThat(column(ForSharing.table(table(2, 4, 9), 5)))
                .containsExactly("fewer than 5, or hidden with it", "fewer than 5, or hidden with it", "9");
    }

    @Test
    void aHiddenFileTellsNoAddressOfARow() {
        assertThat(ForSharing.table(BY_YEAR, 5).rows().get(1).cells().get(0).address())
                .isEmpty();
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
