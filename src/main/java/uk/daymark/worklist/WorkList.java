package uk.daymark.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.access.Action;
import uk.daymark.access.People;
import uk.daymark.access.SignedIn;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.measure.RegisterDates;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Scopes;
import uk.daymark.people.Urn;
import uk.daymark.time.LondonTime;
import uk.daymark.time.Turn;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;
import uk.daymark.workflow.CausedBy;
import uk.daymark.worklist.WorkItem.State;

/** The list of what people have to do: who sees what, who has it, and until when it waits. */
@Service
public class WorkList {

    /** As many characters as a reason for postponing may have. */
    public static final int LONGEST_REASON = 2000;

    private static final String NOT_THERE = "There is no such task for your schools and your role.";

    private static final String BEING_CHANGED =
            "This task is being changed just now, perhaps by an import. Nothing was changed; try again in a moment.";

    private final WorkItems items;
    private final UrgentFirst urgentFirst;
    private final Scopes scopes;
    private final Schools schools;
    private final People people;
    private final Sayings sayings;
    private final ObjectProvider<Journal> journal;
    private final ObjectProvider<CaseStages> stages;
    private final Turn turn;
    private final Clock clock;

    WorkList(
            WorkItems items,
            Scopes scopes,
            Schools schools,
            People people,
            Sayings sayings,
            ObjectProvider<Journal> journal,
            ObjectProvider<CaseStages> stages,
            Turn turn,
            Clock clock) {
        this.items = items;
        this.urgentFirst = new UrgentFirst(items);
        this.scopes = scopes;
        this.schools = schools;
        this.people = people;
        this.sayings = sayings;
        this.journal = journal;
        this.stages = stages;
        this.turn = turn;
        this.clock = clock;
    }

    /**
     * One page of a list.
     *
     * @param total how many there are on all pages
     * @param items those on this page, in the order that was asked for
     */
    public record Page(long total, List<WorkItem> items) {}

    /**
     * One page of the open tasks that a person may see and the filter lets through, strictly by when they are due.
     *
     * @param page from 1
     * @param size tasks on a page
     */
    public Page page(WorkFilter filter, SignedIn person, int page, int size) {
        Condition condition = listed(filter, person);
        return new Page(items.count(condition), items.list(condition, size, (page - 1L) * size));
    }

    /** As {@link #page(WorkFilter, SignedIn, int, int)}, in an order for people. */
    public Page page(WorkFilter filter, WorkOrder order, SignedIn person, int page, int size) {
        Condition condition = listed(filter, person);
        long from = (page - 1L) * size;
        return new Page(
                items.count(condition),
                order.isByUrgency() && filter.view() != WorkFilter.View.POSTPONED
                        ? urgentFirst.page(() -> listed(filter, person), clock.instant(), size, from)
                        : items.list(condition, order, size, from));
    }

    /** What comes before everything else among the open tasks that a person may see, whatever list is looked at; at most so many. */
    public List<WorkItem> firstOfAll(SignedIn person, int most) {
        return items.list(Condition.firstOfAll(person, scopes.of(person), clock.instant()), most, 0);
    }

    /** How many there are of them. */
    public long count(WorkFilter filter, SignedIn person) {
        return items.count(listed(filter, person));
    }

    /** The open tasks of a case that a person may see, those that are put off included, soonest first. */
    public List<WorkItem> ofCase(String caseRef, SignedIn person) {
        WorkFilter all = WorkFilter.of(WorkFilter.View.ALL);
        WorkFilter filter = new WorkFilter(
                all.view(), all.kind(), all.due(), all.words(), all.school(), Optional.of(caseRef), all.pupilRef());
        return items.list(listed(filter, person), 1000, 0);
    }

    /** The same of many cases, by their references; a case without any is left out. */
    public Map<String, List<WorkItem>> ofCases(Collection<String> refs, SignedIn person) {
        if (refs.isEmpty()) {
            return Map.of();
        }
        Condition condition = Condition.ofCases(refs, person, scopes.of(person));
        return items.list(condition, Integer.MAX_VALUE, 0).stream()
                .collect(Collectors.groupingBy(item -> item.about().caseRef().orElse("")));
    }

    /**
     * A task, open or ended.
     *
     * @throws NotFound where there is none, or it is not that person's to see
     */
    public WorkItem find(String id, SignedIn person) {
        return items.find(id, Condition.seen(person, scopes.of(person))).orElseThrow(() -> new NotFound(NOT_THERE));
    }

    /** Whether the person may do the task, were it free. */
    public boolean mayDo(WorkItem item, SignedIn person) {
        return person.may(Action.WORK_TASKS)
                && WhoMayDo.may(person.role(), item.group())
                && schools.find(item.school()).filter(reach(person)::test).isPresent();
    }

    /** The same of many tasks, asked once. */
    public Predicate<WorkItem> mayDo(SignedIn person) {
        Set<Urn> reached =
                schools.in(scopes.of(person)).stream().map(School::urn).collect(Collectors.toSet());
        return item -> person.may(Action.WORK_TASKS)
                && WhoMayDo.may(person.role(), item.group())
                && reached.contains(item.school());
    }

    /** Everybody who could do the task. */
    public List<SignedIn> whoCould(WorkItem item) {
        return people.all().stream().filter(person -> mayDo(item, person)).toList();
    }

    /**
     * Gives the task to the person who asks for it. Asking for what one has changes nothing.
     *
     * @throws Conflict where somebody else has it, it has ended, or it is being changed
     * @throws AccessDeniedException where the person's role does not do such tasks
     */
    @Transactional
    public void claim(String id, SignedIn person) {
        taken(id, person);
    }

    /** Whether it was free and is the person's now; otherwise the person had it already. */
    private boolean taken(String id, SignedIn person) {
        WorkItem item = workable(id, person);
        holdSoon(id);
        boolean taken = items.claim(id, person.userName(), clock.instant());
        if (!taken) {
            WorkItem now = find(item.id(), person);
            open(now, person);
            if (!isHeldBy(now, person)) {
                throw new Conflict(sayings.held(now, person));
            }
        }
        return taken;
    }

    /**
     * {@link #claim} for a while: at that moment the task is free again by itself. Asking anew makes it longer; what one was given for
     * good stays so.
     *
     * @throws Conflict as {@link #claim}
     */
    @Transactional
    public void claimUntil(String id, Instant until, SignedIn person) {
        boolean hadIt = !taken(id, person);
        items.hold(id, person.userName(), until, hadIt);
    }

    /**
     * Puts back what the person had for a while. What one was given for good, what somebody else has and what is over stay as they are.
     *
     * @return whether it is free for others now
     * @throws Conflict where it is being changed
     */
    @Transactional
    public boolean releaseHeld(String id, SignedIn person) {
        workable(id, person);
        holdSoon(id);
        return items.freeHeld(id, person.userName());
    }

    /** The ids of the open tasks of a kind that others have for a while, at this moment. */
    public Set<String> heldByOthers(String kind, SignedIn person) {
        return items.heldByOthers(kind, person.userName(), clock.instant());
    }

    /**
     * Puts a task back for others. What is nobody's stays so.
     *
     * @throws Conflict where somebody else has it, it has ended, or it is being changed
     */
    @Transactional
    public void release(String id, SignedIn person) {
        workable(id, person);
        holdSoon(id);
        WorkItem item = find(id, person);
        open(item, person);
        notHeldByAnother(item, person);
        items.free(id, person.userName());
    }

    private void holdSoon(String id) {
        if (!items.lockSoon(id)) {
            throw new Conflict(BEING_CHANGED);
        }
    }

    /**
     * Puts a task off: it leaves the lists until that day begins.
     *
     * @throws InvalidInput pointing to {@code /reason} or {@code /until}
     * @throws Conflict where somebody else has it, or it has ended
     */
    public void postpone(String id, String reason, LocalDate until, SignedIn person) {
        turn.runAlone(() -> putOff(id, reason, until, person));
    }

    private void putOff(String id, String reason, LocalDate until, SignedIn person) {
        items.lock(id);
        WorkItem item = workable(id, person);
        open(item, person);
        notHeldByAnother(item, person);
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw new InvalidInput("/reason", "Say why, in at most " + LONGEST_REASON + " characters.");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), LondonTime.ZONE);
        if (!until.isAfter(today) || !RegisterDates.plausible(until)) {
            throw new InvalidInput("/until", "Give a day after today.");
        }
        items.postpone(id, until.atStartOfDay(LondonTime.ZONE).toInstant(), reason.strip());
        record(Entry.of(subjectOf(item), "TASK", "Postponed: " + item.about().title(), reason.strip())
                .changing("", until.toString()));
    }

    /** The item as that person may work it. */
    WorkItem workable(String id, SignedIn person) {
        WorkItem item = find(id, person);
        if (!mayDo(item, person)) {
            throw new AccessDeniedException(person.role() + " does no tasks of " + item.group());
        }
        return item;
    }

    void open(WorkItem item, SignedIn person) {
        if (item.state() != State.OPEN) {
            throw new Conflict(sayings.ended(item, person));
        }
    }

    void notHeldByAnother(WorkItem item, SignedIn person) {
        if (item.assignee().isPresent() && !isHeldBy(item, person)) {
            throw new Conflict(sayings.held(item, person));
        }
    }

    /** @return the entry, so that what follows from it can be put down to it */
    CausedBy record(Entry entry) {
        return new CausedBy(entry.subject(), journal.getObject().write(entry));
    }

    static String subjectOf(WorkItem item) {
        return item.about().caseRef().orElse(item.key());
    }

    static boolean isHeldBy(WorkItem item, SignedIn person) {
        return item.assignee().filter(person.userName()::equals).isPresent();
    }

    private Predicate<School> reach(SignedIn person) {
        return scopes.of(person)::holds;
    }

    private Condition listed(WorkFilter filter, SignedIn person) {
        return Condition.listed(
                filter,
                person,
                scopes.of(person),
                clock.instant(),
                stages.stream().filter(known -> person.may(Action.SEE_CASES)).findFirst());
    }
}
