package uk.daymark.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.daymark.register.RegisterForTests.MARKS_HEADER;
import static uk.daymark.register.RegisterForTests.OFFICE;
import static uk.daymark.register.RegisterForTests.WEEK_HEADER;
import static uk.daymark.register.RegisterForTests.mark;
import static uk.daymark.register.RegisterForTests.week;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.register.ImportResult.Outcome;
import uk.daymark.register.reading.FileKind;
import uk.daymark.register.reading.Reject;

class ImportingMarksTest {

    private RegisterForTests register;

    @BeforeEach
    void twoPupils() {
        register = RegisterForTests.withTwoPupils();
    }

    @Test
    void storesEveryCodeAsItWasSent() {
        register.apply(FileKind.MARKS_WEEK, WEEK_HEADER + week("1", "2025-11-10", "/ \\ L C1 Y2 J1 # N - \\"));

        assertThat(register.code("1", "2025-11-10", "PM")).isEqualTo("\\");
        assertThat(register.code("1", "2025-11-11", "PM")).isEqualTo("C1");
        assertThat(register.code("1", "2025-11-12", "AM")).isEqualTo("Y2");
        assertThat(register.code("1", "2025-11-14", "AM")).isEqualTo("-");
    }

    @Test
    void countsAFirstTakingAsNewAndMakesNoAmendmentOfIt() {
        ImportResult result = register.applyMarks(mark("1", "2025-11-10", "AM", "N"));

        assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(result.answer().rows()).isEqualTo(new ImportAnswer.Rows(1, 1, 0, 0, 0));
        assertThat(register.rowsIn("mark_amendment")).isZero();
    }

    @Test
    void keepsOldAndNewCodeReasonSenderAndImportOfEachChange() {
        register.applyMarks(mark("1", "2025-11-10", "AM", "N"));
        ImportOrder order = new ImportOrder(
                FileKind.MARKS,
                true,
                register.file(MARKS_HEADER + mark("1", "2025-11-10", "AM", "I")),
                OFFICE,
                false,
                "mother rang",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        ImportResult result = register.run(order);

        assertThat(result.answer().rows().changed()).isOne();
        assertThat(result.answer().effects()).containsExactly("replaces 1 N mark");
        assertThat(register.marks.amendments(register.enrolment("1")))
                .singleElement()
                .satisfies(amendment -> {
                    assertThat(amendment.before()).isEqualTo(AttendanceCode.N);
                    assertThat(amendment.after()).isEqualTo(AttendanceCode.I);
                    assertThat(amendment.reason()).isEqualTo("mother rang");
                    assertThat(amendment.by()).isEqualTo("office");
                    assertThat(amendment.importId()).contains(result.answer().importId());
                });
    }

    @Test
    void writesNothingWhenTheSameMarksComeAgainInAnotherFile() {
        register.applyMarks(mark("1", "2025-11-10", "AM", "/") + mark("1", "2025-11-10", "PM", "\\"));
        ImportResult again = register.apply(
                FileKind.MARKS,
                MARKS_HEADER + mark("1", "2025-11-10", "PM", "\\") + mark("1", "2025-11-10", "AM", "/"));

        assertThat(again.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(again.answer().rows()).isEqualTo(new ImportAnswer.Rows(2, 0, 0, 2, 0));
        assertThat(register.rowsIn("register_week")).isOne();
        assertThat(register.rowsIn("mark_amendment")).isZero();
    }

    @Test
    void previewsExactlyWhatApplyingDoesAndWritesNoMark() {
        register.applyMarks(mark("1", "2025-11-10", "AM", "N"));
        String file = MARKS_HEADER
                + mark("1", "2025-11-10", "AM", "I")
                + mark("1", "2025-11-10", "PM", "I")
                + mark("2", "2025-11-10", "AM", "")
                + mark("9", "2025-11-10", "AM", "/");
        ImportAnswer preview = register.preview(FileKind.MARKS, file);
        assertThat(register.code("1", "2025-11-10", "AM")).isEqualTo("N");

        ImportAnswer applied = register.applyGoodRows(FileKind.MARKS, file).answer();

        assertThat(preview.rows())
                .isEqualTo(new ImportAnswer.Rows(4, 1, 1, 1, 1))
                .isEqualTo(applied.rows());
        assertThat(preview.rejects()).isEqualTo(applied.rejects());
        assertThat(preview.effects()).isEqualTo(applied.effects());
        assertThat(preview.warnings()).isEqualTo(applied.warnings());
        assertThat(register.code("1", "2025-11-10", "AM")).isEqualTo("I");
    }

    @Test
    void countsAWeekAsChangedWhereOneOfItsMarksChanges() {
        register.applyMarks(mark("1", "2025-11-10", "AM", "N"));
        ImportResult result =
                register.apply(FileKind.MARKS_WEEK, WEEK_HEADER + week("1", "2025-11-10", "O \\ / \\ / \\ / \\ / \\"));

        assertThat(result.answer().rows()).isEqualTo(new ImportAnswer.Rows(1, 0, 1, 0, 0));
    }

    @Test
    void countsAWeekAsNewWhereAMarkComesAndNoneChanges() {
        register.applyMarks(mark("1", "2025-11-10", "AM", "/"));
        ImportResult result =
                register.apply(FileKind.MARKS_WEEK, WEEK_HEADER + week("1", "2025-11-10", "/ \\ - - - - - - - -"));

        assertThat(result.answer().rows()).isEqualTo(new ImportAnswer.Rows(1, 1, 0, 0, 0));
    }

    @Test
    void neverErasesAMarkByAnEmptyCellButSaysSo() {
        register.applyMarks(mark("1", "2025-11-10", "AM", "O"));
        ImportResult result =
                register.apply(FileKind.MARKS_WEEK, WEEK_HEADER + week("1", "2025-11-10", "- \\ - - - - - - - -"));

        assertThat(register.code("1", "2025-11-10", "AM")).isEqualTo("O");
        assertThat(result.answer().warnings())
                .extracting(Reject::message)
                .contains("The file leaves a session empty that already has a mark here. The mark stays.");
    }

    /** nfr 5.A 22. */
    @Test
    void rejectsALaterLineThatContradictsAnEarlierOneAndNamesTheFirst() {
        String file = MARKS_HEADER
                + mark("1", "2025-11-10", "AM", "/")
                + mark("2", "2025-11-10", "AM", "/")
                + mark("1", "2025-11-10", "AM", "O");
        ImportResult refused = register.apply(FileKind.MARKS, file);

        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.answer().applied()).isFalse();
        assertThat(register.rowsIn("register_week")).isZero();
        assertThat(refused.answer().rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.line()).isEqualTo(4);
            assertThat(reject.value()).isEqualTo("O");
            assertThat(reject.message()).startsWith("Line 2 already gives code /");
        });

        ImportResult skipped = register.applyGoodRows(FileKind.MARKS, file);
        assertThat(skipped.answer().rows()).isEqualTo(new ImportAnswer.Rows(3, 2, 0, 0, 1));
        assertThat(register.code("1", "2025-11-10", "AM")).isEqualTo("/");
    }

    @Test
    void takesAnIdenticalLineForUnchangedWithAWarning() {
        ImportResult result =
                register.applyMarks(mark("1", "2025-11-10", "AM", "/") + mark("1", "2025-11-10", "AM", "/"));

        assertThat(result.answer().rows()).isEqualTo(new ImportAnswer.Rows(2, 1, 0, 1, 0));
        assertThat(result.answer().warnings())
                .singleElement()
                .extracting(Reject::line)
                .isEqualTo(3L);
    }

    @Test
    void rejectsAMarkOfAPupilNobodyKnows() {
        assertThat(register.applyMarks(mark("77", "2025-11-10", "AM", "/"))
                        .answer()
                        .rejects())
                .singleElement()
                .satisfies(reject -> {
                    assertThat(reject.column()).isEqualTo("pupil_ref");
                    assertThat(reject.value()).isEqualTo("77");
                    assertThat(reject.message()).contains("Import pupils.csv first");
                });
    }

    @Test
    void rejectsAMarkOfASchoolNobodyKnows() {
        assertThat(register.applyMarks("999009,1,2025-11-10,AM,/,,,,,,\n")
                        .answer()
                        .rejects())
                .extracting(Reject::message)
                .containsExactly("School 999009 is not known here. Import schools.csv with this school first.");
    }

    /** nfr 5.A 24: two schools' files swapped. */
    @Test
    void rejectsAFileOfAnotherSchool() {
        ImportResult result = register.run(
                register.order(FileKind.MARKS, true, MARKS_HEADER + "999002,1,2025-11-10,AM,/,,,,,,\n", OFFICE, false));

        assertThat(result.answer().rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.message())
                        .startsWith("This file names school 999002; you are signed in for 999001."));
    }

    /** nfr 5.A 30. */
    @Test
    void rejectsAMarkBeforeThePupilCame() {
        assertThat(register.applyMarks(mark("1", "2025-09-02", "AM", "/"))
                        .answer()
                        .rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.message()).startsWith("The pupil came on roll on 2025-09-03"));
    }

    /** nfr 5.A 30. */
    @Test
    void rejectsAMarkAfterThePupilLeft() {
        register.apply(
                FileKind.PUPILS,
                RegisterForTests.PUPILS_HEADER
                        + RegisterForTests.pupil(
                                "999001", "3", "", "Lee", "Cy", "2014-01-01", "2025-09-03", "2025-10-24"));

        assertThat(register.applyMarks(mark("3", "2025-11-10", "AM", "/"))
                        .answer()
                        .rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.message()).startsWith("The pupil left on 2025-10-24"));
    }

    @Test
    void takesNotYetOnTheRegisterBeforeThePupilCame() {
        assertThat(register.applyMarks(mark("1", "2025-09-02", "AM", "Z")).outcome())
                .isEqualTo(Outcome.APPLIED);
    }

    /** nfr 5.A 30. */
    @Test
    void rejectsAMarkThatNobodyCanKnowYet() {
        assertThat(register.applyMarks(mark("1", "2025-11-24", "AM", "/"))
                        .answer()
                        .rejects())
                .singleElement()
                .satisfies(reject ->
                        assertThat(reject.message()).startsWith("The session on 2025-11-24 has not come yet"));
    }

    @Test
    void takesALeaveThatWasAgreedForALaterDay() {
        assertThat(register.applyMarks(mark("1", "2025-11-24", "AM", "C")).outcome())
                .isEqualTo(Outcome.APPLIED);
        assertThat(register.code("1", "2025-11-24", "AM")).isEqualTo("C");
    }

    /** nfr 5.A 30. */
    @Test
    void keepsAMarkOnADayTheCalendarDoesNotPlanButWarns() {
        register.today("2025-12-01");
        ImportResult result =
                register.applyMarks(mark("1", "2025-11-28", "AM", "/") + mark("2", "2025-11-28", "AM", "/"));

        assertThat(result.answer().rows().added()).isEqualTo(2);
        assertThat(result.answer().warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message())
                        .contains("plans no session on 2025-11-28 AM")
                        .endsWith("(1 more like this)"));
    }

    @Test
    void takesAClosureThatIsEnteredLateOverAnOlderMark() {
        register.applyMarks(mark("1", "2025-11-10", "AM", "N"));
        ImportResult result = register.applyMarks(mark("1", "2025-11-10", "AM", "#"));

        assertThat(result.answer().rows().changed()).isOne();
        assertThat(register.code("1", "2025-11-10", "AM")).isEqualTo("#");
    }

    /** nfr 5.A 23. */
    @Test
    void warnsWhereYesterdaysFileWouldSetBackWhatTodaysChanged() {
        register.applyMarks(mark("1", "2025-11-10", "AM", "N"));
        register.applyMarks(mark("1", "2025-11-10", "AM", "I"));
        ImportAnswer preview = register.preview(FileKind.MARKS, MARKS_HEADER + mark("1", "2025-11-10", "AM", "N"));

        assertThat(preview.rows().changed()).isOne();
        assertThat(preview.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).startsWith("This file sets 1 mark back"));
    }

    @Test
    void keepsMinutesLateAndRemarksBesideTheMark() {
        String row = "999001,1,2025-11-10,AM,L,12,bus late,traffic,2025-11-10T08:52,Ms Reed,\n";
        register.applyMarks(row);
        register.applyMarks(row);

        assertThat(register.jdbc.queryForList("select minutes_late, remark, reason, recorded_by from mark_note"))
                .singleElement()
                .satisfies(note -> assertThat(note.values()).containsExactly(12, "bus late", "traffic", "Ms Reed"));
    }

    @Test
    void countsALineThatRepeatsTheCodeWithAnotherNoteAsChanged() {
        register.applyMarks("999001,1,2025-11-10,AM,L,12,bus late,,,,\n" + mark("1", "2025-11-10", "PM", "\\"));
        String file = MARKS_HEADER + "999001,1,2025-11-10,AM,L,14,bus late,,,,\n" + mark("1", "2025-11-10", "PM", "\\");

        assertThat(register.preview(FileKind.MARKS, file).rows()).isEqualTo(new ImportAnswer.Rows(2, 0, 1, 1, 0));
        assertThat(note()).as("a preview writes nothing").containsExactly(12, "bus late");
        assertThat(register.apply(FileKind.MARKS, file).answer().rows())
                .isEqualTo(new ImportAnswer.Rows(2, 0, 1, 1, 0));
        assertThat(note()).containsExactly(14, "bus late");
        assertThat(register.apply(FileKind.MARKS, file).answer().rows())
                .isEqualTo(new ImportAnswer.Rows(2, 0, 0, 2, 0));
        assertThat(register.rowsIn("mark_amendment"))
                .as("the mark was not amended")
                .isZero();
    }

    @Test
    void countsACommentThatComesLaterAsChanged() {
        register.applyMarks(mark("1", "2025-11-10", "AM", "I"));

        assertThat(register.applyMarks("999001,1,2025-11-10,AM,I,,flu,,,,\n")
                        .answer()
                        .rows())
                .isEqualTo(new ImportAnswer.Rows(1, 0, 1, 0, 0));
    }

    @Test
    void keepsWhatALineLeavesEmptyBesideAMarkThatStays() {
        register.applyMarks("999001,1,2025-11-10,AM,L,12,,,,,\n");
        register.applyMarks("999001,1,2025-11-10,AM,L,,bus late,,,,\n");

        assertThat(note()).containsExactly(12, "bus late");
    }

    @Test
    void givesANewMarkItsOwnNote() {
        register.applyMarks("999001,1,2025-11-10,AM,L,12,bus late,,,,\n");
        assertThat(register.applyMarks("999001,1,2025-11-10,AM,I,,flu,,,,\n")
                        .answer()
                        .rows())
                .isEqualTo(new ImportAnswer.Rows(1, 0, 1, 0, 0));

        assertThat(note()).containsExactly(null, "flu");
    }

    private java.util.Collection<Object> note() {
        return register.jdbc
                .queryForMap("select minutes_late, remark from mark_note")
                .values();
    }

    @Test
    void keepsNoRemarkOfALineThatWasRejected() {
        register.applyGoodRows(
                FileKind.MARKS,
                MARKS_HEADER
                        + mark("1", "2025-11-10", "AM", "/")
                        + "999001,1,2025-11-10,AM,L,12,bus late,,,,\n"
                        + "999001,2,2025-11-10,AM,L,5,,,,,\n");

        assertThat(register.jdbc.queryForList("select minutes_late from mark_note", Integer.class))
                .isEqualTo(List.of(5));
    }

    @Test
    void refusesAFileWithMoreWeeksThanOneImportMayHold() {
        MarkTable table = new MarkTable(2);
        table.entry(0, 1);
        table.entry(0, 2);

        assertThatThrownBy(() -> table.entry(1, 1))
                .isInstanceOf(FileTooLargeException.class)
                .hasMessageContaining("Split the file");
        assertThat(table.entry(0, 2)).isOne();
    }
}
