package uk.daymark.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.daymark.register.RegisterForTests.ADMIN;
import static uk.daymark.register.RegisterForTests.MARKS_HEADER;
import static uk.daymark.register.RegisterForTests.OFFICE;
import static uk.daymark.register.RegisterForTests.PUPILS_HEADER;
import static uk.daymark.register.RegisterForTests.mark;
import static uk.daymark.register.RegisterForTests.pupil;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.register.ImportResult.Outcome;
import uk.daymark.register.reading.FileKind;

/** nfr 5.A 38: the feed that marks everyone absent, and the feed that removes everyone. */
class HoldingAFeedTest {

    private RegisterForTests register;

    @BeforeEach
    void fortyPupils() {
        register = RegisterForTests.empty();
        register.apply(FileKind.SCHOOLS, RegisterForTests.SCHOOLS);
        register.apply(FileKind.CALENDAR, RegisterForTests.CALENDAR);
        register.apply(FileKind.PUPILS, PUPILS_HEADER + pupils(40, Set.of()));
    }

    @Test
    void holdsAFeedThatMarksNineInTenOfThirtyAbsent() {
        ImportResult result = register.applyMarks(marks("2025-11-20", 30, 27));

        assertThat(result.outcome()).isEqualTo(Outcome.HELD);
        assertThat(result.answer().held()).isTrue();
        assertThat(result.answer().heldBecause().orElseThrow()).startsWith("The file marks 27 of 30 pupils absent");
        assertThat(register.rowsIn("register_week")).isZero();
    }

    @Test
    void takesAFeedThatMarksOneFewerAbsent() {
        assertThat(register.applyMarks(marks("2025-11-20", 30, 26)).outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void takesAFeedOfFewerThanThirtyPupils() {
        assertThat(register.applyMarks(marks("2025-11-20", 29, 29)).outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void holdsAFeedOfSeveralDaysOfWhichTheLastFailed() {
        register.applyMarks(marks("2025-11-19", 40, 1));

        assertThat(register.applyMarks(marks("2025-11-19", 40, 1) + marks("2025-11-20", 40, 40))
                        .outcome())
                .isEqualTo(Outcome.HELD);
    }

    @Test
    void takesNewReasonsForAbsencesThatWereKnown() {
        String day = marks("2025-11-20", 40, 30);
        register.applyMarks(day);
        String reasons = IntStream.rangeClosed(1, 30)
                .mapToObj(ref -> mark("" + ref, "2025-11-20", "AM", "I"))
                .collect(Collectors.joining());

        assertThat(register.applyMarks(reasons).outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void takesAFileThatMakesUnauthorisedAbsencesOfEveryNOfThirty() {
        String missing = marks("2025-11-19", 40, 35).replace(",O,", ",N,");
        register.apply(
                FileKind.MARKS, MARKS_HEADER + missing.lines().limit(20).collect(Collectors.joining("\n", "", "\n")));
        register.apply(
                FileKind.MARKS, MARKS_HEADER + missing.lines().skip(20).collect(Collectors.joining("\n", "", "\n")));
        String settled = marks("2025-11-19", 30, 30);

        assertThat(register.applyMarks(settled).outcome())
                .as("nobody is newly absent")
                .isEqualTo(Outcome.APPLIED);
    }

    @Test
    void holdsTheSameFeedOnce() {
        ImportResult first = register.applyMarks(marks("2025-11-20", 40, 40));
        ImportResult second = register.applyMarks(marks("2025-11-20", 40, 40));

        assertThat(second.outcome()).isEqualTo(Outcome.HELD);
        assertThat(second.answer().importId()).isEqualTo(first.answer().importId());
        assertThat(register.history.held(ADMIN)).hasSize(1);
    }

    @Test
    void appliesAHeldFeedWhenAPersonReleasesItAndKeepsWhoAndWhy() throws Exception {
        ImportResult held = register.applyMarks(marks("2025-11-20", 40, 40));
        By head = new By("head", Scope.school(new Urn("999001")));
        ImportResult released = register.imports.release(held.answer().importId(), head, "the school was flooded");

        assertThat(released.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(released.answer().rows()).isEqualTo(new ImportAnswer.Rows(40, 40, 0, 0, 0));
        assertThat(register.code("1", "2025-11-20", "AM")).isEqualTo("O");
        assertThat(register.history.find(held.answer().importId(), ADMIN).orElseThrow())
                .satisfies(record -> {
                    assertThat(record.state()).isEqualTo(ImportRecord.State.RELEASED);
                    assertThat(record.settledBy()).contains("head");
                    assertThat(record.settledWhy()).contains("the school was flooded");
                });
        assertThat(register.applyMarks(marks("2025-11-20", 40, 40))
                        .answer()
                        .rows()
                        .unchanged())
                .as("sent once more after release")
                .isEqualTo(40);
    }

    @Test
    void throwsAHeldFeedAwayWhenAPersonSaysSo() {
        ImportResult held = register.applyMarks(marks("2025-11-20", 40, 40));
        register.imports.discard(held.answer().importId(), ADMIN, "failed export");

        assertThat(register.history.held(ADMIN)).isEmpty();
        assertThat(register.rowsIn("register_week")).isZero();
        assertThat(register.folder.held(held.answer().importId())).doesNotExist();
    }

    @Test
    void letsNobodyReleaseAFeedOfAnotherSchool() {
        ImportResult held = register.applyMarks(marks("2025-11-20", 40, 40));
        By otherHead = new By("head2", Scope.school(new Urn("999002")));

        assertThatThrownBy(() -> register.imports.release(held.answer().importId(), otherHead, "why not"))
                .isInstanceOf(NotInRegisterException.class);
        assertThat(register.history.held(otherHead)).isEmpty();
    }

    @Test
    void letsNobodyDecideAboutAFeedThatIsOfAnotherSchoolToo() {
        String id = heldFromBothSchools().answer().importId();
        By head = new By("head", Scope.school(new Urn("999001")));

        assertThatThrownBy(() -> register.imports.release(id, head, "the school was flooded"))
                .isInstanceOf(RegisterConflictException.class)
                .hasMessageContaining("other schools too");
        assertThatThrownBy(() -> register.imports.discard(id, head, "failed export"))
                .isInstanceOf(RegisterConflictException.class);
        assertThat(register.history.find(id, ADMIN).orElseThrow().state()).isEqualTo(ImportRecord.State.HELD);
        assertThat(register.folder.held(id)).exists();
    }

    @Test
    void releasesAFeedUnderTheScopeOfItsSender() throws Exception {
        String rows = marks("2025-11-20", 40, 40) + otherSchoolsMark();
        String id = register.run(register.order(FileKind.MARKS, true, MARKS_HEADER + rows, OFFICE, true))
                .answer()
                .importId();
        ImportResult released = register.imports.release(id, ADMIN, "the school was flooded");

        assertThat(released.answer().rows()).isEqualTo(new ImportAnswer.Rows(41, 40, 0, 0, 1));
        assertThat(released.answer().rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.value()).isEqualTo("999002"));
    }

    @Test
    void releasesAFeedThatNamesNoSchoolForTheSchoolOfItsSender() throws Exception {
        String rows = marks("2025-11-20", 40, 40).replace("999001,", "");
        String header = MARKS_HEADER.replace("school_urn,", "");
        String id = register.run(register.order(FileKind.MARKS, true, header + rows, OFFICE, false))
                .answer()
                .importId();

        assertThat(register.imports.release(id, ADMIN, "the school was flooded").outcome())
                .isEqualTo(Outcome.APPLIED);
        assertThat(register.code("40", "2025-11-20", "AM")).isEqualTo("O");
    }

    @Test
    void holdsTheSameLinesTwiceWhereTheyAreOfAnotherSchoolOrWay() {
        String csv = MARKS_HEADER.replace("school_urn,", "")
                + marks("2025-11-20", 40, 40).replace("999001,", "");
        ImportResult ours = register.run(register.order(FileKind.MARKS, true, csv, OFFICE, false));

        assertThat(register.run(register.order(FileKind.MARKS, true, csv, OFFICE, true))
                        .answer()
                        .importId())
                .as("taken without its bad rows")
                .isNotEqualTo(ours.answer().importId());
        ImportOrder elsewhere = new ImportOrder(
                FileKind.MARKS,
                true,
                register.file(csv),
                ADMIN,
                false,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Urn("999002")));
        assertThat(register.run(elsewhere).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void answersAKeyAsItDidAtFirstAfterThePersonHasDecided() throws Exception {
        String csv = MARKS_HEADER + marks("2025-11-20", 40, 40);
        ImportResult held = register.run(keyed(csv));
        register.imports.release(held.answer().importId(), ADMIN, "the school was flooded");

        assertThat(register.run(keyed(csv))).isEqualTo(held);
    }

    private ImportOrder keyed(String csv) {
        return new ImportOrder(
                FileKind.MARKS,
                true,
                register.file(csv),
                ADMIN,
                false,
                "",
                Optional.empty(),
                Optional.of("key"),
                Optional.empty());
    }

    private ImportResult heldFromBothSchools() {
        register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999002", "B1", "", "Stone", "Olive", "2014-03-02", "2025-09-03", ""));
        ImportResult held = register.applyMarks(marks("2025-11-20", 40, 40) + otherSchoolsMark());
        assertThat(held.outcome()).isEqualTo(Outcome.HELD);
        return held;
    }

    private static String otherSchoolsMark() {
        return "999002,B1,2025-09-10,AM,/,,,,,,\n";
    }

    @Test
    void asksWhyAHeldFeedIsReleased() {
        ImportResult held = register.applyMarks(marks("2025-11-20", 40, 40));

        assertThatThrownBy(() -> register.imports.release(held.answer().importId(), ADMIN, " "))
                .isInstanceOf(RegisterConflictException.class);
    }

    @Test
    void saysInThePreviewThatAFeedWouldBeHeld() {
        ImportAnswer preview = register.preview(FileKind.MARKS, MARKS_HEADER + marks("2025-11-20", 40, 40));

        assertThat(preview.held()).isFalse();
        assertThat(preview.heldBecause()).isPresent();
    }

    @Test
    void holdsAFileThatTakesATenthOffRoll() {
        Set<Integer> four = Set.of(1, 2, 3, 4);
        ImportResult result = register.apply(FileKind.PUPILS, PUPILS_HEADER + pupils(40, four));

        assertThat(result.outcome()).isEqualTo(Outcome.HELD);
        assertThat(result.answer().effects()).containsExactly("takes 4 pupils off roll");
        assertThat(register.pupils
                        .find(new Urn("999001"), "1")
                        .orElseThrow()
                        .enrolment()
                        .details()
                        .leavingDate())
                .isEmpty();
    }

    @Test
    void takesAFileThatTakesFewerOffRoll() {
        assertThat(register.apply(FileKind.PUPILS, PUPILS_HEADER + pupils(40, Set.of(1, 2, 3)))
                        .outcome())
                .isEqualTo(Outcome.APPLIED);
    }

    @Test
    void holdsAFileThatTakesATenthOffASmallSchoolsRoll() {
        register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER
                        + pupil("999002", "1", "", "Khan", "A", "2014-03-02", "2025-09-03", "")
                        + pupil("999002", "2", "", "Khan", "B", "2014-03-02", "2025-09-03", ""));
        ImportResult result = register.apply(
                FileKind.PUPILS,
                PUPILS_HEADER + pupil("999002", "1", "", "Khan", "A", "2014-03-02", "2025-09-03", "2025-11-14"));

        assertThat(result.answer().heldBecause().orElseThrow())
                .startsWith("The file takes 1 of 2 pupils of school 999002 off roll");
    }

    @Test
    void holdsAFileThatBringsLeavingDatesForward() {
        Set<Integer> four = Set.of(1, 2, 3, 4);
        ImportResult future =
                register.apply(FileKind.PUPILS, PUPILS_HEADER + pupils(40, Set.of(1, 2, 3), "2026-07-20"));
        assertThat(future.outcome()).isEqualTo(Outcome.APPLIED);
        register.apply(FileKind.PUPILS, PUPILS_HEADER + pupils(40, four, "2026-07-20"));

        ImportResult result = register.apply(FileKind.PUPILS, PUPILS_HEADER + pupils(40, four, "2025-11-14"));

        assertThat(result.outcome()).isEqualTo(Outcome.HELD);
        assertThat(result.answer().effects()).containsExactly("takes 4 pupils off roll");
    }

    @Test
    void holdsAFileThatPutsTheWholeRollOffToADayToCome() {
        String put = pupils(40, Set.of()).replace("2025-09-03", "2026-09-03");

        assertThat(register.apply(FileKind.PUPILS, PUPILS_HEADER + put).outcome())
                .isEqualTo(Outcome.HELD);
    }

    @Test
    void takesCorrectionsOfLeavingDatesOfPupilsWhoAreGone() {
        IntStream.rangeClosed(1, 4)
                .forEach(ref -> register.apply(
                        FileKind.PUPILS,
                        PUPILS_HEADER
                                + pupil(
                                        "999001",
                                        "" + ref,
                                        "",
                                        "Khan",
                                        "P" + ref,
                                        "2014-03-02",
                                        "2025-09-03",
                                        "2025-11-14")));

        assertThat(register.apply(FileKind.PUPILS, PUPILS_HEADER + pupils(4, Set.of(1, 2, 3, 4), "2025-11-13"))
                        .outcome())
                .isEqualTo(Outcome.APPLIED);
    }

    @Test
    void neverTakesAPupilOffRollBecauseAFileLeavesThemOut() {
        ImportResult result = register.apply(FileKind.PUPILS, PUPILS_HEADER + pupils(1, Set.of()));

        assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(register.rowsIn("enrolment")).isEqualTo(40);
    }

    private static String pupils(int howMany, Set<Integer> leaving) {
        return pupils(howMany, leaving, "2025-11-14");
    }

    private static String pupils(int howMany, Set<Integer> leaving, String day) {
        return IntStream.rangeClosed(1, howMany)
                .mapToObj(ref -> pupil(
                        "999001",
                        "" + ref,
                        "",
                        "Khan",
                        "P" + ref,
                        "2014-03-02",
                        "2025-09-03",
                        leaving.contains(ref) ? day : ""))
                .collect(Collectors.joining());
    }

    private static String marks(String date, int pupils, int absent) {
        return IntStream.rangeClosed(1, pupils)
                .mapToObj(ref -> mark("" + ref, date, "AM", ref <= absent ? "O" : "/"))
                .collect(Collectors.joining());
    }
}
