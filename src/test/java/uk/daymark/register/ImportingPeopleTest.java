package uk.daymark.register;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.register.RegisterForTests.CALENDAR;
import static uk.daymark.register.RegisterForTests.CONTACTS_HEADER;
import static uk.daymark.register.RegisterForTests.OFFICE;
import static uk.daymark.register.RegisterForTests.PUPILS_HEADER;
import static uk.daymark.register.RegisterForTests.SCHOOLS;
import static uk.daymark.register.RegisterForTests.pupil;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.daymark.people.Enrolment;
import uk.daymark.people.PupilId;
import uk.daymark.people.Urn;
import uk.daymark.register.ImportResult.Outcome;
import uk.daymark.register.reading.FileKind;
import uk.daymark.register.reading.Reject;

class ImportingPeopleTest {

    private static final String UPN = "N999123426001";
    private static final String OTHER_UPN = "C999123426002";

    private RegisterForTests register;

    @BeforeEach
    void twoSchools() {
        register = RegisterForTests.empty();
        register.apply(FileKind.SCHOOLS, SCHOOLS);
        register.apply(FileKind.CALENDAR, CALENDAR);
    }

    @Test
    void takesASchoolOnceAndKnowsItAgain() {
        assertThat(register.apply(FileKind.SCHOOLS, SCHOOLS).answer().rows())
                .isEqualTo(new ImportAnswer.Rows(2, 0, 0, 2, 0));
        assertThat(register.schools.find(new Urn("999001")).orElseThrow().name())
                .isEqualTo("Ash Primary");
    }

    @Test
    void rejectsASchoolUnderAPolicyNobodyKnows() {
        ImportResult result = register.apply(
                FileKind.SCHOOLS,
                SCHOOLS.replace(
                        "999002,Birch High,Secondary,national,national",
                        "999002,Birch High,Secondary,national,atlantis"));

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.answer().rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.column()).isEqualTo("policy");
            assertThat(reject.value()).isEqualTo("atlantis");
        });
    }

    @Test
    void drawsTheTimetableAnewWhenTheCalendarChanges() {
        LocalDate inset = LocalDate.of(2025, 11, 28);
        assertThat(register.schools.timetable(new Urn("999001")).isSchoolDay(inset))
                .isFalse();
        LocalDate alsoClosed = LocalDate.of(2025, 12, 1);
        assertThat(register.schools.timetable(new Urn("999001")).isSchoolDay(alsoClosed))
                .isTrue();

        ImportResult result = register.apply(
                FileKind.CALENDAR,
                "school_urn,kind,from,to,session,reason\n999001,CLOSURE,2025-11-28,2025-12-01,,INSET\n");

        assertThat(result.answer().rows().changed()).isOne();
        assertThat(register.schools.timetable(new Urn("999001")).isSchoolDay(alsoClosed))
                .isFalse();
    }

    @Test
    void warnsOfATermThatOverlapsAnother() {
        ImportAnswer answer = register.preview(
                FileKind.CALENDAR, "school_urn,kind,from,to,session,reason\n999001,TERM,2025-10-20,2025-10-30,,\n");

        assertThat(answer.warnings())
                .singleElement()
                .satisfies(warning ->
                        assertThat(warning.message()).contains("already has a term from 2025-09-03 to 2025-10-24"));
    }

    @Test
    void knowsAPupilBySchoolAndReferenceAlone() {
        register.apply(FileKind.PUPILS, PUPILS_HEADER + pupil("1", "Khan", "Amira"));
        ImportResult again = register.apply(FileKind.PUPILS, PUPILS_HEADER + pupil("1", "Khan", "Amirah"));

        assertThat(again.answer().rows()).isEqualTo(new ImportAnswer.Rows(1, 0, 1, 0, 0));
        assertThat(register.rowsIn("pupil")).isOne();
        assertThat(register.pupils
                        .find(new Urn("999001"), "1")
                        .orElseThrow()
                        .pupil()
                        .details()
                        .legalForename())
                .isEqualTo("Amirah");
    }

    /** nfr 5.A 34. */
    @Test
    void takesTwinsOfOneNameAndBirthDateForTwoPupils() {
        register.apply(FileKind.PUPILS, PUPILS_HEADER + pupil("1", "Khan", "A") + pupil("2", "Khan", "A"));

        assertThat(register.rowsIn("pupil")).isEqualTo(2);
    }

    @Test
    void takesANewReferenceWithTheSameUpnAndBirthDateForAMove() {
        register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999001", "1", UPN, "Khan", "Amira", "2014-03-02", "2025-09-03", "2025-10-10"));
        ImportResult moved = register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999002", "77", UPN, "Khan", "Amira", "2014-03-02", "2025-10-13", ""));

        assertThat(moved.answer().effects()).containsExactly("puts 1 known pupil on another roll");
        PupilId pupil = register.pupils
                .find(new Urn("999002"), "77")
                .orElseThrow()
                .pupil()
                .id();
        assertThat(register.pupils.enrolments(pupil))
                .extracting(Enrolment::school)
                .containsExactly(new Urn("999001"), new Urn("999002"));
    }

    @Test
    void letsASchoolThatThePupilLeftSpeakOfItsOwnRollOnly() {
        String old =
                PUPILS_HEADER + pupil("999001", "1", UPN, "Khan", "Amira", "2014-03-02", "2025-09-03", "2025-10-10");
        register.apply(FileKind.PUPILS, old);
        register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999002", "77", UPN, "Khan-Lee", "Amira", "2014-03-02", "2025-10-13", ""));
        ImportResult again = register.apply(FileKind.PUPILS, old);

        assertThat(again.answer().rows().unchanged()).isOne();
        assertThat(register.pupils
                        .find(new Urn("999001"), "1")
                        .orElseThrow()
                        .pupil()
                        .details()
                        .legalSurname())
                .isEqualTo("Khan-Lee");
    }

    @Test
    void rejectsAKnownUpnWithAnotherBirthDate() {
        register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999001", "1", UPN, "Khan", "Amira", "2014-03-02", "2025-09-03", ""));
        ImportResult result = register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999002", "77", UPN, "Khan", "Amira", "2014-03-03", "2025-10-13", ""));

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.answer().rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.message()).contains("date of birth is another or missing"));
    }

    @Test
    void rejectsAnotherChildUnderAReferenceThatStandsForOne() {
        register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999001", "1", UPN, "Khan", "Amira", "2014-03-02", "2025-09-03", "2025-10-10"));
        ImportResult result = register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999001", "1", OTHER_UPN, "Okoro", "Ben", "2013-11-30", "2025-11-03", ""));

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.answer().rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.column()).isEqualTo("date_of_birth");
            assertThat(reject.message()).contains("A new pupil needs a reference that no other pupil ever had");
        });
        assertThat(register.pupils
                        .find(new Urn("999001"), "1")
                        .orElseThrow()
                        .pupil()
                        .details()
                        .legalSurname())
                .isEqualTo("Khan");
    }

    @Test
    void rejectsAnotherBirthDateWhereNoUpnSaysThatItIsTheSameChild() {
        register.apply(FileKind.PUPILS, PUPILS_HEADER + pupil("1", "Khan", "Amira"));
        ImportResult result = register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999001", "1", "", "Khan", "Amira", "2014-02-03", "2025-09-03", ""));

        assertThat(result.answer().rows().rejected()).isOne();
    }

    @Test
    void correctsABirthDateUnderTheSameUpnAndAUpnUnderTheSameBirthDate() {
        register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999001", "1", UPN, "Khan", "Amira", "2014-03-02", "2025-09-03", ""));
        ImportResult birth = register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999001", "1", UPN, "Khan", "Amira", "2014-02-03", "2025-09-03", ""));
        ImportResult upn = register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999001", "1", OTHER_UPN, "Khan", "Amira", "2014-02-03", "2025-09-03", ""));

        assertThat(birth.answer().rows().changed()).isOne();
        assertThat(upn.answer().rows().changed()).isOne();
    }

    @Test
    void rejectsASecondReferenceForAPupilWhoIsOnTheSchoolsRoll() {
        register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999001", "4512", UPN, "Khan", "Amira", "2014-03-02", "2025-09-03", ""));
        ImportResult result = register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999001", "000077", UPN, "Khan", "Amira", "2014-03-02", "2025-09-03", ""));

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.answer().rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.column()).isEqualTo("pupil_ref");
            assertThat(reject.message()).startsWith("This pupil is already on the roll of school 999001 as 4512.");
        });
        assertThat(register.rowsIn("enrolment")).isOne();
    }

    @Test
    void rejectsOnePupilUnderTwoReferencesOfOneFile() {
        ImportResult result = register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER
                        + pupil("999001", "1", UPN, "Khan", "Amira", "2014-03-02", "2025-09-03", "")
                        + pupil("999001", "2", UPN, "Khan", "Amira", "2014-03-02", "2025-09-03", ""));

        assertThat(result.answer().rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.line()).isEqualTo(3));
    }

    @Test
    void takesAPupilBackUnderANewReferenceOnceTheOldOneHasEndedInWhicheverOrderTheFileSaysSo() {
        register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER
                        + pupil("999001", "1", UPN, "Khan", "Amira", "2014-03-02", "2025-09-03", "")
                        + elevenOthers());
        ImportResult result = register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER
                        + pupil("999001", "77", UPN, "Khan", "Amira", "2014-03-02", "2025-11-03", "")
                        + pupil("999001", "1", UPN, "Khan", "Amira", "2014-03-02", "2025-09-03", "2025-10-10"));

        assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
        PupilId pupil = register.pupils
                .find(new Urn("999001"), "77")
                .orElseThrow()
                .pupil()
                .id();
        assertThat(register.pupils.enrolments(pupil))
                .extracting(Enrolment::pupilRef)
                .containsExactly("1", "77");
    }

    @Test
    void rejectsAUpnThatBelongsToAnotherKnownPupil() {
        register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER
                        + pupil("999001", "1", UPN, "Khan", "Amira", "2014-03-02", "2025-09-03", "")
                        + pupil("999001", "2", OTHER_UPN, "Okoro", "Ben", "2014-03-02", "2025-09-03", ""));
        ImportResult result = register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999001", "2", UPN, "Okoro", "Ben", "2014-03-02", "2025-09-03", ""));

        assertThat(result.answer().rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.message()).startsWith("This UPN belongs to another pupil"));
    }

    @Test
    void neverForgetsAUpnThatAFileLeavesOut() {
        register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999001", "1", UPN, "Khan", "Amira", "2014-03-02", "2025-09-03", ""));
        register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999001", "1", "", "Khan", "Amira", "2014-03-02", "2025-09-03", ""));

        assertThat(register.pupils
                        .find(new Urn("999001"), "1")
                        .orElseThrow()
                        .pupil()
                        .details()
                        .upn())
                .contains(UPN);
    }

    @Test
    void keepsWhatAnotherSystemsExportHasNoColumnFor() {
        register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + "999001,1,,Khan,Amira,,,2014-03-02,F,7,7A,2025-09-03,,N,Urdu,K,Y,Y,N,Y\n");
        register.run(register.order(
                FileKind.PUPILS,
                true,
                "Last Name (legal),First Name (legal),Admission Number,UPN,Gender,Year Group,Tutor Group\n"
                        + "Khan,Amira,1,,Female,Year 7,7B\n",
                OFFICE,
                false));

        var known = register.pupils.find(new Urn("999001"), "1").orElseThrow();
        assertThat(known.enrolment().details().form()).isEqualTo("7B");
        assertThat(known.pupil().details().childProtection()).isTrue();
        assertThat(known.pupil().details().language()).isEqualTo("Urdu");
        assertThat(known.enrolment().details().onRollFrom()).contains(LocalDate.of(2025, 9, 3));
    }

    @Test
    void rejectsAPupilOnTwoLinesThatDisagreeAndNamesTheFirst() {
        ImportResult result = register.apply(
                FileKind.PUPILS, PUPILS_HEADER + pupil("1", "Khan", "Amira") + pupil("1", "Khan", "Ana"));

        assertThat(result.answer().rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.line()).isEqualTo(3);
            assertThat(reject.message()).startsWith("Line 2 says something else of this pupil");
        });
    }

    @Test
    void rejectsAPupilWhoWouldLeaveBeforeComing() {
        ImportResult result = register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999001", "1", "", "Khan", "A", "2014-03-02", "2025-09-03", "2025-09-01"));

        assertThat(result.answer().rows().rejected()).isOne();
    }

    @Test
    void keepsEachContactOfAPupilWithWhatTheyAreToThePupil() {
        register.apply(FileKind.PUPILS, PUPILS_HEADER + pupil("1", "Khan", "Amira") + pupil("2", "Khan", "Bilal"));
        String file = CONTACTS_HEADER
                + contact("1", "c1", "2", "Nadia", "Mother", "07700 900123")
                + contact("1", "c2", "1", "Omar", "Father", "07700 900124")
                + contact("2", "c1", "1", "Nadia", "Mother", "07700 900123");
        assertThat(register.apply(FileKind.CONTACTS, file).answer().rows())
                .isEqualTo(new ImportAnswer.Rows(3, 3, 0, 0, 0));
        assertThat(register.apply(FileKind.CONTACTS, file).answer().rows())
                .isEqualTo(new ImportAnswer.Rows(3, 0, 0, 3, 0));

        PupilId pupil = register.pupils
                .find(new Urn("999001"), "1")
                .orElseThrow()
                .pupil()
                .id();
        assertThat(register.contacts.of(pupil))
                .extracting(contact -> contact.contact().details().forename())
                .containsExactly("Omar", "Nadia");
        assertThat(register.contacts.of(pupil).get(0).link().priority()).isEqualTo(Optional.of(1));
        assertThat(register.rowsIn("contact")).isEqualTo(2);
    }

    @Test
    void rejectsOneContactWithTwoNumbers() {
        register.apply(FileKind.PUPILS, PUPILS_HEADER + pupil("1", "Khan", "Amira") + pupil("2", "Khan", "Bilal"));
        ImportResult result = register.apply(
                FileKind.CONTACTS,
                CONTACTS_HEADER
                        + contact("1", "c1", "1", "Nadia", "Mother", "07700 900123")
                        + contact("2", "c1", "1", "Nadia", "Mother", "07700 900999"));

        assertThat(result.answer().rejects())
                .extracting(Reject::message)
                .singleElement()
                .satisfies(message ->
                        assertThat(message).startsWith("Line 2 gives this contact another name, number or address"));
    }

    @Test
    void rejectsAContactOfAPupilNobodyKnows() {
        ImportResult result =
                register.apply(FileKind.CONTACTS, CONTACTS_HEADER + contact("9", "c1", "1", "Nadia", "Mother", ""));

        assertThat(result.answer().rows().rejected()).isOne();
    }

    /** So that one pupil's leaving is no tenth of the roll. */
    private static String elevenOthers() {
        return IntStream.rangeClosed(101, 111)
                .mapToObj(ref -> pupil("" + ref, "Other", "P" + ref))
                .collect(Collectors.joining());
    }

    private static String contact(String pupil, String ref, String priority, String name, String what, String mobile) {
        return String.join(
                        ",",
                        "999001",
                        pupil,
                        ref,
                        priority,
                        "",
                        name,
                        "Khan",
                        what,
                        "Y",
                        "Y",
                        "N",
                        "N",
                        mobile,
                        "",
                        "",
                        "",
                        "",
                        "English",
                        "1 High St",
                        "",
                        "Ely",
                        "CB7 4AA",
                        "Y")
                + "\n";
    }
}
