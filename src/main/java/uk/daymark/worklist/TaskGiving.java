package uk.daymark.worklist;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import uk.daymark.access.Action;
import uk.daymark.access.People;
import uk.daymark.access.SignedIn;
import uk.daymark.journal.Entry;
import uk.daymark.time.Turn;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;

/** Giving tasks to colleagues. */
@Service
public class TaskGiving {

    private final WorkList list;
    private final WorkItems items;
    private final People people;
    private final Turn turn;
    private final Clock clock;

    TaskGiving(WorkList list, WorkItems items, People people, Turn turn, Clock clock) {
        this.list = list;
        this.items = items;
        this.people = people;
        this.turn = turn;
        this.clock = clock;
    }

    /**
     * Gives a task to somebody; empty takes it from whoever has it.
     *
     * @throws InvalidInput pointing to {@code /assignee} where that person does not exist or could not do it
     * @throws Conflict where it has ended
     */
    public void assign(String id, Optional<String> assignee, SignedIn by) {
        turn.runAlone(() -> give(id, OptionalLong.empty(), assignee, by));
    }

    /**
     * {@link #assign}, for a task as it stood when somebody chose it.
     *
     * @param version the version that the person saw
     * @throws Conflict also where it changed since
     */
    public void assign(String id, long version, Optional<String> assignee, SignedIn by) {
        turn.runAlone(() -> give(id, OptionalLong.of(version), assignee, by));
    }

    private void give(String id, OptionalLong version, Optional<String> assignee, SignedIn by) {
        items.lock(id);
        WorkItem item = list.find(id, by);
        if (!by.may(Action.ASSIGN_TASK)) {
            throw new AccessDeniedException("Nobody of this role assigns tasks");
        }
        list.open(item, by);
        if (version.isPresent() && version.getAsLong() != item.version()) {
            throw new Conflict("It has changed since you ticked it.");
        }
        if (version.isPresent() && list.heldByOthers(item.kind(), by).contains(id)) {
            throw new Conflict(item.assignee().map(people::displayName).orElse("Somebody") + " is at it just now.");
        }
        assignee.ifPresent(user -> {
            if (people.find(user).filter(person -> list.mayDo(item, person)).isEmpty()) {
                throw new InvalidInput("/assignee", "This person does not exist here, or could not do the task.");
            }
        });
        if (assignee.equals(item.assignee())) {
            return;
        }
        items.assign(id, assignee, clock.instant());
        list.record(Entry.of(
                        WorkList.subjectOf(item),
                        "TASK",
                        assignee.map(user -> "Assigned to " + people.displayName(user) + ": ")
                                        .orElse("Put back for anybody: ")
                                + item.about().title(),
                        "")
                .changing(item.assignee().orElse(""), assignee.orElse("")));
    }
}
