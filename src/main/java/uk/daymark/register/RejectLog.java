package uk.daymark.register;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.daymark.register.reading.Reject;

/** The lines that were rejected: all of them in a file for download, the first of them in the answer. */
final class RejectLog implements Closeable {

    /** So many stand in the answer; a file of nothing but faults must not fill the memory. */
    static final int SHOWN = 1000;

    private final Path file;
    private final List<Reject> first = new ArrayList<>();
    private final BufferedWriter writer;
    private final int most;
    private long lines;

    /** @param most so many lines may be rejected: a short line makes a long entry, and the disk is finite */
    RejectLog(Path file, int most) throws IOException {
        this.file = file;
        this.most = most;
        this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        // Spreadsheets take a file without this mark for Windows-1252.
        writer.write('\uFEFF');
        writer.write(CsvText.line("line", "column", "value", "reason"));
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
            for (Reject fault : faults) {
                writer.write(CsvText.line(Long.toString(fault.line()), fault.column(), fault.value(), fault.message()));
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

    /** Ends the file; takes it away where nothing was rejected. */
    @Override
    public void close() throws IOException {
        writer.close();
        if (lines == 0) {
            Files.deleteIfExists(file);
        }
    }
}
