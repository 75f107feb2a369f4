package uk.daymark.register.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The lines of a file as they came, cut into cells and not understood. Goes through the file once, forwards. */
public final class OriginalLines implements Closeable {

    /** Cells beyond the header that are still told: a line with a comma too many has few of them. */
    private static final int SURPLUS = 32;

    private final Csv csv;
    private final int skipped;
    private final List<String> header;
    private boolean more;

    private OriginalLines(Csv csv, Header header) throws UnreadableFileException {
        this.csv = csv;
        this.skipped = header.rejected() ? RejectedLines.COLUMNS.size() : 0;
        this.header = header.names().subList(skipped, header.names().size());
        this.more = csv.next();
    }

    /**
     * Opens a file that {@link RegisterFile#read} could read.
     *
     * @param file the bytes as received
     * @param kind what it holds
     * @param defaultSchool as for {@link RegisterFile#read}
     * @throws java.io.UncheckedIOException where the disk fails
     * @throws UnreadableFileException where its header is refused
     */
    public static OriginalLines of(Path file, FileKind kind, Optional<String> defaultSchool)
            throws UnreadableFileException {
        try {
            Source source = Source.of(file, kind, defaultSchool.isPresent());
            boolean[] all = new boolean[source.header().names().size() + SURPLUS];
            Arrays.fill(all, true);
            return new OriginalLines(source.open(all), source.header());
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read from where it was put", e);
        }
    }

    /** The names of the file's columns, as written. */
    public List<String> header() {
        return header;
    }

    /**
     * The cells of a line.
     *
     * @param number counted from 1, as in {@link Reject#line}; never before the line asked for last
     * @return empty where the file ends before it
     */
    public List<String> line(long number) {
        try {
            while (more && csv.line().number() < number) {
                more = csv.next();
            }
        } catch (UnreadableFileException e) {
            throw new IllegalStateException("The file could be read before", e);
        }
        return more && csv.line().number() == number ? cells(csv.line()) : List.of();
    }

    private List<String> cells(Line line) {
        int count = Math.min(line.count(), header.size() + skipped + SURPLUS);
        List<String> cells = new ArrayList<>();
        for (int i = skipped; i < count; i++) {
            cells.add(skipped == 0 ? line.text(i) : RejectedLines.original(line.text(i)));
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
