package uk.daymark.register;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Scope;
import uk.daymark.register.DecidedCode.State;

/**
 * The codes decided here that the school has still to enter in its own register, and what became of them. The school's system owns
 * the register: an import that repeats the old code leaves a decision waiting, one that brings the decided code confirms it, one that
 * brings another, or takes back a code that was confirmed, raises a question for a person. An amendment of Daymark's copy by hand
 * confirms nothing.
 */
@Component
public class DecidedCodes {

    private final DecidedCodeStore store;
    private final MarkToChange marks;
    private final Gate gate;
    private final ObjectProvider<DecisionEffects> effects;

    DecidedCodes(DecidedCodeStore store, MarkToChange marks, Gate gate, ObjectProvider<DecisionEffects> effects) {
        this.store = store;
        this.marks = marks;
        this.gate = gate;
        this.effects = effects;
    }

    /** {@link #decide(EnrolmentId, Session, AttendanceCode, Optional, By, String)} by somebody who saw no code there. */
    public DecidedCode decide(EnrolmentId enrolment, Session session, AttendanceCode code, By by, String reason) {
        return decide(enrolment, session, code, Optional.empty(), by, reason);
    }

    /**
     * Decides a session's code. It waits until the register brings it; an earlier decision of the same session is replaced. To decide
     * the register's own code takes an earlier decision back.
     *
     * @param seen the code that the person saw in the register: where another stands there by now, nothing is changed
     * @return the decision that waits now, or the one that was taken back
     * @throws NotInRegisterException where there is no such pupil in scope, or no session or no mark then
     * @throws RegisterConflictException where the code cannot stand there, stands there already with nothing to take back, or no
     *     reason is given, or another stands there than the person saw
     */
    public DecidedCode decide(
            EnrolmentId enrolment,
            Session session,
            AttendanceCode code,
            Optional<AttendanceCode> seen,
            By by,
            String reason) {
        return gate.alone(() -> {
            MarkToChange.Standing standing = marks.check(enrolment, session, code, seen, by, reason);
            Optional<DecidedCode> earlier = store.open(enrolment).stream()
                    .filter(decision -> decision.session().equals(session))
                    .findFirst();
            if (standing.code() == code) {
                return takenBack(
                        earlier.filter(decision -> decision.decided() != code)
                                .orElseThrow(() -> MarkToChange.standsAlready(code)),
                        by,
                        reason);
            }
            earlier.ifPresent(decision -> store.settle(decision.id(), State.REPLACED, by, reason));
            long id = gate.numbers(1);
            store.add(id, enrolment, session, standing.code(), code, by, reason);
            tell(enrolment, session);
            return find(id).orElseThrow();
        });
    }

    /**
     * Whether a code could be decided for that session, whatever the register has there now: the school's calendar plans it, it has
     * come, the pupil was on roll and the code can stand then. What follows from a file asks first, so that nothing in it can keep the
     * file from being imported.
     */
    public boolean couldBeDecided(EnrolmentId enrolment, Session session, AttendanceCode code) {
        return marks.couldStand(enrolment, session, code);
    }

    private void tell(EnrolmentId enrolment, Session session) {
        effects.orderedStream().forEach(effect -> effect.decided(enrolment, session));
    }

    private DecidedCode takenBack(DecidedCode decision, By by, String reason) {
        store.settle(
                decision.id(), decision.state() == State.QUESTIONED ? State.DROPPED : State.TAKEN_BACK, by, reason);
        tell(decision.enrolment(), decision.session());
        return find(decision.id()).orElseThrow();
    }

    /** The decided code of that number, whatever has become of it. */
    public Optional<DecidedCode> find(long id) {
        return store.find(id);
    }

    /** What the school has still to enter in its own register, by school, pupil and session. */
    public List<DecidedCode> toBeEntered(Scope scope) {
        return store.in(State.WAITING, scope);
    }

    /** What a person has to settle, because the register brought a third code. */
    public List<DecidedCode> questions(Scope scope) {
        return store.in(State.QUESTIONED, scope);
    }

    /** {@link #toBeEntered} as CSV, for the person who enters it. */
    public String toBeEnteredCsv(Scope scope) {
        return toBeEnteredCsv(scope, pupil -> true);
    }

    /** {@link #toBeEntered} as CSV, of the pupils of whom somebody may know. */
    public String toBeEnteredCsv(Scope scope, Predicate<PupilId> known) {
        StringBuilder csv = new StringBuilder("\uFEFF");
        csv.append(CsvText.line(
                "school_urn",
                "pupil_ref",
                "pupil",
                "date",
                "session",
                "code_now",
                "code_to_enter",
                "reason",
                "decided_by"));
        for (DecidedCode code : toBeEntered(scope)) {
            if (!known.test(code.pupil())) {
                continue;
            }
            csv.append(CsvText.line(
                    code.school().value(),
                    code.pupilRef(),
                    code.pupilName(),
                    code.session().date().toString(),
                    code.session().half().name(),
                    code.before().token(),
                    code.decided().token(),
                    code.reason(),
                    code.by()));
        }
        return csv.toString();
    }

    /**
     * Settles a question in favour of what was decided here: it waits again to be entered in the register.
     *
     * @throws NotInRegisterException where there is no such question in scope
     * @throws RegisterConflictException where no reason is given
     */
    public void keepDecision(long id, By by, String reason) {
        gate.alone(() -> {
            DecidedCode question = question(id, by, reason);
            store.settle(id, State.WAITING, by, reason);
            store.waitOver(question.id());
            tell(question.enrolment(), question.session());
            return question;
        });
    }

    /**
     * Settles a question in favour of the register: the decision is dropped.
     *
     * @throws NotInRegisterException where there is no such question in scope
     * @throws RegisterConflictException where no reason is given
     */
    public void followRegister(long id, By by, String reason) {
        gate.alone(() -> {
            DecidedCode question = question(id, by, reason);
            store.settle(id, State.DROPPED, by, reason);
            tell(question.enrolment(), question.session());
            return question;
        });
    }

    /**
     * Takes back a decision that waits or is questioned: whatever the register has stands, and nothing else is listed to be entered.
     *
     * @throws NotInRegisterException where there is no such open decision in scope
     */
    public void takeBack(long id, By by, String reason) {
        gate.alone(() -> takenBack(
                Stream.concat(toBeEntered(by.scope()).stream(), questions(by.scope()).stream())
                        .filter(decision -> decision.id() == id)
                        .findFirst()
                        .orElseThrow(() -> new NotInRegisterException(
                                "There is no such decided code of your schools; it may have been settled already.")),
                by,
                reason));
    }

    private DecidedCode question(long id, By by, String reason) {
        if (reason.isBlank() || reason.length() > MarkToChange.LONGEST_REASON) {
            throw new RegisterConflictException("Say why, in at most " + MarkToChange.LONGEST_REASON + " characters.");
        }
        return questions(by.scope()).stream()
                .filter(question -> question.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotInRegisterException(
                        "There is no such question about a code of your schools; it may have been settled already."));
    }
}
