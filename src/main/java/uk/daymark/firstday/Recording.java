package uk.daymark.firstday;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.access.SignedIn;
import uk.daymark.firstday.Families.Person;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Scopes;
import uk.daymark.register.By;
import uk.daymark.register.DecidedCodes;
import uk.daymark.register.NotInRegisterException;
import uk.daymark.register.RegisterConflictException;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;

/** Keeps what people find out, and decides the codes that it leads to. */
@Component
class Recording {

    private static final int LONGEST_REASON = 1000;

    private final Attempts attempts;
    private final DecidedCodes codes;
    private final Scopes scopes;
    private final Clock clock;

    Recording(Attempts attempts, DecidedCodes codes, Scopes scopes, Clock clock) {
        this.attempts = attempts;
        this.codes = codes;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** What is kept of a try. */
    record Try(Round round, Optional<Person> person, String name, Attempt.How how, Answered outcome, String note) {}

    /** Keeps a try about these pupils; the codes it led to are remembered with it. */
    void keep(Try made, List<EnrolmentId> pupils, SignedIn by, List<Attempts.Coded> decided) {
        attempts.keep(
                new Attempt(
                        0,
                        made.round().ref(),
                        made.person().map(person -> person.contact().id()),
                        made.person().map(Person::name).orElse(made.name()),
                        made.how(),
                        made.outcome(),
                        made.outcome().reached(),
                        made.note(),
                        clock.instant(),
                        by.userName(),
                        false,
                        pupils),
                decided);
    }

    /**
     * Decides one code for every session without a reason.
     *
     * @param pointer where the answer stands that chose the code
     * @throws InvalidInput where the code cannot stand there
     */
    List<Attempts.Coded> decide(Missing missing, AttendanceCode code, SignedIn person, String reason, String pointer) {
        By by = new By(person.userName(), scopes.of(person));
        String why = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        List<Attempts.Coded> decided = new ArrayList<>();
        missing.sessions().forEach((pupil, sessions) -> {
            for (Session session : sessions) {
                try {
                    codes.decide(pupil, session, code, by, why);
                } catch (RegisterConflictException | NotInRegisterException refused) {
                    throw new InvalidInput(pointer, String.valueOf(refused.getMessage()));
                }
                decided.add(new Attempts.Coded(pupil, session, code));
            }
        });
        return decided;
    }

    /**
     * Takes back the codes that a try led to, so far as they still stand.
     *
     * @throws Conflict where the register has taken one of them already
     */
    void takeBack(Attempt attempt, SignedIn person, String reason) {
        By by = new By(person.userName(), scopes.of(person));
        for (Attempts.Coded coded : attempts.codes(attempt.id())) {
            try {
                codes.decide(
                        coded.enrolment(),
                        coded.session(),
                        AttendanceCode.N,
                        Optional.of(AttendanceCode.N),
                        by,
                        reason);
            } catch (RegisterConflictException | NotInRegisterException refused) {
                throw new Conflict(String.valueOf(refused.getMessage()));
            }
        }
        if (!attempts.undo(attempt.id(), person.userName())) {
            throw new Conflict("This call was undone just now by somebody else.");
        }
    }
}
