package uk.daymark.punctuality;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.people.Enrolment;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupils;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.register.By;
import uk.daymark.time.Dates;
import uk.daymark.time.Turn;
import uk.daymark.web.Conflict;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;

/** The late book: who came late, when and why. A line is never changed; one that is wrong is struck out with a reason. */
@Service
public class LateBook {

    static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_NAME = 200;
    private static final String GATE_THERE = "A late-gate check is entered for this session already.";

    private final LateLines lines;
    private final LateCodes codes;
    private final Schools schools;
    private final Pupils pupils;
    private final Dates dates;
    private final Clock clock;
    private final Turn turn;

    LateBook(LateLines lines, LateCodes codes, Schools schools, Pupils pupils, Dates dates, Clock clock, Turn turn) {
        this.turn = turn;
        this.lines = lines;
        this.codes = codes;
        this.schools = schools;
        this.pupils = pupils;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * Somebody who came late, as it is entered.
     *
     * @param school at which school
     * @param pupilRef the school's reference for the pupil
     * @param day the school day
     * @param arrivedAt London time; before noon it is the morning session
     * @param reason may be empty text
     * @param atLateGate whether the pupil was met at that session's late-gate check
     */
    public record Arrival(
            Urn school, String pupilRef, LocalDate day, LocalTime arrivedAt, String reason, boolean atLateGate) {

        Session session() {
            return new Session(day, halfAt(arrivedAt));
        }
    }

    /** What was entered, and what becomes of the session's code, in words. */
    public record Entered(LateArrival arrival, String aboutTheCode) {}

    /** The half of the day in which that time lies. */
    public static Half halfAt(LocalTime time) {
        return time.isBefore(LocalTime.NOON) ? Half.AM : Half.PM;
    }

    /**
     * Enters an arrival. Where the register's mark for the session differs from the code that follows, that code is decided for the
     * school to enter; a mark that stands for something else, such as a medical appointment, is left alone.
     *
     * @throws NotFound where there is no such pupil in scope
     * @throws InvalidInput where it cannot have been so, by field
     * @throws Conflict where the pupil is in the book for that session already
     */
    public Entered enter(Arrival arrival, By by) {
        return turn.alone(() -> entered(arrival, by));
    }

    private Entered entered(Arrival arrival, By by) {
        School school = schools.find(arrival.school())
                .filter(by.scope()::holds)
                .orElseThrow(() -> new NotFound("There is no such pupil on the roll of your schools."));
        Pupils.OnRoll pupil = pupils.find(arrival.school(), arrival.pupilRef())
                .orElseThrow(() -> new NotFound("There is no such pupil on the roll of your schools."));
        check(arrival, school, pupil.enrolment());
        Session session = arrival.session();
        lines.standing(pupil.enrolment().id(), session).ifPresent(earlier -> {
            throw new Conflict(earlier.pupilName() + " is in the late book for this "
                    + (session.half() == Half.AM ? "morning" : "afternoon") + " already: "
                    + dates.time(earlier.arrivedAt()) + ". Strike that line out first if it is wrong.");
        });
        Optional<LateGate> gate = arrival.atLateGate() ? lines.gate(school.urn(), session) : Optional.empty();
        if (arrival.atLateGate() && gate.isEmpty()) {
            throw new InvalidInput("/atLateGate", "No late-gate check is entered for this session. Enter it first.");
        }
        LateArrival entered = added(
                new LateLines.NewLine(
                        pupil.enrolment().id(),
                        session,
                        arrival.arrivedAt(),
                        minutesLate(school, session, arrival.arrivedAt()),
                        closing(school, session)
                                .map(close -> arrival.arrivedAt().isAfter(close)),
                        arrival.reason().strip(),
                        gate.map(LateGate::id)),
                by);
        return new Entered(entered, codes.settle(entered, by));
    }

    /**
     * Strikes a line out. A code that it led to and that the register has not taken yet is taken back.
     *
     * @throws NotFound where there is no such line in scope
     * @throws InvalidInput where no reason is given
     * @throws Conflict where somebody struck it out already
     */
    public LateArrival strikeOut(long id, String why, By by) {
        return turn.alone(() -> struckOut(id, why, by));
    }

    private LateArrival struckOut(long id, String why, By by) {
        LateArrival line = find(id, by.scope());
        if (why.isBlank() || why.strip().length() > LONGEST_TEXT) {
            throw new InvalidInput("/reason", "Say what is wrong, in at most " + LONGEST_TEXT + " characters");
        }
        line.struck().ifPresent(struck -> {
            throw new Conflict(struck.by() + " struck this line out already: " + struck.why());
        });
        if (!lines.strike(id, why.strip(), by)) {
            throw new Conflict("Somebody struck this line out just now.");
        }
        codes.takeBack(line, why.strip(), by);
        return find(id, by.scope());
    }

    /** @throws NotFound where there is no such line in scope */
    public LateArrival find(long id, Scope scope) {
        return lines.find(id, scope)
                .orElseThrow(() -> new NotFound("There is no such line in your schools' late book."));
    }

    /** The lines of these days, struck ones among them, the latest day first, then by time. */
    public List<LateArrival> between(LocalDate from, LocalDate to, Scope scope) {
        return lines.between(from, to, scope);
    }

    /** Lines that stand, of one pupil from a day on, oldest first. */
    public List<LateArrival> of(EnrolmentId enrolment, LocalDate from) {
        return lines.of(enrolment, from);
    }

    /** The late-gate checks of a day. */
    public List<LateGate> gates(LocalDate day, Scope scope) {
        return lines.gates(day, scope);
    }

    /**
     * Enters a late-gate check.
     *
     * @throws NotFound where the school is not in scope
     * @throws InvalidInput by field
     * @throws Conflict where that session has one already
     */
    @Transactional
    public LateGate enterGate(Urn school, Session session, String stoodBy, String note, By by) {
        schools.find(school)
                .filter(by.scope()::holds)
                .orElseThrow(() -> new NotFound("There is no such school of yours."));
        List<Fault> faults = new ArrayList<>();
        if (stoodBy.isBlank() || stoodBy.strip().length() > LONGEST_NAME) {
            faults.add(
                    new Fault("/stoodBy", "Enter who stood at the gate, in at most " + LONGEST_NAME + " characters"));
        }
        if (note.strip().length() > LONGEST_TEXT) {
            faults.add(new Fault("/note", "Keep the note to " + LONGEST_TEXT + " characters"));
        }
        if (session.date().isAfter(LocalDate.now(clock))) {
            faults.add(new Fault("/date", "This day has not come yet"));
        } else if (!schools.timetable(school).plans(session)) {
            faults.add(new Fault("/date", "The school holds no session then"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        if (lines.gate(school, session).isPresent()) {
            throw new Conflict(GATE_THERE);
        }
        try {
            return lines.addGate(school, session, stoodBy.strip(), note.strip(), by);
        } catch (DuplicateKeyException meanwhile) {
            throw new Conflict(GATE_THERE);
        }
    }

    private LateArrival added(LateLines.NewLine line, By by) {
        try {
            return lines.add(line, by);
        } catch (DuplicateKeyException meanwhile) {
            throw new Conflict("Somebody entered this pupil in the late book just now.");
        }
    }

    private void check(Arrival arrival, School school, Enrolment enrolment) {
        List<Fault> faults = new ArrayList<>();
        Session session = arrival.session();
        if (arrival.reason().strip().length() > LONGEST_TEXT) {
            faults.add(new Fault("/reason", "Keep the reason to " + LONGEST_TEXT + " characters"));
        }
        if (!schools.timetable(school.urn()).plans(session)) {
            faults.add(new Fault("/date", "The school holds no session then"));
        } else if (!enrolment.onRoll(session.date())) {
            faults.add(new Fault("/pupilRef", "The pupil was not on the school's roll that day"));
        }
        if (session.date().atTime(arrival.arrivedAt()).isAfter(LocalDateTime.now(clock))) {
            faults.add(new Fault("/time", "This time has not come yet"));
        } else if (opening(school, session)
                .filter(opens -> !arrival.arrivedAt().isAfter(opens))
                .isPresent()) {
            faults.add(new Fault(
                    "/time",
                    "The register opens at " + dates.time(school.registerOpens().orElseThrow())
                            + ": a pupil who came by then was not late"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static Optional<LocalTime> opening(School school, Session session) {
        return session.half() == Half.AM ? school.registerOpens() : Optional.empty();
    }

    private static Optional<LocalTime> closing(School school, Session session) {
        return session.half() == Half.AM ? school.registerClosesAm() : school.registerClosesPm();
    }

    private static Optional<Integer> minutesLate(School school, Session session, LocalTime arrivedAt) {
        return opening(school, session).map(opens -> (int) ChronoUnit.MINUTES.between(opens, arrivedAt));
    }
}
