package uk.daymark.register.reading;

import java.nio.file.Path;
import java.util.Optional;

/** A file as it was received. */
public final class RegisterFile {

    private RegisterFile() {}

    /**
     * Reads the file from first to last line. Memory does not grow with its length.
     *
     * @param file the bytes as received
     * @param kind what it should hold
     * @param defaultSchool the school of rows that name none, because the layout has no column for it; empty refuses such rows
     * @param sink takes rows, rejects and warnings
     * @return what was read
     * @throws UnreadableFileException where no line can be trusted: empty, no header, a packed file, a broken quote
     */
    public static FileSummary read(Path file, FileKind kind, Optional<String> defaultSchool, RowSink sink)
            throws UnreadableFileException {
        throw new UnreadableFileException("Nothing can be read yet");
    }

    /**
     * What was read.
     *
     * @param lines lines after the header, blank ones left out
     * @param layout the layout that was recognised, in words: "Daymark", "SIMS contact report"
     */
    public record FileSummary(long lines, String layout) {}
}
