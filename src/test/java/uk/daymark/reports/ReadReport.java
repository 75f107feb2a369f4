package uk.daymark.reports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import uk.daymark.Http;

/** A report as somebody reads it: its page, its file, and the rows behind its figures. */
final class ReadReport {

    private final Http reader;
    private final String path;
    private final String query;
    private final Document page;

    /** @param query behind the question mark */
    ReadReport(Http reader, String name, String query) {
        this.reader = reader;
        this.path = "/reports/" + name;
        this.query = query.isEmpty() ? "" : "?" + query;
        HttpResponse<String> answer = reader.get(path + this.query);
        assertThat(answer.statusCode())
                .as(path + this.query + ": " + answer.body())
                .isEqualTo(200);
        this.page = Jsoup.parse(answer.body());
    }

    String text() {
        return page.select("main").text();
    }

    /** The figures by row and column. */
    Map<String, Map<String, String>> figures() {
        Map<String, Map<String, String>> figures = new LinkedHashMap<>();
        List<String> heads = page.select("#figures thead th").eachText();
        for (Element row : page.select("#figures tbody tr")) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int at = 1; at < heads.size(); at++) {
                cells.put(heads.get(at), row.child(at).text());
            }
            figures.put(row.child(0).text(), cells);
        }
        return figures;
    }

    /** What the rows are of, in their order; two rows may be of the same. */
    List<String> heads() {
        return page.select("#figures tbody tr > :first-child").eachText();
    }

    /** All numbers of a column together. */
    int sum(String column) {
        int at = page.select("#figures thead th").eachText().indexOf(column);
        assertThat(at).as(column).isPositive();
        return page.select("#figures tbody tr").stream()
                .mapToInt(row -> Integer.parseInt(row.child(at).text()))
                .sum();
    }

    Map<String, String> row(String head) {
        assertThat(figures()).containsKey(head);
        return figures().get(head);
    }

    /** Every figure that opens rows has as many as it says, and the file holds what the page shows. */
    void opensWhatItSays() {
        int opened = 0;
        for (Element link : page.select("#figures tbody td a")) {
            if (link.text().contains("sessions")) {
                continue;
            }
            int figure = figure(link.text());
            String address = link.attr("href");
            assertThat(rows(address))
                    .as(link.parent().parent().text() + " " + address)
                    .hasSize(figure);
            opened++;
        }
        assertThat(opened).as("figures that open rows").isPositive();
        List<CsvRecord> file = csv(path + ".csv" + query);
        List<List<String>> shown = new ArrayList<>();
        page.select("#figures tr").forEach(row -> shown.add(row.children().eachText()));
        for (int at = 0; at < shown.size(); at++) {
            assertThat(file.get(at).getFields()).isEqualTo(shown.get(at));
        }
        assertThat(String.join(" ", file.get(shown.size()).getFields())).contains("as of");
    }

    /** "12", "12 of 40 (30.0%)", or "a middle value of 3 (of 12)". */
    private static int figure(String text) {
        Matcher of = Pattern.compile("\\(of (\\d+)\\)$").matcher(text);
        return Integer.parseInt(of.find() ? of.group(1) : text.split(" ")[0]);
    }

    /** The rows that a figure opens, as the file has them. */
    List<CsvRecord> behind(String head, String column) {
        int at = page.select("#figures thead th").eachText().indexOf(column);
        assertThat(at).as(column).isPositive();
        Element cell = page.select("#figures tbody tr").stream()
                .filter(row -> row.child(0).text().equals(head))
                .findFirst()
                .orElseThrow()
                .child(at);
        return rows(cell.select("a").attr("href"));
    }

    private List<CsvRecord> rows(String address) {
        assertThat(reader.get(address).statusCode()).as(address).isEqualTo(200);
        List<CsvRecord> file = csv(address.replaceFirst("/rows", "/rows.csv"));
        int columns = file.get(0).getFieldCount();
        return file.stream()
                .skip(1)
                .filter(line -> line.getFieldCount() == columns)
                .toList();
    }

    private List<CsvRecord> csv(String address) {
        HttpResponse<String> answer = reader.get(address);
        assertThat(answer.statusCode()).as(address + ": " + answer.body()).isEqualTo(200);
        return CsvReader.builder().allowMissingFields(true).ofCsvRecord(answer.body()).stream()
                .toList();
    }
}
