package uk.daymark.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.daymark.register.RegisterForTests.ADMIN;
import static uk.daymark.register.RegisterForTests.MARKS_HEADER;
import static uk.daymark.register.RegisterForTests.OFFICE;
import static uk.daymark.register.RegisterForTests.mark;
import static uk.daymark.register.RegisterForTests.pupil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.daymark.people.Urn;
import uk.daymark.register.reading.FileKind;

/** The list of rejected lines holds what a clerk needs to mend them and send them again. */
class MendingRejectedLinesTest {

    private static final String CONTACTS = "school_urn,pupil_ref,contact_ref,surname,mobile,court_order\n";

    private RegisterForTests register;

    @BeforeEach
    void twoPupils() {
        register = RegisterForTests.withTwoPupils();
    }

    @Test
    void aRowHasWhatIsWrongThenTheLineAsItCame() throws IOException {
        String list = list(register.preview(FileKind.MARKS, MARKS_HEADER + mark("1", "2025-11-10", "AM", "QQ")));

        assertThat(list.lines())
                .hasSize(2)
                .first()
                .isEqualTo(
                        "\uFEFF\"line\",\"column\",\"value\",\"reason\",\"school_urn\",\"pupil_ref\",\"date\",\"session\",\"code\","
                                + "\"minutes_late\",\"comment\",\"reason\",\"recorded_at\",\"recorded_by\",\"amended_from\"");
        assertThat(list.lines().skip(1).findFirst().orElseThrow())
                .startsWith("\"2\",\"code\",\"QQ\",")
                .endsWith(",\"999001\",\"1\",\"2025-11-10\",\"AM\",\"QQ\",\"\",\"\",\"\",\"\",\"\",\"\"");
    }

    @Test
    void severalFaultsOfALineAreOneRow() throws IOException {
        String list = list(register.preview(FileKind.MARKS, MARKS_HEADER + mark("1", "2025-11-31", "noon", "QQ")));

        assertThat(list.lines()).hasSize(2);
        assertThat(list).contains("\"2\",\"date; session; code\",\"2025-11-31; noon; QQ\"");
    }

    @Test
    void linesRejectedWhileReadingAndWhileComparingStandInTheOrderOfTheFile() throws IOException {
        String header = "school_urn,pupil_ref,contact_ref,surname,mobile\n";
        String list = list(register.preview(
                FileKind.CONTACTS,
                header + "999001,1,c1,Khan,07700 900123\n" // 2
                        + "999001,2,c1,Khan,07700 900999\n" // 3: another number, found when comparing
                        + "999001,9,c2,Roe,\n" // 4: no such pupil, found when reading
                        + "999001,1,c3,Poe,\n" // 5
                        + "999001,2,c3,Doe,\n" // 6: another name
                        + "999001,8,c4,Loe,\n")); // 7

        assertThat(list.lines().skip(1).map(row -> row.substring(0, 3)))
                .containsExactly("\"3\"", "\"4\"", "\"6\"", "\"7\"");
        assertThat(list).contains("\"999001\",\"2\",\"c3\",\"Doe\"").contains("\"999001\",\"8\",\"c4\",\"Loe\"");
    }

    @Test
    void aMendedListSentAgainIsTakenLikeTheFileItself() throws IOException {
        String list = list(register.preview(
                FileKind.CONTACTS, CONTACTS + "999001,1,c1,Khan,+44 7700 900123,maybe\n999001,2,c2,=Roe,0,Y\n"));
        assertThat(list).contains("\"'+44 7700 900123\"");
        ImportResult result = register.apply(FileKind.CONTACTS, list.replace("\"maybe\"", "\"Y\""));

        assertThat(result.answer().rows()).isEqualTo(new ImportAnswer.Rows(1, 1, 0, 0, 0));
        assertThat(result.answer().warnings()).isEmpty();
        var contact = register.contacts
                .of(register.pupils
                        .find(new Urn("999001"), "1")
                        .orElseThrow()
                        .pupil()
                        .id())
                .get(0);
        assertThat(contact.contact().details().mobile()).isEqualTo("+44 7700 900123");
        assertThat(contact.link().courtOrder()).isTrue();
    }

    @Test
    void aMendedListOfMarksKeepsItsOwnColumnOfReasons() throws IOException {
        String list = list(
                register.preview(FileKind.MARKS, MARKS_HEADER + "999001,1,2025-11-10,AM,QQ,,,bus broke down,,,\n"));
        register.apply(FileKind.MARKS, list.replace("\"QQ\",\"\",", "\"L\",\"\","));

        assertThat(register.code("1", "2025-11-10", "AM")).isEqualTo("L");
        assertThat(register.jdbc.queryForList("select reason from mark_note", String.class))
                .containsExactly("bus broke down");
    }

    @Test
    void aListThatIsRejectedAgainHasEachColumnOnce() throws IOException {
        String first = list(register.preview(FileKind.MARKS, MARKS_HEADER + mark("1", "2025-11-10", "AM", "QQ")));
        String second = list(register.preview(FileKind.MARKS, first));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void aSimsReportIsMendedByItsPlacesToo() throws IOException {
        String report =
                "ID,Forename,Surname,ID,(Contact) Priority,Parental responsibility,Lives with Pupil,Title,Forename,Surname\n"
                        + "1,Amira,Khan,c7,first,T,T,Ms,Nadia,Khan\n";
        ImportAnswer preview = register.run(register.order(FileKind.CONTACTS, false, report, OFFICE, true))
                .answer();
        assertThat(preview.rows().rejected()).isOne();
        String list = Files.readString(
                register.imports.rejects(preview.importId(), OFFICE).orElseThrow());

        ImportAnswer mended = register.run(register.order(
                        FileKind.CONTACTS, true, list.replace("\"c7\",\"first\"", "\"c7\",\"1\""), OFFICE, false))
                .answer();
        assertThat(mended.rows()).isEqualTo(new ImportAnswer.Rows(1, 1, 0, 0, 0));
        assertThat(mended.layout()).isEqualTo(preview.layout());
        assertThat(mended.warnings()).isEqualTo(preview.warnings());
    }

    @Test
    void aLineWithACommaTooManyIsShownWithAllItsCells() throws IOException {
        String list = list(register.preview(
                FileKind.CONTACTS, "school_urn,pupil_ref,contact_ref,surname\n999001,1,c1,Khan,Roe,x\n"));

        assertThat(list).contains("\"999001\",\"1\",\"c1\",\"Khan\",\"Roe\",\"x\"");
    }

    @Test
    void nobodyElseOfTheSchoolGetsTheRowsThatAnAdministratorSent() {
        ImportAnswer preview = register.preview(FileKind.MARKS, MARKS_HEADER + mark("1", "2025-11-10", "AM", "QQ"));
        register.applyGoodRows(
                FileKind.MARKS,
                MARKS_HEADER + mark("1", "2025-11-10", "AM", "/") + mark("1", "2025-11-10", "PM", "QQ"));
        String applied = register.history.page(OFFICE, 1, 1).get(0).importId();

        assertThatThrownBy(() -> register.imports.rejects(applied, OFFICE)).isInstanceOf(NotInRegisterException.class);
        assertThatThrownBy(() -> register.imports.rejects(preview.importId(), OFFICE))
                .isInstanceOf(NotInRegisterException.class);
    }

    @Test
    void noNotesAreLeftBehind() throws IOException {
        list(register.preview(
                FileKind.PUPILS,
                RegisterForTests.PUPILS_HEADER + pupil("999002", "x", "bad", "Khan", "A", "2014-03-02", "", "")));
        Path folder = register.folder.rejects("x").getParent();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("received-")))
                    .isEmpty();
        }
    }

    @Test
    void whatAStoppedServerLeftBehindGoesWhenItStarts() throws IOException {
        Path folder = Files.createTempDirectory("left-behind");
        Path left = Files.createFile(folder.resolve("received-1.csv"));
        List<Path> kept = List.of(
                Files.createFile(folder.resolve("a-held.csv")),
                Files.createFile(folder.resolve("a-previewed.csv")),
                Files.createFile(folder.resolve("a-rejects.csv")));

        SpoolFolder started = new SpoolFolder(folder, 1);

        assertThat(left).doesNotExist();
        assertThat(kept).allMatch(Files::exists);
        assertThat(started.held("a")).exists();
    }

    private String list(ImportAnswer answer) throws IOException {
        return Files.readString(
                register.imports.rejects(answer.importId(), ADMIN).orElseThrow());
    }
}
