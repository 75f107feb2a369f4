package uk.daymark.register.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;

class ReadingASchoolSystemsExportTest {

    @Test
    void readsSimsSessionMarksByTheStudentsIdNotTheMarks() {
        ReadFile read = ReadFile.example("sims-session-marks.csv", FileKind.MARKS, "999001");

        assertThat(read.summary().layout()).isEqualTo("SIMS session marks");
        assertThat(read.marks()).extracting(Row.Mark::pupilRef).containsOnly("4512");
        assertThat(read.marks()).extracting(Row.Mark::schoolUrn).containsOnly("999001");
        assertThat(read.marks().get(2).session()).isEqualTo(new Session(LocalDate.of(2025, 10, 2), Half.AM));
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void mapsTheThreeIdColumnsOfASimsContactReportByPosition() {
        ReadFile read = ReadFile.example("sims-contact-report.csv", FileKind.CONTACTS, "999001");

        assertThat(read.summary().layout()).isEqualTo("SIMS contact report");
        assertThat(read.contacts())
                .containsExactly(
                        new Row.Contact(
                                2,
                                "999001",
                                "4512",
                                "9001",
                                Optional.of(1),
                                "Mrs",
                                "Nadia",
                                "Begum",
                                "",
                                true,
                                true,
                                false,
                                false,
                                false,
                                "07700 900123",
                                "01632 960001",
                                "",
                                "home@example.com",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                false),
                        new Row.Contact(
                                3,
                                "999001",
                                "4512",
                                "9002",
                                Optional.of(2),
                                "Mr",
                                "Omar",
                                "Khan",
                                "",
                                true,
                                false,
                                false,
                                false,
                                false,
                                "",
                                "",
                                "",
                                "omar@example.com",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                false));
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void readsASimsContactReportToWhichTheSchoolWasAdded() {
        ReadFile read = ReadFile.text(
                FileKind.CONTACTS,
                "URN,ID,Forename,Surname,ID,(Contact) Priority,Forename,Surname\n999002,4512,Amira,Khan,9001,1,Nadia,Begum\n");

        assertThat(read.summary().layout()).isEqualTo("SIMS contact report");
        assertThat(read.contacts().get(0).schoolUrn()).isEqualTo("999002");
        assertThat(read.contacts().get(0).surname()).isEqualTo("Begum");
    }

    @Test
    void refusesASimsContactReportThatNamesTheContactTwice() {
        assertThat(ReadFile.refusal(
                        FileKind.CONTACTS, "URN,ID,Forename,Surname,ID,Surname,Surname\n999002,1,A,K,9001,B,C\n"))
                .isEqualTo(
                        "Two columns could be the contact's surname: columns 6 and 7. Leave out the one that is not meant.");
    }

    @Test
    void readsTheBromcomPupilTemplateAndKeepsLeadingZeros() {
        ReadFile read = ReadFile.example("bromcom-pupils.csv", FileKind.PUPILS, "999001");

        assertThat(read.summary().layout()).isEqualTo("Bromcom pupil template");
        Row.Pupil amira = read.pupils().get(0);
        assertThat(amira.pupilRef()).isEqualTo("004512");
        assertThat(amira.upn()).contains("N999123426001");
        assertThat(amira.sex()).isEqualTo("F");
        assertThat(amira.yearGroup()).isEqualTo("8");
        assertThat(amira.form()).isEqualTo("8A");
        assertThat(read.pupils().get(1).legalForename()).isEqualTo("True");
    }

    @Test
    void readsArborRollCallRecords() {
        ReadFile read = ReadFile.example("arbor-roll-call-records.csv", FileKind.MARKS, "999001");

        assertThat(read.summary().layout()).isEqualTo("Arbor roll call records");
        assertThat(read.marks().get(0).code()).contains(AttendanceCode.L);
        assertThat(read.marks().get(0).minutesLate()).contains(7);
        assertThat(read.marks().get(1).session().half()).isEqualTo(Half.PM);
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void readsArborGuardianRelationships() {
        ReadFile read = ReadFile.example("arbor-guardian-relationships.csv", FileKind.CONTACTS, "999001");

        assertThat(read.summary().layout()).isEqualTo("Arbor guardian relationships");
        Row.Contact nadia = read.contacts().get(0);
        assertThat(nadia.pupilRef()).isEqualTo("4512");
        assertThat(nadia.contactRef()).isEqualTo("9001");
        assertThat(nadia.surname()).isEqualTo("Khan");
        assertThat(nadia.parentalResponsibility()).isTrue();
        assertThat(nadia.priority()).contains(1);
        assertThat(nadia.preferredChannel()).isEqualTo("Email");
    }

    @Test
    void readsWondeSessionMarks() {
        ReadFile read = ReadFile.example("wonde-session-marks.csv", FileKind.MARKS, "999001");

        assertThat(read.summary().layout()).isEqualTo("Wonde session marks");
        assertThat(read.marks().get(0).pupilRef()).isEqualTo("A0000000001");
        assertThat(read.marks().get(0).comment()).isEqualTo("bus");
        assertThat(read.marks().get(1).code()).contains(AttendanceCode.PRESENT_PM);
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void readsWondeStudentsByTheIdThatTheirMarksCarryAndTakesNoUpiForAUpn() {
        ReadFile read = ReadFile.example("wonde-students.csv", FileKind.PUPILS, "999001");

        assertThat(read.summary().layout()).isEqualTo("Wonde students");
        Row.Pupil amira = read.pupils().get(0);
        assertThat(amira.pupilRef()).isEqualTo("A0000000001");
        assertThat(amira.upn()).contains("N999123426001");
        assertThat(amira.legalSurname()).isEqualTo("Khan-Begum");
        assertThat(amira.preferredForename()).isEqualTo("Ami");
        assertThat(amira.dateOfBirth()).contains(LocalDate.of(2014, 3, 2));
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void readsWondeContactsAndKeepsTheHouseNumberWithTheStreet() {
        ReadFile read = ReadFile.example("wonde-contacts.csv", FileKind.CONTACTS, "999001");

        assertThat(read.summary().layout()).isEqualTo("Wonde contacts");
        Row.Contact nadia = read.contacts().get(0);
        assertThat(nadia.contactRef()).isEqualTo("A0000000009");
        assertThat(nadia.pupilRef()).isEqualTo("A0000000001");
        assertThat(nadia.relationship()).isEqualTo("Mother");
        assertThat(nadia.address1()).isEqualTo("12 High Street");
        assertThat(nadia.email()).isEqualTo("n@example.com");
        assertThat(nadia.correspondence()).isTrue();
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void readsAssemblyMarks() {
        ReadFile read = ReadFile.example("assembly-marks.csv", FileKind.MARKS, "999001");

        assertThat(read.summary().layout()).isEqualTo("Assembly marks");
        assertThat(read.marks().get(0).code()).contains(AttendanceCode.I);
        assertThat(read.marks().get(0).comment()).isEqualTo("flu");
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void readsAssemblyStudentsAndTakesNoFormerUpnForTheUpn() { // 25
        ReadFile read = ReadFile.example("assembly-students.csv", FileKind.PUPILS, "999001");

        assertThat(read.summary().layout()).isEqualTo("Assembly students");
        Row.Pupil amira = read.pupils().get(0);
        assertThat(amira.pupilRef()).isEqualTo("301");
        assertThat(amira.upn()).contains("N999123426001");
        assertThat(amira.freeMeals()).isTrue();
        assertThat(amira.sen()).isEqualTo("K");
        assertThat(amira.legalForename()).isEqualTo("Amira");
    }
}
