package uk.daymark.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.daymark.register.RegisterForTests.MARKS_HEADER;
import static uk.daymark.register.RegisterForTests.OFFICE;
import static uk.daymark.register.RegisterForTests.mark;
import static uk.daymark.register.RegisterForTests.session;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.PupilId;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.register.DecidedCode.State;
import uk.daymark.register.StoredRegister.PupilRegister;
import uk.daymark.register.reading.FileKind;

/** Who owns a mark: the school's system does; Daymark holds a copy and the decisions. */
class DecidingACodeTest {

    private static final Session MORNING = session("2025-11-10", "AM");

    private RegisterForTests register;
    private DecidedCode decision;

    @BeforeEach
    void anNThatWasDecidedToBeO() {
        register = RegisterForTests.withTwoPupils();
        register.applyMarks(mark("1", "2025-11-10", "AM", "N"));
        decision = register.decidedCodes.decide(
                register.enrolment("1"), MORNING, AttendanceCode.O, OFFICE, "no reason after five school days");
    }

    @Test
    void waitsToBeEnteredAndFiguresUseItAndSaySo() {
        assertThat(register.decidedCodes.toBeEntered(OFFICE.scope())).containsExactly(decision);
        assertThat(stored().marks().at(MORNING)).contains(AttendanceCode.O);
        assertThat(stored().unconfirmed()).containsExactly(MORNING);
        assertThat(register.code("1", "2025-11-10", "AM"))
                .as("the copy of the register")
                .isEqualTo("N");
    }

    @Test
    void survivesAnImportThatRepeatsTheOldCode() {
        ImportResult result = register.applyMarks(mark("1", "2025-11-10", "AM", "N"));

        assertThat(result.answer().effects()).isEmpty();
        assertThat(state()).isEqualTo(State.WAITING);
        assertThat(stored().marks().at(MORNING)).contains(AttendanceCode.O);
    }

    @Test
    void isConfirmedByAnImportThatBringsIt() {
        ImportResult result = register.applyMarks(mark("1", "2025-11-10", "AM", "O"));

        assertThat(result.answer().effects()).containsExactly("replaces 1 N mark", "confirms 1 code decided here");
        assertThat(state()).isEqualTo(State.CONFIRMED);
        assertThat(stored().unconfirmed()).isEmpty();
    }

    @Test
    void raisesAQuestionWhenTheRegisterBringsAThirdCode() {
        ImportResult result = register.applyMarks(mark("1", "2025-11-10", "AM", "I"));

        assertThat(result.answer().effects())
                .containsExactly("replaces 1 N mark", "asks a question about 1 code decided here");
        assertThat(register.decidedCodes.questions(OFFICE.scope()))
                .singleElement()
                .satisfies(question -> assertThat(question.inRegister()).contains(AttendanceCode.I));
        assertThat(stored().marks().at(MORNING)).as("figures meanwhile").contains(AttendanceCode.I);
        assertThat(stored().unconfirmed()).containsExactly(MORNING);
    }

    @Test
    void isOnlyAnnouncedByAPreview() {
        ImportAnswer preview = register.preview(FileKind.MARKS, MARKS_HEADER + mark("1", "2025-11-10", "AM", "O"));

        assertThat(preview.effects()).contains("confirms 1 code decided here");
        assertThat(state()).isEqualTo(State.WAITING);
    }

    @Test
    void isNotConfirmedByAFileThatIsRefused() {
        ImportResult refused =
                register.applyMarks(mark("1", "2025-11-10", "AM", "O") + mark("9", "2025-11-10", "AM", "/"));

        assertThat(refused.outcome()).isEqualTo(ImportResult.Outcome.REFUSED);
        assertThat(state()).isEqualTo(State.WAITING);
    }

    @Test
    void waitsAgainWhenAPersonKeepsTheDecision() {
        register.applyMarks(mark("1", "2025-11-10", "AM", "I"));
        register.decidedCodes.keepDecision(decision.id(), OFFICE, "no evidence of illness");

        assertThat(state()).isEqualTo(State.WAITING);
        assertThat(stored().marks().at(MORNING)).contains(AttendanceCode.O);
        register.applyMarks(mark("1", "2025-11-10", "AM", "I"));
        assertThat(state()).as("after the register repeats its code").isEqualTo(State.WAITING);
    }

    @Test
    void isDroppedWhenAPersonFollowsTheRegister() {
        register.applyMarks(mark("1", "2025-11-10", "AM", "I"));
        register.decidedCodes.followRegister(decision.id(), OFFICE, "the school has a note");

        assertThat(state()).isEqualTo(State.DROPPED);
        assertThat(stored().marks().at(MORNING)).contains(AttendanceCode.I);
        assertThat(stored().unconfirmed()).isEmpty();
    }

    @Test
    void isReplacedByALaterDecision() {
        register.decidedCodes.decide(register.enrolment("1"), MORNING, AttendanceCode.G, OFFICE, "seen abroad");

        assertThat(state()).isEqualTo(State.REPLACED);
        assertThat(stored().marks().at(MORNING)).contains(AttendanceCode.G);
    }

    @Test
    void isTakenBackByDecidingTheRegistersOwnCode() {
        DecidedCode settled =
                register.decidedCodes.decide(register.enrolment("1"), MORNING, AttendanceCode.N, OFFICE, "wrong pupil");

        assertThat(settled.id()).isEqualTo(decision.id());
        assertThat(state()).isEqualTo(State.TAKEN_BACK);
        assertThat(register.decidedCodes.toBeEntered(OFFICE.scope())).isEmpty();
        assertThat(stored().marks().at(MORNING)).contains(AttendanceCode.N);
        assertThat(stored().unconfirmed()).isEmpty();
        assertThatThrownBy(() -> register.decidedCodes.decide(
                        register.enrolment("1"), MORNING, AttendanceCode.N, OFFICE, "once more"))
                .as("with nothing to take back")
                .isInstanceOf(RegisterConflictException.class);
    }

    @Test
    void isDroppedByDecidingTheCodeThatTheRegisterBroughtInstead() {
        register.applyMarks(mark("1", "2025-11-10", "AM", "I"));
        register.decidedCodes.decide(register.enrolment("1"), MORNING, AttendanceCode.I, OFFICE, "there is a note");

        assertThat(state()).isEqualTo(State.DROPPED);
        assertThat(register.decidedCodes.questions(OFFICE.scope())).isEmpty();
    }

    @Test
    void isNotMadeWhereAnotherCodeStandsThanThePersonSaw() {
        Optional<AttendanceCode> saw = Optional.of(AttendanceCode.N);
        register.applyMarks(mark("2", "2025-11-10", "AM", "I"));

        assertThatThrownBy(() -> register.decidedCodes.decide(
                        register.enrolment("2"), MORNING, AttendanceCode.O, saw, OFFICE, "no answer"))
                .isInstanceOf(RegisterConflictException.class)
                .hasMessageContaining("changed from N to I");
        assertThatThrownBy(() -> register.amending.amend(
                        register.enrolment("2"), MORNING, AttendanceCode.O, saw, OFFICE, "no answer"))
                .isInstanceOf(RegisterConflictException.class)
                .hasMessageContaining("changed from N to I");
        assertThat(register.code("2", "2025-11-10", "AM")).isEqualTo("I");
    }

    @Test
    void isNotConfirmedByAnAmendmentOfDaymarksCopyByHand() {
        register.amending.amend(register.enrolment("1"), MORNING, AttendanceCode.O, OFFICE, "as was decided");
        assertThat(state()).isEqualTo(State.WAITING);
        assertThat(stored().unconfirmed()).containsExactly(MORNING);

        register.applyMarks(mark("1", "2025-11-10", "AM", "N"));
        assertThat(state()).as("after the register repeats the old code").isEqualTo(State.WAITING);
        assertThat(stored().marks().at(MORNING)).contains(AttendanceCode.O);
    }

    @Test
    void isConfirmedByAnImportThatBringsWhatTheCopySaysByHandAlready() {
        register.amending.amend(register.enrolment("1"), MORNING, AttendanceCode.O, OFFICE, "as was decided");
        String brings = mark("1", "2025-11-10", "AM", "O");

        assertThat(register.preview(FileKind.MARKS, MARKS_HEADER + brings).effects())
                .containsExactly("confirms 1 code decided here");
        assertThat(state()).isEqualTo(State.WAITING);
        assertThat(register.applyMarks(brings).answer().effects()).containsExactly("confirms 1 code decided here");
        assertThat(state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void raisesAQuestionWhenTheRegisterTakesBackACodeThatItHadConfirmed() {
        register.applyMarks(mark("1", "2025-11-10", "AM", "O"));
        ImportResult result = register.applyMarks(mark("1", "2025-11-10", "AM", "N"));

        assertThat(result.answer().effects()).containsExactly("asks a question about 1 code decided here");
        assertThat(state()).isEqualTo(State.QUESTIONED);
        assertThat(stored().unconfirmed()).containsExactly(MORNING);
        register.decidedCodes.keepDecision(decision.id(), OFFICE, "the office typed over it");
        assertThat(state()).isEqualTo(State.WAITING);
        assertThat(stored().marks().at(MORNING)).contains(AttendanceCode.O);
    }

    @Test
    void isListedForTheSchoolThatHasToEnterItAndNoOther() {
        assertThat(register.decidedCodes.toBeEntered(Scope.school(new Urn("999002"))))
                .isEmpty();
        assertThat(register.decidedCodes.toBeEnteredCsv(OFFICE.scope()))
                .contains("\"1\",\"Amira Khan\",\"2025-11-10\",\"AM\",\"N\",\"O\"");
    }

    @Test
    void isRefusedForASessionWithoutAMark() {
        assertThatThrownBy(() -> register.decidedCodes.decide(
                        register.enrolment("1"), session("2025-11-11", "AM"), AttendanceCode.O, OFFICE, "why"))
                .isInstanceOf(NotInRegisterException.class)
                .hasMessageContaining("No mark has been imported");
    }

    @Test
    void amendsOneMarkByHandAndKeepsOldNewWhoAndWhy() {
        register.amending.amend(register.enrolment("1"), MORNING, AttendanceCode.I, OFFICE, "note from home");

        assertThat(register.code("1", "2025-11-10", "AM")).isEqualTo("I");
        assertThat(register.marks.amendments(register.enrolment("1")))
                .singleElement()
                .satisfies(amendment -> {
                    assertThat(amendment.before()).isEqualTo(AttendanceCode.N);
                    assertThat(amendment.after()).isEqualTo(AttendanceCode.I);
                    assertThat(amendment.reason()).isEqualTo("note from home");
                    assertThat(amendment.importId()).isEmpty();
                });
        assertThat(state()).as("the decision beside it").isEqualTo(State.QUESTIONED);
    }

    @Test
    void amendsNoMarkOnADayTheSchoolIsClosed() {
        assertThatThrownBy(() -> register.amending.amend(
                        register.enrolment("1"), session("2025-10-28", "AM"), AttendanceCode.I, OFFICE, "why"))
                .isInstanceOf(NotInRegisterException.class)
                .hasMessageContaining("holds no session on 28 October 2025 morning");
    }

    @Test
    void amendsNoMarkOfAnotherSchoolsPupil() {
        By stranger = new By("office2", Scope.school(new Urn("999002")));

        assertThatThrownBy(() ->
                        register.amending.amend(register.enrolment("1"), MORNING, AttendanceCode.I, stranger, "why"))
                .isInstanceOf(NotInRegisterException.class);
    }

    @Test
    void amendsNothingWithoutAReason() {
        assertThatThrownBy(
                        () -> register.amending.amend(register.enrolment("1"), MORNING, AttendanceCode.I, OFFICE, ""))
                .isInstanceOf(RegisterConflictException.class);
        assertThat(register.code("1", "2025-11-10", "AM")).isEqualTo("N");
    }

    private State state() {
        return register.decidedCodes.find(decision.id()).orElseThrow().state();
    }

    private PupilRegister stored() {
        PupilId pupil = register.pupils
                .find(new Urn("999001"), "1")
                .orElseThrow()
                .pupil()
                .id();
        return register.register.of(pupil, LocalDate.of(2025, 11, 21)).orElseThrow();
    }
}
