package uk.daymark.register.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A file as it was received. */
public final class RegisterFile {

    private RegisterFile() {}

    /**
     * Reads the file from first to last line. Memory does not grow with its length.
     *
     * @param file the bytes as received
     * @param kind what it should hold
     * @param defaultSchool the school of rows that name none, because the layout has no column for it; empty refuses such a file
     * @param sink takes rows, rejects and warnings
     * @return what was read
     * @throws java.io.UncheckedIOException where the disk fails
     * @throws UnreadableFileException where no line can be trusted: empty, no header, a packed file, a broken quote. A broken quote
     *     is met on the way: lines before it went to the sink, and must not be kept
     */
    public static FileSummary read(Path file, FileKind kind, Optional<String> defaultSchool, RowSink sink)
            throws UnreadableFileException {
        try {
            Source source = Source.of(file, kind, defaultSchool.isPresent());
            return read(source, kind, defaultSchool, sink);
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read from where it was put", e);
        }
    }

    /**
     * The columns that the file has, by their canonical names. What a file has no column for, its rows give as empty or as no; whoever
     * stores them must leave alone what was known of it before: a report without {@code do_not_contact} does not lift it.
     *
     * @param file the bytes as received
     * @param kind what it should hold
     * @param defaultSchool as for {@link #read}
     * @return canonical names, such as {@code pupil_ref}
     * @throws java.io.UncheckedIOException where the disk fails
     * @throws UnreadableFileException where its header is refused
     */
    public static Set<String> columns(Path file, FileKind kind, Optional<String> defaultSchool)
            throws UnreadableFileException {
        try {
            return Source.of(file, kind, defaultSchool.isPresent()).header().places().keySet().stream()
                    .map(Column::title)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read from where it was put", e);
        }
    }

    private static FileSummary read(Source source, FileKind kind, Optional<String> defaultSchool, RowSink sink)
            throws IOException, UnreadableFileException {
        Header header = source.header();
        LineReader reader = LineReader.of(kind);
        Dates dates = new Dates(new FoundOrder(source));
        Warnings warnings = new Warnings(sink);
        warnOfFile(source, sink);
        long lines = 0;
        try (Csv csv = source.open(header.wanted(column -> true))) {
            Cells cells = new Cells(header, csv.line(), defaultSchool, dates);
            csv.next();
            while (csv.next()) {
                lines++;
                cells.begin();
                if (hasFormOfHeader(header, csv.line(), cells)) {
                    Optional<Row> row = reader.read(cells);
                    if (row.isPresent()) {
                        sink.row(row.get());
                        warnings.pass(cells);
                        continue;
                    }
                }
                sink.reject(List.copyOf(cells.faults()));
            }
        }
        warnings.finish();
        if (lines == 0) {
            sink.warning(new Reject(header.line(), "", "", "The file has a header and no lines after it."));
        }
        return new FileSummary(lines, header.layout());
    }

    private static void warnOfFile(Source source, RowSink sink) {
        Header header = source.header();
        if (!source.encoding().note().isEmpty()) {
            sink.warning(
                    new Reject(header.line(), "", "", source.encoding().note().strip()));
        }
        if (!header.ignored().isEmpty()) {
            String names = header.ignored().stream().map(Cells::shortened).collect(Collectors.joining(", "));
            sink.warning(new Reject(
                    header.line(),
                    "",
                    Cells.shortened(names),
                    "Columns that are not used and were passed over: " + names));
        }
        if (header.upnIsRef()) {
            sink.warning(new Reject(
                    header.line(),
                    Column.PUPIL_REF.title(),
                    "",
                    "No column holds the school system's own number of the pupil, so the UPN stands in for it."
                            + " Every file of this school must do the same."));
        }
    }

    private static boolean hasFormOfHeader(Header header, Line line, Cells cells) {
        int columns = header.names().size();
        if (line.count() < columns || line.surplus()) {
            cells.fault(
                    "This line has " + line.count() + " cells and the header has " + columns
                            + ". Either the line is cut off, or text that holds the separator is not in quotation marks. Mend the line.");
            return false;
        }
        if (header.isRepeatedBy(line)) {
            cells.fault("This line is the header once more. Delete it; the lines below it are read all the same.");
            return false;
        }
        return true;
    }

    /** Looks through the dates of a file once, and only if one of them needs it. */
    private static final class FoundOrder implements Dates.OrderFinder {

        private final Source source;
        private Optional<DateOrder> found = Optional.empty();

        FoundOrder(Source source) {
            this.source = source;
        }

        @Override
        public DateOrder find() {
            if (found.isEmpty()) {
                try {
                    found = Optional.of(DateOrder.of(source));
                } catch (IOException e) {
                    throw new UncheckedIOException("The file cannot be read from where it was put", e);
                }
            }
            return found.get();
        }
    }

    /**
     * What was read.
     *
     * @param lines lines after the header, blank ones left out
     * @param layout the layout that was recognised, in words: "Daymark", "SIMS contact report"
     */
    public record FileSummary(long lines, String layout) {}
}
