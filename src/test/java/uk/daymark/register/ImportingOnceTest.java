package uk.daymark.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.daymark.register.RegisterForTests.ADMIN;
import static uk.daymark.register.RegisterForTests.MARKS_HEADER;
import static uk.daymark.register.RegisterForTests.OFFICE;
import static uk.daymark.register.RegisterForTests.mark;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.register.ImportResult.Outcome;
import uk.daymark.register.reading.FileKind;
import uk.daymark.register.reading.UnreadableFileException;

/** Tokens, keys, repeats, and what is remembered of an import. */
class ImportingOnceTest {

    private static final String FILE = MARKS_HEADER + mark("1", "2025-11-10", "AM", "/");

    private RegisterForTests register;

    @BeforeEach
    void twoPupils() {
        register = RegisterForTests.withTwoPupils();
    }

    @Test
    void appliesThePreviewedFileByItsToken() {
        String token = register.preview(FileKind.MARKS, FILE).previewToken().orElseThrow();

        assertThat(token).matches("[A-Za-z0-9_-]+");
        assertThat(register.run(order(FILE, ADMIN, Optional.of(token), Optional.empty()))
                        .outcome())
                .isEqualTo(Outcome.APPLIED);
    }

    @Test
    void refusesATokenWithAnotherFile() {
        String token = register.preview(FileKind.MARKS, FILE).previewToken().orElseThrow();
        String other = MARKS_HEADER + mark("1", "2025-11-10", "AM", "O");

        assertThatThrownBy(() -> register.run(order(other, ADMIN, Optional.of(token), Optional.empty())))
                .isInstanceOf(RegisterConflictException.class)
                .hasMessageContaining("not the file that was previewed");
        assertThat(register.rowsIn("register_week")).isZero();
    }

    @Test
    void refusesATokenForAnotherSchoolThanWasPreviewed() {
        String file = FILE.replace("school_urn,", "").replace("999001,", "");
        String token = register.run(ofSchool("999001", file, false, Optional.empty()))
                .answer()
                .previewToken()
                .orElseThrow();

        assertThatThrownBy(() -> register.run(ofSchool("999002", file, true, Optional.of(token))))
                .isInstanceOf(RegisterConflictException.class)
                .hasMessageContaining("not the file that was previewed");
        assertThat(register.run(ofSchool("999001", file, true, Optional.of(token)))
                        .outcome())
                .isEqualTo(Outcome.APPLIED);
    }

    private ImportOrder ofSchool(String urn, String csv, boolean apply, Optional<String> token) {
        return new ImportOrder(
                FileKind.MARKS,
                apply,
                register.file(csv),
                ADMIN,
                false,
                "",
                token,
                Optional.empty(),
                Optional.of(new Urn(urn)));
    }

    @Test
    void refusesATokenOfAnotherPerson() {
        String token = register.preview(FileKind.MARKS, FILE).previewToken().orElseThrow();

        assertThatThrownBy(() -> register.run(order(FILE, OFFICE, Optional.of(token), Optional.empty())))
                .isInstanceOf(RegisterConflictException.class);
    }

    @Test
    void answersTheSameKeyAndFileWithTheFirstAnswer() {
        ImportResult first = register.run(order(FILE, ADMIN, Optional.empty(), Optional.of("k1")));
        ImportResult second = register.run(order(FILE, ADMIN, Optional.empty(), Optional.of("k1")));

        assertThat(second).isEqualTo(first);
        assertThat(second.answer().rows().added()).isOne();
        assertThat(register.history.page(ADMIN, 1, 50).stream()
                        .filter(run -> run.kind().equals("marks")))
                .hasSize(1);
    }

    /** As an impatient person who presses the button again, or a client that retries: all at once. */
    @Test
    void appliesAFileOnceThatComesFourTimesAtOnce() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Future<ImportResult>> answers = callers.invokeAll(Collections.nCopies(
                    4, () -> register.run(order(FILE, ADMIN, Optional.empty(), Optional.of("k1")))));

            Set<ImportResult> different = new HashSet<>();
            for (Future<ImportResult> answer : answers) {
                different.add(answer.get());
            }
            assertThat(different).hasSize(1);
            assertThat(register.rowsIn("register_week")).isOne();
            assertThat(register.rowsIn("mark_amendment")).isZero();
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void refusesTheSameKeyWithAnotherFile() {
        register.run(order(FILE, ADMIN, Optional.empty(), Optional.of("k1")));
        String other = MARKS_HEADER + mark("1", "2025-11-10", "AM", "O");

        assertThatThrownBy(() -> register.run(order(other, ADMIN, Optional.empty(), Optional.of("k1"))))
                .isInstanceOf(RegisterConflictException.class);
        assertThat(register.code("1", "2025-11-10", "AM")).isEqualTo("/");
    }

    @Test
    void keepsKeysOfTwoPeopleApart() {
        register.run(order(FILE, ADMIN, Optional.empty(), Optional.of("k1")));
        String other = MARKS_HEADER + mark("2", "2025-11-10", "AM", "/");

        assertThat(register.run(order(other, OFFICE, Optional.empty(), Optional.of("k1")))
                        .outcome())
                .isEqualTo(Outcome.APPLIED);
    }

    @Test
    void writesNothingOfAFileThatCannotBeRead() {
        ImportOrder packed = new ImportOrder(
                FileKind.MARKS,
                true,
                register.file("PK\u0003\u0004 not a csv"),
                ADMIN,
                false,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThatThrownBy(() -> register.imports.run(packed)).isInstanceOf(UnreadableFileException.class);
        assertThat(register.rowsIn("import_run")).as("only the set-up files").isEqualTo(3);
    }

    @Test
    void listsEveryRejectedRowForDownloadWithItsReason() throws Exception {
        String file = MARKS_HEADER + "999001,=cmd,2025-11-10,AM,/,,,,,,\n" + mark("1", "2025-11-10", "AM", "QQ");
        ImportAnswer answer = register.preview(FileKind.MARKS, file);

        String list = Files.readString(
                register.imports.rejects(answer.importId(), ADMIN).orElseThrow());
        assertThat(answer.rows().rejected()).isEqualTo(2);
        assertThat(list).contains("\"line\",\"column\",\"value\",\"reason\"").contains("\"2\",\"pupil_ref\",\"'=cmd\"");
    }

    @Test
    void keepsCodesAsTheyAreInListsForSpreadsheets() {
        assertThat(CsvText.line("/", "\\", "-", "-1", "=1+1", "@x", "a\"b"))
                .isEqualTo("\"/\",\"\\\",\"-\",\"'-1\",\"'=1+1\",\"'@x\",\"a\"\"b\"\r\n");
    }

    @Test
    void answersWithTheFirstThousandRejectsAndKeepsThemAll() throws Exception {
        String file = MARKS_HEADER
                + IntStream.range(0, 1500)
                        .mapToObj(ref -> mark("x" + ref, "2025-11-10", "AM", "/"))
                        .collect(Collectors.joining());
        ImportAnswer answer = register.preview(FileKind.MARKS, file);

        assertThat(answer.rows().rejected()).isEqualTo(1500);
        assertThat(answer.rejects()).hasSize(1000);
        assertThat(Files.readAllLines(
                        register.imports.rejects(answer.importId(), ADMIN).orElseThrow()))
                .hasSize(1501);
    }

    @Test
    void remembersWhoSentWhatAndWhatTheyWereTold() {
        ImportResult result = register.run(order(FILE, OFFICE, Optional.empty(), Optional.empty()));

        assertThat(register.history.find(result.answer().importId(), OFFICE).orElseThrow())
                .satisfies(record -> {
                    assertThat(record.sentBy()).isEqualTo("office");
                    assertThat(record.kind()).isEqualTo("marks");
                    assertThat(record.answer()).isEqualTo(result.answer());
                    assertThat(record.contentHash()).hasSize(64);
                });
        assertThat(register.history.find(result.answer().importId(), new By("x", Scope.school(new Urn("999002")))))
                .isEmpty();
    }

    @Test
    void refusesAFileLargerThanAnImportMayBe() throws Exception {
        SpoolFolder small = new SpoolFolder(Files.createTempDirectory("small"), 1 << 20);

        assertThatThrownBy(() -> small.receive(new ByteArrayInputStream(new byte[(1 << 20) + 1])))
                .isInstanceOf(FileTooLargeException.class)
                .hasMessageContaining("larger than 1 MB");
    }

    private ImportOrder order(String csv, By by, Optional<String> token, Optional<String> key) {
        return new ImportOrder(FileKind.MARKS, true, register.file(csv), by, false, "", token, key, Optional.empty());
    }
}
