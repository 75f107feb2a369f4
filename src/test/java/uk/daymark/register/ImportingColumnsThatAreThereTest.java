package uk.daymark.register;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.register.RegisterForTests.CALENDAR;
import static uk.daymark.register.RegisterForTests.SCHOOLS;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.daymark.people.CalendarEntry;
import uk.daymark.people.Contacts.OfPupil;
import uk.daymark.people.Pupils.OnRoll;
import uk.daymark.people.School;
import uk.daymark.people.Urn;
import uk.daymark.register.ImportResult.Outcome;
import uk.daymark.register.reading.FileKind;
import uk.daymark.register.reading.Reject;

/** A file says what it has columns for, and nothing of the rest. */
class ImportingColumnsThatAreThereTest {

    private static final Urn ASH = new Urn("999001");

    private static final String UPN = "N999123426001";

    /** Every field of a pupil given, every flag up. */
    private static final String FULL_PUPIL = "school_urn,pupil_ref,upn,legal_surname,legal_forename,preferred_surname,"
            + "preferred_forename,date_of_birth,sex,year_group,form,on_roll_from,leaving_date,part_time,language,sen,"
            + "looked_after,child_protection,child_in_need,free_meals\n"
            + "999001,1," + UPN
            + ",Khan,Amira,Khan-Roe,Mira,2014-03-02,F,7,7A,2025-09-03,2026-07-17,Y,Urdu,K,Y,Y,Y,Y\n";

    /** Every field of a contact given, every flag up. */
    private static final String FULL_CONTACT = "school_urn,pupil_ref,contact_ref,priority,title,forename,surname,"
            + "relationship,parental_responsibility,lives_with,court_order,do_not_contact,address_withheld,mobile,"
            + "home_phone,work_phone,email,preferred_channel,language,address_1,address_2,town,postcode,correspondence\n"
            + "999001,1,c1,2,Ms,Nadia,Khan,Mother,Y,Y,Y,Y,Y,07700 900123,01223 496000,01223 496001,n@example.com,text,"
            + "Urdu,1 High St,Flat 2,Ely,CB7 4AA,Y\n";

    private RegisterForTests register;

    @BeforeEach
    void aPupilAndAContactOfWhomEverythingIsKnown() {
        register = RegisterForTests.empty();
        register.apply(FileKind.SCHOOLS, SCHOOLS);
        register.apply(FileKind.CALENDAR, CALENDAR);
        applied(FileKind.PUPILS, FULL_PUPIL);
        applied(FileKind.CONTACTS, FULL_CONTACT);
    }

    @Test
    void aPupilsFileOfTheRequiredColumnsAloneChangesNothing() {
        OnRoll before = pupil("1");
        assertThat(applied(FileKind.PUPILS, "school_urn,pupil_ref,legal_surname\n999001,1,Khan\n")
                        .rows())
                .isEqualTo(new ImportAnswer.Rows(1, 0, 0, 1, 0));
        assertThat(pupil("1")).isEqualTo(before);
    }

    @Test
    void aContactsFileOfTheRequiredColumnsAloneChangesNothing() {
        OfPupil before = contact("1");
        assertThat(applied(FileKind.CONTACTS, "school_urn,pupil_ref,contact_ref,surname\n999001,1,c1,Khan\n")
                        .rows())
                .isEqualTo(new ImportAnswer.Rows(1, 0, 0, 1, 0));
        assertThat(contact("1")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "looked_after",
                "child_protection",
                "child_in_need",
                "free_meals",
                "part_time",
                "sen",
                "language",
                "leaving_date",
                "form",
                "preferred_forename"
            })
    void aPupilsFieldStaysWithoutItsColumnAndGoesWithAnEmptyCell(String column) {
        OnRoll before = pupil("1");
        applied(FileKind.PUPILS, without(FULL_PUPIL, column));
        assertThat(pupil("1")).as("no column").isEqualTo(before);

        assertThat(applied(FileKind.PUPILS, emptied(FULL_PUPIL, column)).rows().changed())
                .isOne();
        assertThat(pupil("1")).as("an empty cell").isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do_not_contact",
                "court_order",
                "address_withheld",
                "parental_responsibility",
                "lives_with",
                "correspondence",
                "priority",
                "language",
                "mobile",
                "address_1"
            })
    void aContactsFieldStaysWithoutItsColumnAndGoesWithAnEmptyCell(String column) {
        OfPupil before = contact("1");
        applied(FileKind.CONTACTS, without(FULL_CONTACT, column));
        assertThat(contact("1")).as("no column").isEqualTo(before);

        assertThat(applied(FileKind.CONTACTS, emptied(FULL_CONTACT, column))
                        .rows()
                        .changed())
                .isOne();
        assertThat(contact("1")).as("an empty cell").isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upn", "date_of_birth", "on_roll_from"})
    void whatTellsAPupilApartIsNeverForgotten(String column) {
        OnRoll before = pupil("1");
        applied(FileKind.PUPILS, emptied(FULL_PUPIL, column));
        assertThat(pupil("1")).isEqualTo(before);
    }

    @Test
    void anotherSystemsExportLiftsAFlagByItsColumnOnly() {
        applied(FileKind.CONTACTS, "URN,Student ID,Contact ID,Last Name,Lives with Pupil (T/F)\n999001,1,c1,Khan,F\n");

        assertThat(contact("1").link().livesWith()).isFalse();
        assertThat(contact("1").link().doNotContact()).isTrue();
        assertThat(contact("1").link().courtOrder()).isTrue();
        assertThat(contact("1").contact().details().addressWithheld()).isTrue();
        assertThat(contact("1").contact().details().mobile()).isEqualTo("07700 900123");
    }

    @Test
    void aNewContactIsNobodysParentAndGetsNoLettersUntilAFileSaysSo() {
        applied(FileKind.CONTACTS, "school_urn,pupil_ref,contact_ref,surname\n999001,1,c2,Roe\n");

        OfPupil roe = register.contacts.of(pupil("1").pupil().id()).get(1);
        assertThat(roe.contact().details().surname()).isEqualTo("Roe");
        assertThat(List.of(
                        roe.link().parentalResponsibility(),
                        roe.link().livesWith(),
                        roe.link().correspondence(),
                        roe.link().courtOrder(),
                        roe.link().doNotContact(),
                        roe.contact().details().addressWithheld()))
                .containsOnly(false);
    }

    @Test
    void aKnownContactOfAnotherChildKeepsTheProtectionsThatTheFileDoesNotSpeakOf() {
        applied(FileKind.PUPILS, "school_urn,pupil_ref,legal_surname\n999001,2,Khan\n");
        ImportAnswer answer =
                applied(FileKind.CONTACTS, "school_urn,pupil_ref,contact_ref,surname\n999001,2,c1,Khan\n");

        assertThat(contact("2").link().doNotContact()).isTrue();
        assertThat(contact("2").link().courtOrder()).isTrue();
        assertThat(contact("2").link().correspondence()).isFalse();
        assertThat(answer.warnings())
                .extracting(Reject::message)
                .anyMatch(message -> message.startsWith("This person must not be contacted"));
    }

    @Test
    void aKnownContactOfAnotherChildIsAsTheFileSaysWhereItSpeaks() {
        applied(FileKind.PUPILS, "school_urn,pupil_ref,legal_surname\n999001,2,Khan\n");
        applied(
                FileKind.CONTACTS,
                "school_urn,pupil_ref,contact_ref,surname,court_order,do_not_contact\n999001,2,c1,Khan,N,N\n");

        assertThat(contact("2").link().doNotContact()).isFalse();
        assertThat(contact("2").link().courtOrder()).isFalse();
    }

    @Test
    void aPupilWhoMovesKeepsWhatTheNewSchoolsFileHasNoColumnFor() {
        applied(
                FileKind.PUPILS,
                "school_urn,pupil_ref,upn,legal_surname,date_of_birth,on_roll_from,sen\n999002,m1," + UPN
                        + ",Khan,2014-03-02,2026-01-05,\n");

        var moved = register.pupils.find(new Urn("999002"), "m1").orElseThrow().pupil();
        assertThat(moved.id()).isEqualTo(pupil("1").pupil().id());
        assertThat(moved.details().childProtection()).isTrue();
        assertThat(moved.details().lookedAfter()).isTrue();
        assertThat(moved.details().language()).isEqualTo("Urdu");
        assertThat(moved.details().sen()).as("an empty cell says none").isEmpty();
    }

    @Test
    void aNewFirstDayAfterTheStoredLastDayIsRejected() {
        ImportResult result = register.apply(
                FileKind.PUPILS, "school_urn,pupil_ref,legal_surname,on_roll_from\n999001,1,Khan,2026-09-01\n");

        assertThat(result.answer().rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.column()).isEqualTo("leaving_date"));
    }

    @Test
    void aSchoolsFileOfTheRequiredColumnsAloneRenamesTheSchoolAndKeepsTheRest() {
        School before = register.schools.find(ASH).orElseThrow();
        applied(FileKind.SCHOOLS, "school_urn,name\n999001,Ash Academy\n");

        assertThat(register.schools.find(ASH).orElseThrow())
                .isEqualTo(new School(
                        ASH,
                        "Ash Academy",
                        before.phase(),
                        before.authority(),
                        before.policy(),
                        before.registerOpens(),
                        before.registerClosesAm(),
                        before.registerClosesPm()));
        assertThat(before.registerOpens()).isPresent();
    }

    @Test
    void anEmptyCellTakesASchoolsTimesAwayButNeverItsPolicy() {
        applied(FileKind.SCHOOLS, "school_urn,name,register_opens\n999001,Ash Primary,\n");
        assertThat(register.schools.find(ASH).orElseThrow().registerOpens()).isEmpty();

        ImportResult refused = register.apply(FileKind.SCHOOLS, "school_urn,name,policy\n999001,Ash Primary,\n");
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.answer().rejects())
                .extracting(Reject::message)
                .singleElement()
                .satisfies(message -> assertThat(message).startsWith("Every school needs this."));
    }

    @Test
    void aNewSchoolWithoutAPolicyIsRejected() {
        assertThat(register.apply(FileKind.SCHOOLS, "school_urn,name\n999009,Elm\n")
                        .outcome())
                .isEqualTo(Outcome.REFUSED);
    }

    @Test
    void aCalendarEntryKeepsItsReasonWithoutTheColumn() {
        assertThat(applied(FileKind.CALENDAR, "school_urn,kind,from,to\n999001,CLOSURE,2025-11-28,2025-11-28\n")
                        .rows())
                .isEqualTo(new ImportAnswer.Rows(1, 0, 0, 1, 0));
        assertThat(register.schools.calendarEntries(ASH))
                .contains(new CalendarEntry(
                        ASH,
                        CalendarEntry.Kind.CLOSURE,
                        LocalDate.of(2025, 11, 28),
                        LocalDate.of(2025, 11, 28),
                        Optional.empty(),
                        "INSET"));
    }

    private ImportAnswer applied(FileKind kind, String csv) {
        ImportResult result = register.apply(kind, csv);
        assertThat(result.outcome()).as(result.answer().rejects().toString()).isEqualTo(Outcome.APPLIED);
        return result.answer();
    }

    private OnRoll pupil(String ref) {
        return register.pupils.find(ASH, ref).orElseThrow();
    }

    private OfPupil contact(String ref) {
        return register.contacts.of(pupil(ref).pupil().id()).get(0);
    }

    private static String without(String csv, String column) {
        return edited(csv, column, true);
    }

    private static String emptied(String csv, String column) {
        return edited(csv, column, false);
    }

    private static String edited(String csv, String column, boolean dropped) {
        String[] lines = csv.split("\n");
        List<String> names = List.of(lines[0].split(","));
        int at = names.indexOf(column);
        assertThat(at).as(column).isNotNegative();
        StringBuilder edited = new StringBuilder();
        for (int line = 0; line < lines.length; line++) {
            var cells = new java.util.ArrayList<>(List.of(lines[line].split(",", -1)));
            if (dropped) {
                cells.remove(at);
            } else if (line > 0) {
                cells.set(at, "");
            }
            edited.append(String.join(",", cells)).append('\n');
        }
        return edited.toString();
    }
}
