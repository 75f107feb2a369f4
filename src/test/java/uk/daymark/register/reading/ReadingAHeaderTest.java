package uk.daymark.register.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingAHeaderTest {

    @Test
    void refusesAFileWithoutOne() { // 3
        assertThat(ReadFile.refusal(FileKind.MARKS, "999001,4512,2025-09-15,AM,/\n"))
                .isEqualTo("The first line holds no column name that is known for a file of marks."
                        + " Put a header line with the names of the columns first.");
    }

    @Test
    void takesAFileOfAHeaderOnlyAndSaysSo() { // 2
        ReadFile read = ReadFile.text(FileKind.MARKS, ReadFile.MARKS);

        assertThat(read.summary().lines()).isZero();
        assertThat(read.notes()).containsExactly("The file has a header and no lines after it.");
    }

    @Test
    void rejectsTheLineWhereItStandsAgain() { // 4
        ReadFile read = ReadFile.text(
                FileKind.MARKS,
                ReadFile.MARKS + "999001,1,2025-09-15,AM,/\n" + ReadFile.MARKS + "999001,1,2025-09-15,PM,\\\n");

        assertThat(read.rows()).extracting(Row::line).containsExactly(2L, 4L);
        assertThat(read.rejects().get(0).get(0).line()).isEqualTo(3);
        assertThat(read.fault()).startsWith("This line is the header once more.");
    }

    @Test
    void passesOverAColumnItDoesNotKnowWithOneWarningWhateverTheOrder() { // 35
        ReadFile read = ReadFile.text(
                FileKind.MARKS,
                "is_admin,code,session,date,pupil_ref,school_urn\ntrue,O,AM,2025-09-15,1,999001\ntrue,O,PM,2025-09-15,1,999001\n");

        assertThat(read.marks()).extracting(Row.Mark::pupilRef).containsExactly("1", "1");
        assertThat(read.notes()).containsExactly("Columns that are not used and were passed over: is_admin");
    }

    @Test
    void refusesTwoColumnsOfOneMeaningAndNamesBoth() {
        assertThat(ReadFile.refusal(FileKind.PUPILS, "school_urn,Adno,mis_id,Surname\n999001,1,2,Khan\n"))
                .isEqualTo("Two columns could be the pupil_ref: column 2 Adno and column 3 mis_id."
                        + " Leave out the one that is not meant, or name it differently.");
    }

    @Test
    void refusesOneNameTwiceInAKnownLayoutToo() {
        assertThat(ReadFile.refusal(
                        FileKind.MARKS, "Date,ID,Mark,Session Name,Student ID,Student ID\n2025-09-15,1,/,AM,2,3\n"))
                .startsWith("Two columns could be the pupil_ref");
    }

    @Test
    void namesTheColumnsThatAreMissingAndThoseItSaw() {
        assertThat(ReadFile.refusal(FileKind.MARKS, "school_urn,pupil_ref,date\n"))
                .isEqualTo("A file of marks needs the columns session, code, and this file has no such column."
                        + " Its columns are: school_urn, pupil_ref, date");
    }

    @Test
    void saysWhatElseTheFileLooksLike() {
        assertThat(ReadFile.refusal(FileKind.PUPILS, ReadFile.MARKS)).contains("It looks like a file of marks.");
    }

    @Test
    void mayLackTheSchoolWhereOneIsGivenAndOnlyThere() throws UnreadableFileException {
        byte[] file = "pupil_ref,date,session,code\n1,2025-09-15,AM,/\n".getBytes(StandardCharsets.UTF_8);

        assertThat(ReadFile.read(FileKind.MARKS, file, Optional.of("999002")).marks())
                .extracting(Row.Mark::schoolUrn)
                .containsExactly("999002");
        assertThat(ReadFile.refusal(FileKind.MARKS, file)).contains("needs the column school_urn");
    }

    @Test
    void aSchoolLeftEmptyInItsColumnIsNotFilledIn() throws UnreadableFileException {
        byte[] file = (ReadFile.MARKS + ",1,2025-09-15,AM,/\n").getBytes(StandardCharsets.UTF_8);

        assertThat(ReadFile.read(FileKind.MARKS, file, Optional.of("999002")).fault())
                .isEqualTo("school_urn is empty, and every line needs it. Fill it in.");
    }

    @Test
    void namesAColumnAsTheFileDoes() {
        ReadFile read = ReadFile.text(FileKind.PUPILS, "URN,Adno,Surname\n999001,,Khan\n");

        assertThat(read.fault()).isEqualTo("Adno (pupil_ref) is empty, and every line needs it. Fill it in.");
        assertThat(read.rejects().get(0).get(0).column()).isEqualTo("pupil_ref");
    }

    @Test
    void takesTheUpnForTheReferenceWhereThereIsNoOther() {
        ReadFile read = ReadFile.text(FileKind.PUPILS, "URN,UPN,Surname\n999001,N999123426001,Khan\n");

        assertThat(read.pupils().get(0).pupilRef()).isEqualTo("N999123426001");
        assertThat(read.notes()).singleElement().asString().contains("the UPN stands in for it");
    }

    @Test
    void tellsWhichColumnsAFileHasSoThatNothingElseIsOverwritten() throws Exception {
        Path file = Path.of(Objects.requireNonNull(getClass().getResource("/imports/sims-contact-report.csv"))
                .toURI());

        assertThat(RegisterFile.columns(file, FileKind.CONTACTS, Optional.of("999001")))
                .containsExactlyInAnyOrder(
                        "pupil_ref",
                        "contact_ref",
                        "priority",
                        "parental_responsibility",
                        "lives_with",
                        "title",
                        "forename",
                        "surname",
                        "email",
                        "home_phone",
                        "mobile");
    }

    @Test
    void takesTheUpnForTheReferenceOfAMarkTooAndChecksIt() {
        ReadFile read = ReadFile.text(
                FileKind.MARKS,
                "URN,UPN,date,session,code\n999001,n999123426001,2025-09-15,AM,O\n999001,N999123426002,2025-09-15,AM,O\n");

        assertThat(read.marks()).extracting(Row.Mark::pupilRef).containsExactly("N999123426001");
        assertThat(read.fault()).contains("(expected C)");
        assertThat(read.notes()).noneMatch(note -> note.startsWith("Columns that are not used"));
    }

    @ParameterizedTest
    @CsvSource({
        "PUPILS, DoB, DATE_OF_BIRTH",
        "PUPILS, Date of Birth, DATE_OF_BIRTH",
        "PUPILS, date_of_birth.date, DATE_OF_BIRTH",
        "PUPILS, Last Name (legal), LEGAL_SURNAME",
        "PUPILS, legal_last_name, LEGAL_SURNAME",
        "PUPILS, PreferredSurname, PREFERRED_SURNAME",
        "PUPILS, NCyearActual, YEAR_GROUP",
        "PUPILS, NC Year, YEAR_GROUP",
        "PUPILS, Registration Group, FORM",
        "PUPILS, Class Name, FORM",
        "PUPILS, Gender, SEX",
        "PUPILS, ADMISSION NUMBER, PUPIL_REF",
        "MARKS, ID, PUPIL_REF",
        "MARKS, AttendanceMark, CODE",
        "MARKS, attendance_code, CODE",
        "MARKS, session_date, DATE",
        "MARKS, Session Name, SESSION",
        "MARKS, minutesLate, MINUTES_LATE",
        "MARKS_WEEK, Monday AM, MON_AM",
        "MARKS_WEEK, Fri PM, FRI_PM",
        "CONTACTS, (Contact) Priority, PRIORITY",
        "CONTACTS, Parental responsibility (T/F), PARENTAL_RESPONSIBILITY",
        "CONTACTS, lives_with_pupil, LIVES_WITH",
        "CONTACTS, courtOrder, COURT_ORDER",
        "CONTACTS, Primary Email, EMAIL",
    })
    void knowsAColumnByItsOtherNames(FileKind kind, String name, Column column) {
        assertThat(Columns.named(kind, HeaderName.folded(name))).contains(column);
    }

    @Test
    void cannotTellWhoseIdStandsInAFileOfContacts() {
        assertThat(ReadFile.refusal(FileKind.CONTACTS, "school_urn,ID,contact_ref,Surname\n999001,1,2,Khan\n"))
                .contains("needs the column pupil_ref");
    }
}
