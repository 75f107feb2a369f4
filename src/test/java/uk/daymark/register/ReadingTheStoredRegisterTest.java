package uk.daymark.register;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.register.RegisterForTests.OFFICE;
import static uk.daymark.register.RegisterForTests.PUPILS_HEADER;
import static uk.daymark.register.RegisterForTests.mark;
import static uk.daymark.register.RegisterForTests.pupil;
import static uk.daymark.register.RegisterForTests.session;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Timetable;
import uk.daymark.people.PupilId;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.register.StoredRegister.PupilRegister;
import uk.daymark.register.reading.FileKind;

class ReadingTheStoredRegisterTest {

    private static final String UPN = "N999123426001";

    private RegisterForTests register;

    @BeforeEach
    void aPupilWhoMovedInOctober() {
        register = RegisterForTests.empty();
        register.apply(
                FileKind.SCHOOLS,
                RegisterForTests.SCHOOLS.replace(
                        "Birch High,Secondary,national,national",
                        "Birch High,Secondary,cambridgeshire,cambridgeshire"));
        register.apply(FileKind.CALENDAR, RegisterForTests.CALENDAR);
        register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER
                        + pupil("999001", "1", UPN, "Khan", "Amira", "2014-03-02", "2025-09-03", "2025-10-10")
                        + pupil("999002", "1", UPN, "Khan", "Amira", "2014-03-02", "2025-10-13", "")
                        + pupil("999001", "2", "", "Okoro", "Ben", "2014-03-02", "2025-09-03", ""));
        register.applyMarks(mark("1", "2025-10-10", "AM", "O") + "999002,1,2025-10-13,AM,/,,,,,,\n");
    }

    @Test
    void joinsTheMarksOfAllSchoolsAndJudgesEachPartByItsOwnCalendar() {
        PupilRegister stored = stored("2025-11-21");

        assertThat(stored.marks().at(session("2025-10-10", "AM"))).contains(AttendanceCode.O);
        assertThat(stored.marks().at(session("2025-10-13", "AM"))).contains(AttendanceCode.PRESENT_AM);
        assertThat(stored.marked()).contains(new DateRange(LocalDate.of(2025, 10, 10), LocalDate.of(2025, 10, 13)));
        Timetable timetable = Timetable.of(stored.parts());
        assertThat(timetable.isSchoolDay(LocalDate.of(2025, 10, 13))).isTrue();
        assertThat(timetable.isSchoolDay(LocalDate.of(2025, 11, 10)))
                .as("the second school plans nothing after half term")
                .isFalse();
    }

    @Test
    void namesThePolicyOfTheSchoolThatHasThePupilThatDay() {
        assertThat(stored("2025-09-20").policyName()).isEqualTo("national");
        assertThat(stored("2025-10-11").policyName()).as("between the two").isEqualTo("national");
        assertThat(stored("2025-11-21").policyName()).isEqualTo("cambridgeshire");
        assertThat(stored("2025-11-21").dateOfBirth()).contains(LocalDate.of(2014, 3, 2));
    }

    @Test
    void findsAReferenceInEverySchoolOfTheScopeAndNoOther() {
        assertThat(register.register.lookUp("1", Scope.everywhere()))
                .extracting(match -> match.school().urn().value())
                .containsExactly("999001", "999002");
        assertThat(register.register.lookUp("1", OFFICE.scope())).hasSize(1);
        assertThat(register.register.lookUp("1", Scope.authority("cambridgeshire")))
                .extracting(match -> match.school().urn().value())
                .containsExactly("999002");
        assertThat(register.register.lookUp("1", Scope.nowhere())).isEmpty();
        assertThat(register.register.lookUp(new Urn("999002"), "2", Scope.everywhere()))
                .isEmpty();
    }

    @Test
    void takesTheOtherSchoolsMarkWhereOneSaysExpectedElsewhere() {
        register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999001", "1", UPN, "Khan", "Amira", "2014-03-02", "2025-09-03", ""));
        register.applyMarks(mark("1", "2025-10-14", "AM", "O") + "999002,1,2025-10-14,AM,D,,,,,,\n");

        assertThat(stored("2025-11-21").marks().at(session("2025-10-14", "AM"))).contains(AttendanceCode.O);
    }

    @Test
    void answersForAPupilWithoutAMark() {
        PupilId ben = register.pupils
                .find(new Urn("999001"), "2")
                .orElseThrow()
                .pupil()
                .id();

        assertThat(register.register
                        .of(ben, LocalDate.of(2025, 11, 21))
                        .orElseThrow()
                        .marked())
                .isEmpty();
        assertThat(register.register.of(new PupilId(-1), LocalDate.of(2025, 11, 21)))
                .isEmpty();
    }

    private PupilRegister stored(String asOf) {
        PupilId amira = register.pupils
                .find(new Urn("999001"), "1")
                .orElseThrow()
                .pupil()
                .id();
        return register.register.of(amira, LocalDate.parse(asOf)).orElseThrow();
    }
}
