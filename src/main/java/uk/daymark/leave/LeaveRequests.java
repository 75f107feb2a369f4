package uk.daymark.leave;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.letters.Letters;
import uk.daymark.people.ContactId;
import uk.daymark.people.Contacts;
import uk.daymark.people.Pupils;
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
import uk.daymark.workflow.Processes;

/** Requests for leave in term time: entered by the office, decided by the headteacher as a task. */
@Service
public class LeaveRequests {

    /** The model that a request, or suspected leave, goes through. */
    static final String MODEL = "term-time-leave";

    static final String WHY = "why";

    private static final int LONGEST_DETAILS = 2000;
    private static final int LONGEST_EVIDENCE = 1000;
    private static final int LONGEST_YEARS = 1;
    private static final String NOT_THERE = "There is no such request for leave at your schools.";

    private final LeaveStore store;
    private final Schools schools;
    private final Pupils pupils;
    private final Contacts contacts;
    private final Processes processes;
    private final Letters letters;
    private final LeaveTakenBack takenBack;
    private final Journal journal;
    private final Clock clock;
    private final Turn turn;

    LeaveRequests(
            LeaveStore store,
            Schools schools,
            Pupils pupils,
            Contacts contacts,
            Processes processes,
            Letters letters,
            LeaveTakenBack takenBack,
            Journal journal,
            Clock clock,
            Turn turn) {
        this.turn = turn;
        this.store = store;
        this.schools = schools;
        this.pupils = pupils;
        this.contacts = contacts;
        this.processes = processes;
        this.letters = letters;
        this.takenBack = takenBack;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A request as it is entered.
     *
     * @param school at which school
     * @param pupilRef the school's reference for the pupil
     * @param askedBy who asked: one of the pupil's contacts
     * @param askedOn the day on which it came
     * @param days which sessions are asked for
     * @param ground for what
     * @param details what the parent wrote
     * @param evidence what was seen of it; may be empty text
     */
    public record Asked(
            Urn school,
            String pupilRef,
            Optional<ContactId> askedBy,
            LocalDate askedOn,
            LeaveDays days,
            LeaveGround ground,
            String details,
            String evidence) {}

    /**
     * Enters a request and puts it before the headteacher.
     *
     * @throws NotFound where there is no such pupil in scope
     * @throws InvalidInput by field
     * @throws Conflict where another request for some of these days waits to be decided
     */
    public LeaveRequest enter(Asked asked, By by) {
        return turn.alone(() -> entered(asked, by));
    }

    private LeaveRequest entered(Asked asked, By by) {
        schools.find(asked.school())
                .filter(by.scope()::holds)
                .orElseThrow(() -> new NotFound("There is no such pupil on the roll of your schools."));
        Pupils.OnRoll pupil = pupils.find(asked.school(), asked.pupilRef())
                .orElseThrow(() -> new NotFound("There is no such pupil on the roll of your schools."));
        int sessions = check(asked, pupil);
        // Whoever takes a number waits here for the one before: of a form that is sent twice, the second finds the
        // first.
        String ref = store.nextRef();
        store.of(pupil.enrolment().id()).stream()
                .filter(earlier -> earlier.state() == LeaveRequest.State.ASKED)
                .filter(earlier -> earlier.days().overlaps(asked.days()))
                .findFirst()
                .ifPresent(earlier -> {
                    throw new Conflict(
                            "Another request for some of these days waits to be decided: " + earlier.ref() + ".");
                });
        store.add(ref, asked, pupil.enrolment().id(), sessions, by.userName());
        journal.write(Entry.of(
                ref,
                "NOTE",
                "A request for leave was entered: " + asked.ground().title() + ", "
                        + Dates.inWords(asked.days().from().date()) + " to "
                        + Dates.inWords(asked.days().to().date()) + ", " + sessions
                        + " sessions, asked on " + Dates.inWords(asked.askedOn()) + ".",
                asked.details()));
        processes.start(MODEL, ref, Map.of(WHY, "request"));
        return find(ref, by.scope());
    }

    private int check(Asked asked, Pupils.OnRoll pupil) {
        List<Fault> faults = new ArrayList<>();
        LeaveDays days = asked.days();
        if (asked.askedOn().isAfter(LocalDate.now(clock))) {
            faults.add(new Fault("/askedOn", "The day on which it was asked must be today or in the past"));
        }
        if (asked.askedBy()
                .filter(parent -> contacts.of(pupil.pupil().id()).stream()
                        .noneMatch(one -> one.contact().id().equals(parent)
                                && one.contact().school().equals(asked.school())))
                .isPresent()) {
            faults.add(new Fault("/askedBy", "Choose one of the pupil's contacts"));
        }
        if (asked.details().isBlank() || asked.details().strip().length() > LONGEST_DETAILS) {
            faults.add(new Fault(
                    "/details", "Enter what the parent asks and why, in at most " + LONGEST_DETAILS + " characters"));
        }
        if (asked.evidence().strip().length() > LONGEST_EVIDENCE) {
            faults.add(new Fault("/evidence", "Keep this to " + LONGEST_EVIDENCE + " characters"));
        }
        int sessions = 0;
        if (days.to().date().isAfter(days.from().date().plusYears(LONGEST_YEARS))) {
            faults.add(new Fault("/to", "A request can speak of a year at most"));
        } else {
            sessions = days.planned(schools.timetable(asked.school())).size();
            if (sessions == 0) {
                faults.add(new Fault("/from", "The school's calendar plans no session on these days"));
            } else if (!pupil.enrolment().onRoll(days.from().date())) {
                faults.add(new Fault("/pupilRef", "The pupil is not on the school's roll on the first day"));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return sessions;
    }

    /**
     * The parent takes a request back. What waited for the headteacher is withdrawn; leave that was given is given no longer, and its
     * codes that were still to be entered in the register are taken back. A code that the register has already is the school's to
     * correct there.
     *
     * @throws NotFound where there is no such request in scope
     * @throws InvalidInput where no reason is given
     * @throws Conflict where it was refused, or taken back before
     */
    public LeaveRequest takeBack(String ref, String why, By by) {
        return turn.alone(() -> takenBack(ref, why, by));
    }

    private LeaveRequest takenBack(String ref, String why, By by) {
        LeaveRequest request = find(ref, by.scope());
        if (why.isBlank() || why.strip().length() > LONGEST_EVIDENCE) {
            throw new InvalidInput("/reason", "Say how you know, in at most " + LONGEST_EVIDENCE + " characters");
        }
        if (request.state() == LeaveRequest.State.REFUSED || request.state() == LeaveRequest.State.TAKEN_BACK) {
            throw new Conflict("This request was "
                    + (request.state() == LeaveRequest.State.REFUSED ? "refused" : "taken back") + " before.");
        }
        store.takeBack(ref);
        int codes = takenBack.settle(request, by);
        journal.write(Entry.of(
                        ref,
                        "NOTE",
                        "The parent took the request back."
                                + (codes == 0
                                        ? ""
                                        : " " + codes + (codes == 1 ? " code" : " codes")
                                                + " of leave still to be entered in the register "
                                                + (codes == 1 ? "is" : "are") + " taken back."),
                        why.strip())
                .changing(request.state().title(), LeaveRequest.State.TAKEN_BACK.title()));
        String because = "the parent took the request back: " + why.strip();
        processes.withdraw(MODEL, ref, because);
        letters.withdraw(ref, because);
        return find(ref, by.scope());
    }

    /** @throws NotFound where there is no such request in scope */
    public LeaveRequest find(String ref, Scope scope) {
        return store.find(ref, scope).orElseThrow(() -> new NotFound(NOT_THERE));
    }

    /** Every request in scope, the latest first. */
    public List<LeaveRequest> in(Scope scope) {
        return store.in(scope);
    }
}
