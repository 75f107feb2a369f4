package uk.daymark.firstday;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import uk.daymark.access.SignedIn;
import uk.daymark.measure.DateRange;
import uk.daymark.people.ContactId;
import uk.daymark.people.Scopes;
import uk.daymark.time.Turn;
import uk.daymark.web.Conflict;
import uk.daymark.worklist.WorkFilter;
import uk.daymark.worklist.WorkFilter.View;
import uk.daymark.worklist.WorkItem;
import uk.daymark.worklist.WorkLimits;
import uk.daymark.worklist.WorkList;
import uk.daymark.worklist.WorkOrder;

/**
 * The first-day calls of a school, for several clerks at once: each opens a call for a while, and nobody is rung by two of them, whether
 * about one household or about two that share a parent.
 */
@Service
public class CallQueue {

    private static final int LOOKED_THROUGH = 200;

    private final WorkList list;
    private final Rounds rounds;
    private final Attempts attempts;
    private final Scopes scopes;
    private final WorkLimits limits;
    private final Turn turn;
    private final Clock clock;

    CallQueue(
            WorkList list, Rounds rounds, Attempts attempts, Scopes scopes, WorkLimits limits, Turn turn, Clock clock) {
        this.list = list;
        this.rounds = rounds;
        this.attempts = attempts;
        this.scopes = scopes;
        this.limits = limits;
        this.turn = turn;
        this.clock = clock;
    }

    /**
     * How far the calls of a day have come.
     *
     * @param made calls made today
     * @param left calls that stand on the list
     */
    public record Progress(int made, long left) {}

    /** Whether a task is a call. */
    public boolean isCall(WorkItem item) {
        return item.model().equals(Round.MODEL) && item.kind().equals(RoundTasks.CALL);
    }

    /** Whether somebody else makes this call just now; one that somebody was only given may lie there all day. */
    public boolean isBeingRung(WorkItem item, SignedIn person) {
        return list.heldByOthers(RoundTasks.CALL, person).contains(item.id());
    }

    /** How far they have come at the person's school. */
    public Progress progress(SignedIn person) {
        LocalDate today = LocalDate.now(clock);
        return new Progress(
                scopes.of(person)
                        .homeSchool()
                        .map(school -> attempts.calls(school, new DateRange(today, today)))
                        .orElse(0),
                list.count(calls(View.STANDING), person));
    }

    /**
     * Opens the next call for this person: the one that they have open already, else the first that is free.
     *
     * @param passed calls that the person does not want to make now
     * @return the task's id; empty where there is none that can be made just now
     */
    public Optional<String> next(SignedIn person, List<String> passed) {
        return Stream.concat(items(calls(View.MINE), person).stream(), items(calls(View.AVAILABLE), person).stream())
                .filter(item -> !passed.contains(item.id()) && list.mayDo(item, person))
                .filter(item -> opened(item, person))
                .map(WorkItem::id)
                .findFirst();
    }

    /** Opens the call that a household waits for after another one; empty where it waits for none that is free. */
    public Optional<String> nextOf(String round, SignedIn person) {
        return of(round, RoundTasks.CALL, person)
                .filter(item -> opened(item, person))
                .map(WorkItem::id);
    }

    /** The open task of that kind of a contact round. */
    public Optional<WorkItem> of(String round, String kind, SignedIn person) {
        return items(WorkFilter.of(View.STANDING).only(kind), person).stream()
                .filter(item -> item.key().equals(round))
                .findFirst();
    }

    /**
     * Opens one call for this person.
     *
     * @throws Conflict where somebody else rings this family or this person just now, or the call is over
     */
    public void open(String id, SignedIn person) {
        turn.take(() -> {
            WorkItem item = list.find(id, person);
            if (isRungByAnother(item, person)) {
                throw new Conflict("Somebody else is ringing this person just now about another child.");
            }
            list.claimUntil(id, clock.instant().plus(limits.calls().held()), person);
            return id;
        });
    }

    private boolean opened(WorkItem item, SignedIn person) {
        try {
            open(item.id(), person);
            return true;
        } catch (Conflict another) {
            return false;
        }
    }

    /** What somebody was only given does not count: it may lie there all day. */
    private boolean isRungByAnother(WorkItem item, SignedIn person) {
        Set<String> held = list.heldByOthers(RoundTasks.CALL, person);
        if (held.isEmpty()) {
            return false;
        }
        Set<ContactId> busy = items(calls(View.STANDING), person).stream()
                .filter(other -> held.contains(other.id()) && !other.id().equals(item.id()))
                .flatMap(other -> contact(other).stream())
                .collect(Collectors.toSet());
        return contact(item).filter(busy::contains).isPresent();
    }

    private Optional<ContactId> contact(WorkItem item) {
        return rounds.find(item.key()).flatMap(Round::askedContact);
    }

    private List<WorkItem> items(WorkFilter filter, SignedIn person) {
        return list.page(filter, WorkOrder.URGENT_FIRST, person, 1, LOOKED_THROUGH)
                .items();
    }

    private static WorkFilter calls(View view) {
        return WorkFilter.of(view).only(RoundTasks.CALL);
    }
}
