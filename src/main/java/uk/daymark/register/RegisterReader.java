package uk.daymark.register;

import java.nio.file.Path;
import java.util.Optional;
import uk.daymark.register.reading.FileKind;
import uk.daymark.register.reading.RegisterFile;
import uk.daymark.register.reading.RowSink;
import uk.daymark.register.reading.UnreadableFileException;

/** Reads a file into rows: {@link RegisterFile#read}. */
@FunctionalInterface
interface RegisterReader {

    /** As {@link RegisterFile#read}. */
    RegisterFile.FileSummary read(Path file, FileKind kind, Optional<String> defaultSchool, RowSink sink)
            throws UnreadableFileException;
}
