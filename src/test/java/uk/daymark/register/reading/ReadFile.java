package uk.daymark.register.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What reading a file gave, all of it, for tests to look at. */
record ReadFile(List<Row> rows, List<List<Reject>> rejects, List<Reject> warnings, RegisterFile.FileSummary summary) {

    static final String MARKS = "school_urn,pupil_ref,date,session,code\n";
    static final String PUPILS = "school_urn,pupil_ref,upn,legal_surname,legal_forename,date_of_birth\n";

    static ReadFile example(String name, FileKind kind, String school) {
        try {
            Path file = Path.of(Objects.requireNonNull(ReadFile.class.getResource("/imports/" + name))
                    .toURI());
            return of(file, kind, Optional.of(school));
        } catch (URISyntaxException | UnreadableFileException e) {
            throw new AssertionError(e);
        }
    }

    static ReadFile text(FileKind kind, String text) {
        return bytes(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    static ReadFile bytes(FileKind kind, byte[] bytes) {
        try {
            return read(kind, bytes, Optional.empty());
        } catch (UnreadableFileException e) {
            throw new AssertionError(e);
        }
    }

    static ReadFile read(FileKind kind, byte[] bytes, Optional<String> school) throws UnreadableFileException {
        try {
            Path file = Files.createTempFile("import", ".csv");
            try {
                Files.write(file, bytes);
                return of(file, kind, school);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why a file cannot be read at all. */
    static String refusal(FileKind kind, byte[] bytes) {
        return catchThrowableOfType(UnreadableFileException.class, () -> read(kind, bytes, Optional.empty()))
                .getMessage();
    }

    static String refusal(FileKind kind, String text) {
        return refusal(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ReadFile of(Path file, FileKind kind, Optional<String> school) throws UnreadableFileException {
        List<Row> rows = new ArrayList<>();
        List<List<Reject>> rejects = new ArrayList<>();
        List<Reject> warnings = new ArrayList<>();
        RowSink sink = new RowSink() {
            @Override
            public void row(Row row) {
                rows.add(row);
            }

            @Override
            public void reject(List<Reject> faults) {
                assertThat(faults).isNotEmpty();
                assertThat(faults)
                        .extracting(Reject::line)
                        .containsOnly(faults.get(0).line());
                rejects.add(faults);
            }

            @Override
            public void warning(Reject note) {
                warnings.add(note);
            }
        };
        RegisterFile.FileSummary summary = RegisterFile.read(file, kind, school, sink);
        assertThat(rows.size() + rejects.size()).as("rows and rejects").isEqualTo((int) summary.lines());
        return new ReadFile(rows, rejects, warnings, summary);
    }

    List<Row.Mark> marks() {
        return rows.stream().map(Row.Mark.class::cast).toList();
    }

    List<Row.Pupil> pupils() {
        return rows.stream().map(Row.Pupil.class::cast).toList();
    }

    List<Row.Contact> contacts() {
        return rows.stream().map(Row.Contact.class::cast).toList();
    }

    /** The messages of the one line that was rejected. */
    List<String> faults() {
        assertThat(rejects).as("rejected lines").hasSize(1);
        return rejects.get(0).stream().map(Reject::message).toList();
    }

    /** The message of the one fault in the one line that was rejected. */
    String fault() {
        assertThat(faults()).hasSize(1);
        return faults().get(0);
    }

    List<String> notes() {
        return warnings.stream().map(Reject::message).toList();
    }
}
