package uk.daymark.register;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.daymark.register.reading.FileKind;
import uk.daymark.register.reading.UnreadableFileException;

/** Applies files that Daymark itself has made, such as those of the sample schools, as if somebody had sent them. */
@Component
public class OwnFiles {

    private final Imports imports;
    private final SpoolFolder folder;

    OwnFiles(Imports imports, SpoolFolder folder) {
        this.imports = imports;
        this.folder = folder;
    }

    /**
     * Applies a file. When this returns, all that it causes is committed.
     *
     * @param kind what it holds, as in the address of an import: {@code marks-week}
     * @param by in whose name
     * @param reason why marks change
     * @throws IllegalStateException where the file is not taken at all
     */
    public Taken apply(String kind, String csv, By by, String reason) {
        FileKind fileKind = Stream.of(FileKind.values())
                .filter(known -> known.path().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No file of " + kind));
        SpoolFolder.Spooled file = spooled(csv);
        try {
            ImportResult result = imports.run(new ImportOrder(
                    fileKind, true, file, by, true, reason, Optional.empty(), Optional.empty(), Optional.empty()));
            if (result.outcome() != ImportResult.Outcome.APPLIED) {
                throw new IllegalStateException("A file of " + kind + " was not taken: " + result);
            }
            ImportAnswer answer = result.answer();
            return new Taken(answer.rows().total(), answer.rows().rejected(), answer.effects());
        } catch (UnreadableFileException wrong) {
            throw new IllegalStateException("A file of " + kind + " cannot be read", wrong);
        } finally {
            folder.discard(file);
        }
    }

    private SpoolFolder.Spooled spooled(String csv) {
        try {
            return folder.receive(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * What became of a file.
     *
     * @param rows its rows
     * @param rejected how many of them were not taken
     * @param effects what the others cause, in words
     */
    public record Taken(long rows, long rejected, List<String> effects) {}
}
