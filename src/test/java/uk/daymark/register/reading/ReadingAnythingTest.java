package uk.daymark.register.reading;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;

/** Whatever stands in a file, every line is either read or rejected, or the whole file is refused in words. */
class ReadingAnythingTest {

    @Property(tries = 300)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes, @ForAll FileKind kind) {
        readOrRefused(bytes, kind);
    }

    @Property(tries = 300)
    void anyBytesAfterAHeaderAreReadOrRefused(@ForAll byte[] bytes, @ForAll FileKind kind) {
        byte[] header = header(kind).getBytes(StandardCharsets.UTF_8);
        byte[] file = new byte[header.length + bytes.length];
        System.arraycopy(header, 0, file, 0, header.length);
        System.arraycopy(bytes, 0, file, header.length, bytes.length);
        readOrRefused(file, kind);
    }

    @Property(tries = 300)
    void anyLinesOfLikelyCellsAreReadOrRejected(
            @ForAll("likelyLines") List<List<String>> lines, @ForAll FileKind kind) {
        StringBuilder file = new StringBuilder(header(kind));
        int columns = Columns.known(kind).size();
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++) {
                file.append(i == 0 ? "" : ",").append(line.get(i % line.size()));
            }
            file.append('\n');
        }
        ReadFile read = ReadFile.text(kind, file.toString());

        long filled = lines.stream()
                .filter(line -> line.stream()
                        .limit(columns)
                        .anyMatch(cell -> !Cells.stripped(cell).isEmpty()))
                .count();
        assertThat(read.rows().size() + read.rejects().size()).isEqualTo((int) filled);
    }

    @Property(tries = 300)
    void whatAWriterWroteIsReadBackEqual(
            @ForAll("marks") List<Row.Mark> marks, @ForAll("separators") char separator, @ForAll LineDelimiter end)
            throws IOException {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(end)
                .quoteStrategy(QuoteStrategies.NON_EMPTY)
                .build(text);
        csv.writeRecord(
                "school_urn",
                "pupil_ref",
                "date",
                "session",
                "code",
                "minutes_late",
                "comment",
                "reason",
                "recorded_at",
                "recorded_by");
        for (Row.Mark mark : marks) {
            csv.writeRecord(
                    mark.schoolUrn(),
                    mark.pupilRef(),
                    mark.session().date().toString(),
                    mark.session().half().name(),
                    mark.code().map(AttendanceCode::token).orElse(""),
                    mark.minutesLate().map(String::valueOf).orElse(""),
                    mark.comment(),
                    mark.reason(),
                    mark.recordedAt(),
                    mark.recordedBy());
        }

        csv.close();

        ReadFile read = ReadFile.text(FileKind.MARKS, text.toString());

        assertThat(read.marks().stream().map(mark -> atLine(0, mark)))
                .containsExactlyElementsOf(
                        marks.stream().map(mark -> atLine(0, mark)).toList());
        assertThat(read.warnings()).hasSize(marks.isEmpty() ? 1 : 0);
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t');
    }

    @Provide
    Arbitrary<List<List<String>>> likelyLines() {
        Arbitrary<String> cell = Arbitraries.oneOf(
                Arbitraries.of(
                        "999001",
                        "4512",
                        "AM",
                        "PM",
                        "/",
                        "\\",
                        "O",
                        "C1",
                        "",
                        "-",
                        "Y",
                        "N",
                        "2025-09-15",
                        "03/04/2026",
                        "14/09/2025",
                        "09/14/2025",
                        "45992",
                        "1-Jan-25",
                        "TERM",
                        "HALF_DAY",
                        "08:50",
                        "N999123426001",
                        "\uFFFD",
                        "\u202E",
                        "\uD800"),
                Arbitraries.strings().ofMaxLength(12).map(text -> text.replaceAll("[\",\r\n\t;]", "")));
        return cell.list().ofMinSize(1).ofMaxSize(12).list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Row.Mark>> marks() {
        Arbitrary<String> free = Arbitraries.strings()
                .withChars('a', 'Z', ' ', ',', ';', '"', '\'', '\\', '/', '\n', '\r', 'é', 'Ł', '’', '=', '-')
                .ofMaxLength(20)
                .map(text -> Cells.stripped(text));
        Arbitrary<String> ref = Arbitraries.strings()
                .numeric()
                .withChars('A', '-')
                .ofMinLength(1)
                .ofMaxLength(9);
        Arbitrary<Session> session = Combinators.combine(
                        Arbitraries.integers().between(0, 2000),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(Half.class))
                .as((week, day, half) -> new Session(
                        LocalDate.of(1990, 1, 1).plusWeeks(week % 1700).plusDays(day), half));
        Arbitrary<Optional<AttendanceCode>> code =
                Arbitraries.of(AttendanceCode.class).optional();
        Arbitrary<Optional<Integer>> minutes =
                Arbitraries.integers().between(0, 600).optional();
        return Combinators.combine(ref, session, code, minutes, free, free)
                .as((pupil, when, what, late, comment, reason) -> new Row.Mark(
                        0,
                        "999001",
                        pupil,
                        when,
                        what.filter(mark -> mark.usableIn(when.half()) && mark.usableOn(when.date())),
                        late,
                        comment,
                        reason,
                        "",
                        "x"))
                .list()
                .ofMaxSize(20);
    }

    private static Row.Mark atLine(long line, Row.Mark mark) {
        return new Row.Mark(
                line,
                mark.schoolUrn(),
                mark.pupilRef(),
                mark.session(),
                mark.code(),
                mark.minutesLate(),
                mark.comment(),
                mark.reason(),
                mark.recordedAt(),
                mark.recordedBy());
    }

    private static String header(FileKind kind) {
        List<String> names = new ArrayList<>();
        Columns.known(kind).forEach(column -> names.add(column.title()));
        return String.join(",", names) + "\n";
    }

    private static void readOrRefused(byte[] bytes, FileKind kind) {
        try {
            // That rows and rejects make up the lines is asserted there for every file that is read.
            ReadFile.read(kind, bytes, Optional.of("999001"));
        } catch (UnreadableFileException refused) {
            assertThat(refused.getMessage()).hasSizeGreaterThan(30);
        }
    }
}
