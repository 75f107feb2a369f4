package uk.daymark.register;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.register.RegisterForTests.ADMIN;
import static uk.daymark.register.RegisterForTests.MARKS_HEADER;
import static uk.daymark.register.RegisterForTests.PUPILS_HEADER;
import static uk.daymark.register.RegisterForTests.mark;
import static uk.daymark.register.RegisterForTests.pupil;

import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.daymark.register.ImportResult.Outcome;
import uk.daymark.register.reading.FileKind;
import uk.daymark.register.reading.UnreadableFileException;

/** Previews that nobody imports are thrown away when an import comes after the stated time: 24 hours. */
class KeepingPreviewsForATimeTest {

    private static final String FILE =
            MARKS_HEADER + mark("1", "2025-11-10", "AM", "/") + mark("1", "2025-11-10", "PM", "QQ");

    private static final String OTHER_FILE = MARKS_HEADER + mark("2", "2025-11-10", "AM", "/");

    private RegisterForTests register;
    private PreviewedFiles previewed;

    @BeforeEach
    void onAFriday() {
        register = RegisterForTests.withTwoPupils();
        previewed = register.context.getBean(PreviewedFiles.class);
    }

    @Test
    void anOldPreviewGoesWithItsFileAndItsList() throws Exception {
        String id = previewedOnAPage(FILE);
        assertThat(register.folder.rejects(id)).exists();
        register.today("2025-11-23");
        register.preview(FileKind.MARKS, OTHER_FILE);

        assertThat(register.folder.previewed(id)).doesNotExist();
        assertThat(register.folder.rejects(id)).doesNotExist();
        assertThat(register.history.find(id, ADMIN)).isEmpty();
        assertThat(register.jdbc.queryForObject(
                        "select count(*) from import_school where import_id = ?", Long.class, id))
                .isZero();
        assertThat(register.jdbc.queryForObject("select count(*) from import_key where import_id = ?", Long.class, id))
                .isZero();
    }

    @Test
    void aPreviewOfTodayStays() throws Exception {
        String id = previewedOnAPage(FILE);
        register.preview(FileKind.MARKS, OTHER_FILE);

        assertThat(previewed.waits(id)).isTrue();
        assertThat(register.folder.rejects(id)).exists();
        assertThat(register.history.find(id, ADMIN)).isPresent();
    }

    @Test
    void aPreviewThatWasImportedStaysAsPartOfItsStoryAndSoDoTheImportsRejects() throws Exception {
        String id = previewedOnAPage(FILE);
        String applied = register.applyGoodRows(FileKind.MARKS, FILE).answer().importId();
        register.today("2025-12-21");
        register.preview(FileKind.MARKS, OTHER_FILE);

        assertThat(register.history.find(id, ADMIN)).isPresent();
        assertThat(register.history.find(applied, ADMIN)).isPresent();
        assertThat(register.imports.rejects(applied, ADMIN)).isPresent();
    }

    @Test
    void aHeldFileStaysHoweverLongItWaits() {
        register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER
                        + IntStream.rangeClosed(10, 49)
                                .mapToObj(ref -> pupil(Integer.toString(ref), "Khan", "P"))
                                .collect(Collectors.joining()));
        String everybody = MARKS_HEADER
                + IntStream.rangeClosed(10, 49)
                        .mapToObj(ref -> mark(Integer.toString(ref), "2025-11-10", "AM", "O"))
                        .collect(Collectors.joining());
        ImportResult held = register.apply(FileKind.MARKS, everybody);
        assertThat(held.outcome()).isEqualTo(Outcome.HELD);
        register.today("2026-01-21");
        register.preview(FileKind.MARKS, OTHER_FILE);

        assertThat(Files.exists(register.folder.held(held.answer().importId()))).isTrue();
        assertThat(register.history.held(ADMIN)).hasSize(1);
    }

    @Test
    void aPreviewThatIsBeingImportedIsNotTakenAway() throws Exception {
        String id = previewedOnAPage(FILE);
        register.today("2025-11-23");
        assertThat(previewed.toApply(id, ADMIN, true, "")).isPresent();
        register.preview(FileKind.MARKS, OTHER_FILE);

        assertThat(previewed.waits(id)).isTrue();
    }

    private String previewedOnAPage(String csv) throws UnreadableFileException {
        SpoolFolder.Spooled file = register.file(csv);
        String id = register.imports
                .run(new ImportOrder(
                        FileKind.MARKS,
                        false,
                        file,
                        ADMIN,
                        true,
                        "",
                        Optional.empty(),
                        Optional.of("key"),
                        Optional.empty()))
                .answer()
                .importId();
        previewed.keep(id, file);
        return id;
    }
}
