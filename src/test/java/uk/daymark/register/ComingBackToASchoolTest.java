package uk.daymark.register;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.register.RegisterForTests.PUPILS_HEADER;
import static uk.daymark.register.RegisterForTests.mark;
import static uk.daymark.register.RegisterForTests.pupil;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.daymark.measure.Timetable;
import uk.daymark.people.Enrolment;
import uk.daymark.people.Stay;
import uk.daymark.people.Urn;
import uk.daymark.register.ImportResult.Outcome;
import uk.daymark.register.StoredRegister.PupilRegister;
import uk.daymark.register.reading.FileKind;
import uk.daymark.register.reading.Reject;

class ComingBackToASchoolTest {

    private static final String UPN = "N999123426001";
    private static final LocalDate LEFT = LocalDate.of(2025, 10, 10);

    private RegisterForTests register;

    @BeforeEach
    void aPupilWhoLeftInOctober() {
        register = RegisterForTests.empty();
        register.apply(FileKind.SCHOOLS, RegisterForTests.SCHOOLS);
        register.apply(FileKind.CALENDAR, RegisterForTests.CALENDAR);
        register.apply(FileKind.PUPILS, PUPILS_HEADER + amira("2025-09-03", ""));
        register.applyMarks(mark("1", "2025-09-03", "AM", "/") + mark("1", "2025-10-10", "PM", "O"));
    }

    @Test
    void keepsTheFirstStayWithItsMarksWhenThePupilComesBackUnderTheSameReference() {
        leaves();
        ImportResult result = register.apply(FileKind.PUPILS, PUPILS_HEADER + amira("2025-11-10", ""));

        assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(enrolment().stays())
                .containsExactly(
                        new Stay(Optional.of(LocalDate.of(2025, 9, 3)), Optional.of(LEFT)),
                        new Stay(Optional.of(LocalDate.of(2025, 11, 10)), Optional.empty()));
        Timetable timetable = Timetable.of(stored("2025-11-21").parts());
        assertThat(timetable.isSchoolDay(LEFT)).isTrue();
        assertThat(timetable.isSchoolDay(LocalDate.of(2025, 10, 13))).isFalse();
        assertThat(timetable.isSchoolDay(LocalDate.of(2025, 11, 10))).isTrue();
    }

    @Test
    void knowsThePupilAgainAfterComingBack() {
        leaves();
        String back = PUPILS_HEADER + amira("2025-11-10", "");
        register.apply(FileKind.PUPILS, back);

        assertThat(register.apply(FileKind.PUPILS, back).answer().rows())
                .isEqualTo(new ImportAnswer.Rows(1, 0, 0, 1, 0));
    }

    @Test
    void takesMarksOfBothStaysAndNoneOfTheTimeBetween() {
        leaves();
        register.apply(FileKind.PUPILS, PUPILS_HEADER + amira("2025-11-10", ""));
        ImportResult result = register.applyGoodRows(
                FileKind.MARKS,
                RegisterForTests.MARKS_HEADER
                        + mark("1", "2025-10-09", "AM", "/")
                        + mark("1", "2025-11-10", "AM", "/")
                        + mark("1", "2025-10-14", "AM", "O")
                        + mark("1", "2025-09-02", "AM", "O"));

        assertThat(result.answer().rows().added()).isEqualTo(2);
        assertThat(result.answer().rejects())
                .extracting(Reject::message)
                .satisfiesExactly(
                        between -> assertThat(between).startsWith("The pupil left on 2025-10-10, before this session"),
                        before -> assertThat(before).startsWith("The pupil came on roll on 2025-09-03, after this"));
    }

    @Test
    void rejectsAnOlderFileThatKnowsTheFirstStayOnly() {
        leaves();
        register.apply(FileKind.PUPILS, PUPILS_HEADER + amira("2025-11-10", ""));
        ImportResult older = register.apply(FileKind.PUPILS, PUPILS_HEADER + amira("2025-09-03", "2025-10-10"));

        assertThat(older.answer().rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.message())
                        .startsWith("The pupil left on 2025-10-10 and came back later; both are kept here"));
        assertThat(enrolment().onRoll(LocalDate.of(2025, 11, 21))).isTrue();
    }

    @Test
    void takesALeavingDateOfTheSecondStay() {
        leaves();
        register.apply(FileKind.PUPILS, PUPILS_HEADER + others() + amira("2025-11-10", ""));
        register.apply(FileKind.PUPILS, PUPILS_HEADER + amira("2025-11-10", "2025-11-14"));

        assertThat(enrolment().stays()).hasSize(2);
        assertThat(enrolment().lastDayBy(LocalDate.of(2025, 11, 21))).contains(LocalDate.of(2025, 11, 14));
        assertThat(enrolment().lastDayBy(LocalDate.of(2025, 11, 1))).contains(LEFT);
    }

    @Test
    void rejectsALaterFirstDayThatWouldTakeMarksOutOfTheCount() {
        ImportResult result = register.apply(FileKind.PUPILS, PUPILS_HEADER + amira("2025-11-10", ""));

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.answer().rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.column()).isEqualTo("on_roll_from");
            assertThat(reject.message()).startsWith("The pupil has marks from before this day, the last on 2025-10-10");
        });
    }

    @Test
    void takesALaterFirstDayOnceTheMarksBeforeItSayNotYetOnRoll() {
        register.applyMarks(mark("1", "2025-09-03", "AM", "Z"));

        assertThat(register.apply(FileKind.PUPILS, PUPILS_HEADER + amira("2025-09-08", ""))
                        .outcome())
                .isEqualTo(Outcome.APPLIED);
        assertThat(enrolment().earlier()).isEmpty();
    }

    @Test
    void namesTheSchoolThatHadThePupilOnEachDayBetweenLeavingAndComingBack() {
        leaves();
        register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999002", "77", UPN, "Khan", "Amira", "2014-03-02", "2025-10-13", "2025-11-07"));
        register.apply(FileKind.PUPILS, PUPILS_HEADER + amira("2025-11-10", ""));

        assertThat(List.of("2025-09-20", "2025-10-11", "2025-10-20", "2025-11-08", "2025-11-21"))
                .extracting(day -> stored(day).current().urn().value())
                .containsExactly("999001", "999001", "999002", "999002", "999001");
    }

    /** The one pupil of a small school: a person has to say that the file may take her off roll. */
    private void leaves() {
        ImportResult held = register.apply(FileKind.PUPILS, PUPILS_HEADER + amira("2025-09-03", "2025-10-10"));
        try {
            register.imports.release(held.answer().importId(), RegisterForTests.ADMIN, "she moved");
        } catch (uk.daymark.register.reading.UnreadableFileException e) {
            throw new AssertionError(e);
        }
    }

    private static String others() {
        StringBuilder others = new StringBuilder();
        for (int ref = 101; ref <= 111; ref++) {
            others.append(pupil("" + ref, "Other", "P" + ref));
        }
        return others.toString();
    }

    private static String amira(String from, String leaving) {
        return pupil("999001", "1", UPN, "Khan", "Amira", "2014-03-02", from, leaving);
    }

    private Enrolment enrolment() {
        return register.pupils.find(new Urn("999001"), "1").orElseThrow().enrolment();
    }

    private PupilRegister stored(String asOf) {
        return register.register.of(enrolment().pupil(), LocalDate.parse(asOf)).orElseThrow();
    }
}
