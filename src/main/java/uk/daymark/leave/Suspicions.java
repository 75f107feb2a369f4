package uk.daymark.leave;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.letters.Letters;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Scope;
import uk.daymark.register.By;
import uk.daymark.time.Turn;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;
import uk.daymark.workflow.Processes;

/** Absence that looks like leave nobody gave: found from the register, asked about, weighed by the headteacher. */
@Service
public class Suspicions {

    static final String EXPLAINED = "leave-explained";
    private static final String REPLIED = "reply-received";
    private static final int LONGEST_REPLY = 4000;

    private final SuspicionStore store;
    private final LeaveStore requests;
    private final Processes processes;
    private final Letters letters;
    private final Journal journal;
    private final Clock clock;
    private final Turn turn;

    Suspicions(
            SuspicionStore store,
            LeaveStore requests,
            Processes processes,
            Letters letters,
            Journal journal,
            Clock clock,
            Turn turn) {
        this.turn = turn;
        this.store = store;
        this.requests = requests;
        this.processes = processes;
        this.letters = letters;
        this.journal = journal;
        this.clock = clock;
    }

    /** Opens one that nobody asked for. */
    void open(EnrolmentId enrolment, LocalDate from, LocalDate to, String found) {
        String ref = requests.nextRef();
        store.open(ref, enrolment, from, to);
        journal.write(Entry.of(ref, "FINDING", "Absence that looks like leave that nobody gave.", found));
        processes.start(LeaveRequests.MODEL, ref, Map.of(LeaveRequests.WHY, "suspected"));
    }

    /** Ends one because its sessions are not coded as leave any more. */
    void explained(SuspectedLeave leave, String because) {
        store.explained(leave.ref(), because);
        journal.write(Entry.of(leave.ref(), "FINDING", "The absence is not coded as leave any more.", because));
        processes.signal(EXPLAINED, leave.ref(), Map.of(Processes.BECAUSE, because));
        letters.withdraw(leave.ref(), because);
    }

    /**
     * Enters what the parents answered. Where the reply is waited for it goes to the headteacher at once; else it is shown with the
     * next task.
     *
     * @throws NotFound where there is no such suspected leave in scope
     * @throws InvalidInput by field
     * @throws Conflict where it has ended
     */
    public SuspectedLeave replied(String ref, String text, LocalDate on, By by) {
        return turn.alone(() -> enteredReply(ref, text, on, by));
    }

    private SuspectedLeave enteredReply(String ref, String text, LocalDate on, By by) {
        SuspectedLeave leave = find(ref, by.scope());
        if (text.isBlank() || text.strip().length() > LONGEST_REPLY) {
            throw new InvalidInput("/reply", "Enter what the parent said, in at most " + LONGEST_REPLY + " characters");
        }
        if (on.isAfter(LocalDate.now(clock))) {
            throw new InvalidInput("/repliedOn", "The day of the reply must be today or in the past");
        }
        leave.ended().ifPresent(why -> {
            throw new Conflict("This has ended: " + why);
        });
        store.replied(ref, text.strip(), on, by.userName());
        journal.write(Entry.of(ref, "CALL", "A reply to the letter about suspected leave was entered.", text.strip())
                .changing(leave.reply().map(SuspectedLeave.Reply::text).orElse(""), text.strip()));
        processes.signal(REPLIED, ref, Map.of());
        return find(ref, by.scope());
    }

    /** @throws NotFound where there is none of that reference in scope */
    public SuspectedLeave find(String ref, Scope scope) {
        return store.find(ref, scope)
                .orElseThrow(() -> new NotFound("There is no such suspected leave at your schools."));
    }

    /** Every one in scope, the latest first. */
    public List<SuspectedLeave> in(Scope scope) {
        return store.in(scope);
    }
}
