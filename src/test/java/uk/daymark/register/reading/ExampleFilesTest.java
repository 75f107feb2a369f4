package uk.daymark.register.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files with which a newcomer begins. */
class ExampleFilesTest {

    @ParameterizedTest
    @CsvSource({
        "1-schools.csv, schools, 1",
        "2-calendar.csv, calendar, 5",
        "3-pupils.csv, pupils, 12",
        "4-contacts.csv, contacts, 24",
        "5-marks-week.csv, marks-week, 168"
    })
    void everyLineOfTheExampleCanBeRead(String file, String kind, long lines) throws Exception {
        List<Reject> rejects = new ArrayList<>();
        List<Reject> warnings = new ArrayList<>();
        RegisterFile.FileSummary summary = RegisterFile.read(
                Path.of("docs/example", file), FileKind.ofPath(kind).orElseThrow(), Optional.empty(), new RowSink() {
                    @Override
                    public void row(Row row) {}

                    @Override
                    public void reject(List<Reject> faults) {
                        rejects.addAll(faults);
                    }

                    @Override
                    public void warning(Reject note) {
                        warnings.add(note);
                    }
                });
        assertThat(rejects).isEmpty();
        assertThat(warnings).isEmpty();
        assertThat(summary.lines()).isEqualTo(lines);
    }
}
