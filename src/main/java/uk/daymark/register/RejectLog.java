package uk.daymark.register;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.daymark.register.reading.OriginalLines;
import uk.daymark.register.reading.Reject;
import uk.daymark.register.reading.RejectedLines;

/**
 * The lines that were rejected: the first of them for the answer, all of them on disk until the list for download is written, with
 * the cells of the file beside what is wrong. Memory does not grow with their number.
 *
 * <p>Lines are rejected in the order of the file, once while it is read and once more while it is compared, so the notes are one or
 * a few runs in order, merged when the list is written.
 */
final class RejectLog implements Closeable {

    /** So many stand in the answer; a file of nothing but faults must not fill the memory. */
    static final int SHOWN = 1000;

    private static final String BETWEEN = "; ";

    private final SpoolFolder folder;
    private final List<Reject> first = new ArrayList<>();
    private final List<Path> runs = new ArrayList<>();
    private final int most;
    private Optional<DataOutputStream> writing = Optional.empty();
    private long lastLine;
    private long lines;

    /** @param most so many lines may be rejected: a short line makes a long entry, and the disk is finite */
    RejectLog(SpoolFolder folder, int most) {
        this.folder = folder;
        this.most = most;
    }

    /**
     * One line with all that is wrong with it.
     *
     * @throws FileTooLargeException where so many lines are wrong that the file is not what it should be
     */
    void add(List<Reject> faults) {
        if (lines == most) {
            throw new FileTooLargeException(
                    "More than " + most + " rows cannot be taken. Nothing was taken from the file."
                            + " Most likely it is not the file it should be: check the first rows, and send the right one.");
        }
        lines++;
        try {
            DataOutputStream notes = run(faults.get(0).line());
            for (Reject fault : faults) {
                notes.writeLong(fault.line());
                notes.writeUTF(fault.column());
                notes.writeUTF(fault.value());
                notes.writeUTF(fault.message());
                if (first.size() < SHOWN) {
                    first.add(fault);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long lines() {
        return lines;
    }

    List<Reject> shown() {
        return first.stream().sorted(Comparator.comparingLong(Reject::line)).toList();
    }

    /** Writes the list for download: a row for each rejected line, what is wrong with it first, then its cells as they came. */
    void write(Path list, OriginalLines file) {
        List<Notes> open = new ArrayList<>();
        try (BufferedWriter writer = Files.newBufferedWriter(list, StandardCharsets.UTF_8)) {
            finishRun();
            for (Path run : runs) {
                open.add(new Notes(run));
            }
            // Spreadsheets take a file without this mark for Windows-1252.
            writer.write('\uFEFF');
            writer.write(line(RejectedLines.COLUMNS, file.header()));
            Optional<Notes> next = earliest(open);
            while (next.isPresent()) {
                List<Reject> faults = next.get().line();
                writer.write(line(inWords(faults), file.line(faults.get(0).line())));
                next = earliest(open);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            open.forEach(Notes::close);
        }
    }

    /** Takes the notes away. */
    @Override
    public void close() {
        try {
            finishRun();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            runs.forEach(SpoolFolder::delete);
        }
    }

    private DataOutputStream run(long line) throws IOException {
        if (writing.isEmpty() || line < lastLine) {
            finishRun();
            Path run = folder.scratch();
            runs.add(run);
            writing = Optional.of(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run))));
        }
        lastLine = line;
        return writing.get();
    }

    private void finishRun() throws IOException {
        if (writing.isPresent()) {
            writing.get().close();
            writing = Optional.empty();
        }
    }

    private static Optional<Notes> earliest(List<Notes> open) {
        return open.stream().filter(Notes::hasNext).min(Comparator.comparingLong(Notes::nextLine));
    }

    private static List<String> inWords(List<Reject> faults) {
        return List.of(
                Long.toString(faults.get(0).line()),
                faults.stream().map(Reject::column).distinct().collect(Collectors.joining(BETWEEN)),
                faults.stream().map(Reject::value).distinct().collect(Collectors.joining(BETWEEN)),
                faults.stream().map(Reject::message).collect(Collectors.joining(" ")));
    }

    private static String line(List<String> faults, List<String> cells) {
        List<String> all = new ArrayList<>(faults);
        all.addAll(cells);
        return CsvText.line(all.toArray(String[]::new));
    }

    /** One run of notes, read line by line. */
    private static final class Notes {

        private final DataInputStream in;
        private Optional<Reject> ahead;

        Notes(Path run) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(run)));
            ahead = read();
        }

        boolean hasNext() {
            return ahead.isPresent();
        }

        long nextLine() {
            return ahead.map(Reject::line).orElse(Long.MAX_VALUE);
        }

        /** All that is wrong with the next line. */
        List<Reject> line() throws IOException {
            List<Reject> faults = new ArrayList<>();
            long line = nextLine();
            while (ahead.isPresent() && ahead.get().line() == line) {
                faults.add(ahead.get());
                ahead = read();
            }
            return faults;
        }

        void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Optional<Reject> read() throws IOException {
            try {
                return Optional.of(new Reject(in.readLong(), in.readUTF(), in.readUTF(), in.readUTF()));
            } catch (EOFException end) {
                return Optional.empty();
            }
        }
    }
}
