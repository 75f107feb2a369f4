package uk.daymark.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseFile.Status;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.people.Enrolment;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Scopes;
import uk.daymark.time.Turn;
import uk.daymark.workflow.KeysSql;

/** The attendance cases: opened, moved, referred, closed. Every change is journalled under the case's reference. */
@Service
public class Cases {

    /** The stage of a case that was referred to the authority. */
    public static final String REFERRAL = "referral";

    /** The stage of a case before its first rung. */
    public static final String OPENED = "opened";

    private final CaseStore store;
    private final Pupils pupils;
    private final Schools schools;
    private final Scopes scopes;
    private final Journal journal;
    private final ObjectProvider<CaseFollower> followers;
    private final Turn turn;
    private final Clock clock;

    Cases(
            CaseStore store,
            Pupils pupils,
            Schools schools,
            Scopes scopes,
            Journal journal,
            ObjectProvider<CaseFollower> followers,
            Turn turn,
            Clock clock) {
        this.store = store;
        this.pupils = pupils;
        this.schools = schools;
        this.scopes = scopes;
        this.journal = journal;
        this.followers = followers;
        this.turn = turn;
        this.clock = clock;
    }

    /**
     * Opens a case of the pupil at that school, under the policy that the school works under today.
     *
     * @param why the reason that a person gave, or what was found, as a sentence
     * @param rule the rule with its version that led to it; empty text where a person opened it without one
     * @return the case that is open already, if there is one: then nothing is changed
     */
    public CaseFile open(EnrolmentId enrolment, String why, String rule) {
        return openAt(OPENED, enrolment, why, rule);
    }

    /** As {@link #open(EnrolmentId, String, String)}; what is given is written in a new case before its first step is chosen. */
    CaseFile open(EnrolmentId enrolment, String why, String rule, Consumer<CaseRef> first) {
        return openAt(OPENED, enrolment, why, rule, first);
    }

    /**
     * As {@link #open}, at a stage that is not the first: the steps that begin with a new case are not begun.
     *
     * @param stage where the new case stands; the stage of one that is open already is not changed
     */
    public CaseFile openAt(String stage, EnrolmentId enrolment, String why, String rule) {
        return openAt(stage, enrolment, why, rule, ref -> {});
    }

    private CaseFile openAt(String stage, EnrolmentId enrolment, String why, String rule, Consumer<CaseRef> first) {
        return turn.alone(() -> opened(stage, enrolment, why, rule, first));
    }

    private CaseFile opened(String stage, EnrolmentId enrolment, String why, String rule, Consumer<CaseRef> first) {
        store.alone();
        Optional<CaseFile> open = openOf(enrolment);
        if (open.isPresent()) {
            return open.get();
        }
        Enrolment on = pupils.enrolment(enrolment).orElseThrow();
        School school = schools.find(on.school()).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        CaseRef ref = store.nextRef(today.getYear());
        store.add(ref, on, stage, school.policy(), today, why);
        journal.write(Entry.of(ref.value(), "STAGE", "The case was opened.", why)
                .under(rule)
                .changing("", stage));
        first.accept(ref);
        CaseFile opened = find(ref).orElseThrow();
        followers.orderedStream().forEach(follower -> follower.opened(opened));
        return find(ref).orElseThrow();
    }

    /** The case with that reference, whoever asks. */
    public Optional<CaseFile> find(CaseRef ref) {
        return store.find(ref, Scope.everywhere());
    }

    /** The cases of these references, some hundreds with one question, in no order; those that there are not are left out. */
    public List<CaseFile> find(Collection<CaseRef> refs) {
        return store.find(refs);
    }

    /** The case with that reference, where its school is in scope. */
    public Optional<CaseFile> find(CaseRef ref, Scope scope) {
        return store.find(ref, scope);
    }

    /** The case with that reference, where this person may know of it: an officer or the panel only once it was referred. */
    public Optional<CaseFile> find(CaseRef ref, SignedIn person) {
        return store.find(ref, scopes.of(person)).filter(file -> !onlyReferred(person) || wasReferred(ref));
    }

    /** Whether somebody may know of cases only once they were referred to their authority. */
    public static boolean onlyReferred(SignedIn person) {
        return person.role() == Role.OFFICER || person.role() == Role.PANEL;
    }

    /** Whether the case was ever referred to the authority. */
    public boolean wasReferred(CaseRef ref) {
        return store.wasReferred(ref);
    }

    /** The open case of a pupil at a school. */
    public Optional<CaseFile> openOf(EnrolmentId enrolment) {
        return store.ofEnrolment(enrolment).stream()
                .filter(file -> file.status() == Status.OPEN)
                .findFirst();
    }

    /** The day on which the last of the pupil's cases at a school was closed; empty where none was. */
    public Optional<LocalDate> lastClosed(EnrolmentId enrolment) {
        return store.ofEnrolment(enrolment).stream()
                .flatMap(file -> file.closedOn().stream())
                .max(Comparator.naturalOrder());
    }

    /** Every case of these pupils at any school, the latest first. */
    public List<CaseFile> of(PupilId... pupils) {
        return store.ofPupils(List.of(pupils));
    }

    /**
     * One page of a list.
     *
     * @param total how many there are on all pages
     * @param items those on this page, the latest first
     */
    public record Page(long total, List<CaseFile> items) {}

    /**
     * One page of the cases that this person may know of.
     *
     * @param page from 1
     */
    public Page page(CaseFilter filter, SignedIn person, int page, int size) {
        return page(filter, List.of(), person, page, size);
    }

    /**
     * As {@link #page(CaseFilter, SignedIn, int, int)}, of those alone that every one of the queries names.
     *
     * @param within what is about a parent of a case, or another part of it, names the case
     */
    public Page page(CaseFilter filter, List<KeysSql> within, SignedIn person, int page, int size) {
        return store.page(filter, within, scopes.of(person), onlyReferred(person), page, size);
    }

    /** Every stage at which a case stands or stood last, of those that this person may know of. */
    public List<String> stages(SignedIn person) {
        return store.stages(scopes.of(person), onlyReferred(person));
    }

    /** Every open case, by reference. */
    public List<CaseFile> open() {
        return store.open();
    }

    /**
     * Moves a case to another stage.
     *
     * @param stage the id of the rung in the model
     * @param rule the rule with its version that led to it; empty text where there is none
     */
    public void stage(CaseRef ref, String stage, String why, String rule) {
        turn.runAlone(() -> {
            CaseFile before = held(ref);
            store.stage(ref, stage);
            journal.write(Entry.of(ref.value(), "STAGE", "The case moved on.", why)
                    .under(rule)
                    .changing(before.stage(), stage));
        });
    }

    /** Refers the case to the authority, whose officers and panel see it from now on. */
    public void refer(CaseRef ref, String why) {
        turn.runAlone(() -> {
            CaseFile before = held(ref);
            store.refer(ref, REFERRAL, LocalDate.now(clock));
            journal.write(Entry.of(ref.value(), "STAGE", "The case was referred to the local authority.", why)
                    .changing(before.stage(), REFERRAL));
        });
    }

    /** Closes a case; a closed one stays as it is. */
    public void close(CaseRef ref, String why, String rule) {
        turn.runAlone(() -> close(held(ref), why, rule));
    }

    /**
     * Closes a case as somebody saw it.
     *
     * @param seen its version then
     * @return whether it was closed; not where it has changed since
     */
    public boolean closeAsSeen(CaseRef ref, long seen, String why) {
        return turn.alone(() -> {
            CaseFile now = held(ref);
            if (now.version() != seen) {
                return false;
            }
            close(now, why, "");
            return true;
        });
    }

    private void close(CaseFile before, String why, String rule) {
        CaseRef ref = before.ref();
        if (before.status() == Status.CLOSED) {
            return;
        }
        store.close(ref, LocalDate.now(clock));
        journal.write(Entry.of(ref.value(), "STAGE", "The case was closed.", why)
                .under(rule)
                .changing(Status.OPEN.name(), Status.CLOSED.name()));
        CaseFile closed = find(ref).orElseThrow();
        followers.orderedStream().forEach(follower -> follower.closed(closed, why));
    }

    /**
     * Changes what belongs to the case, and counts the change, so that a form that was opened before it is known to be old. Nobody else
     * changes the case meanwhile.
     */
    <T> T changing(CaseRef ref, Supplier<T> change) {
        return turn.alone(() -> {
            store.hold(ref);
            T changed = change.get();
            store.touch(ref);
            return changed;
        });
    }

    /** Does what is about cases while nobody else changes any. */
    <T> T inTurn(Supplier<T> work) {
        return turn.alone(work);
    }

    /** Waits until nobody else opens a case or finds something, and keeps others waiting until the transaction ends. */
    void alone() {
        store.alone();
    }

    private CaseFile held(CaseRef ref) {
        store.hold(ref);
        return find(ref).orElseThrow();
    }
}
