package uk.daymark.enforcement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.People;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.referral.Referral;
import uk.daymark.enforcement.referral.Referrals;
import uk.daymark.journal.Journal;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Scopes;
import uk.daymark.people.Urn;
import uk.daymark.time.Dates;
import uk.daymark.web.NotFound;
import uk.daymark.worklist.WorkItem;
import uk.daymark.worklist.WorkList;

/** What the pages and the calls about referrals ask in the same way. */
@Component
class ReferralDesk {

    private final Access access;
    private final Scopes scopes;
    private final Cases cases;
    private final Referrals referrals;
    private final Schools schools;
    private final WorkList work;
    private final People people;
    private final Journal journal;
    private final Dates dates;
    private final Clock clock;

    ReferralDesk(
            Access access,
            Scopes scopes,
            Cases cases,
            Referrals referrals,
            Schools schools,
            WorkList work,
            People people,
            Journal journal,
            Dates dates,
            Clock clock) {
        this.access = access;
        this.scopes = scopes;
        this.cases = cases;
        this.referrals = referrals;
        this.schools = schools;
        this.work = work;
        this.people = people;
        this.journal = journal;
        this.dates = dates;
        this.clock = clock;
    }

    /** A referred case and who asks for it. */
    record Asked(SignedIn person, CaseFile file) {}

    /**
     * The case, where this person may see referrals and the case is theirs to see; the look is journalled.
     *
     * @throws NotFound where there is none, it is somebody else's, or it was never referred
     */
    Asked look(String ref, String what) {
        SignedIn person = access.require(Action.SEE_REFERRALS);
        CaseFile file = Optional.of(ref).filter(CaseRef::fits).map(CaseRef::new).stream()
                .flatMap(known -> cases.find(known, person).stream())
                .filter(found -> cases.wasReferred(found.ref()))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such referral to your authority."));
        journal.looked(file.ref().value(), what);
        return new Asked(person, file);
    }

    Scope scope(SignedIn person) {
        return scopes.of(person);
    }

    String school(Urn urn) {
        return schools.find(urn).map(School::name).orElse("");
    }

    /** The names of the schools that this person may work with. */
    Map<Urn, String> schoolNames(SignedIn person) {
        return schools.in(scope(person)).stream().collect(Collectors.toMap(School::urn, School::name));
    }

    /** What waits and the filter lets through, in its order. */
    List<Referrals.Waiting> queue(QueueFilter filter, SignedIn person) {
        Map<Urn, String> names = schoolNames(person);
        List<Referrals.Waiting> found = referrals.waiting(scope(person)).stream()
                .filter(one -> filter.lets(one, names.getOrDefault(one.file().school(), "")))
                .toList();
        return filter.order() == QueueFilter.Order.ACT_BY
                ? found
                : found.stream()
                        .sorted(Comparator.comparingInt(Referrals.Waiting::waited)
                                .reversed())
                        .toList();
    }

    /** Who at the authority has one of these tasks; empty where nobody has taken any. */
    static List<String> officers(List<WorkItem> tasks) {
        return tasks.stream()
                .filter(item -> item.group().equals("officer") || item.group().equals("panel"))
                .flatMap(item -> item.assignee().stream())
                .distinct()
                .toList();
    }

    /** The same, by name. */
    String officerNames(List<WorkItem> tasks) {
        List<String> all = officers(tasks);
        return all.isEmpty()
                ? "Nobody yet"
                : all.stream().map(people::displayName).collect(Collectors.joining(", "));
    }

    /** The open tasks of a case that this person may see. */
    List<WorkItem> tasks(String caseRef, SignedIn person) {
        return work.ofCase(caseRef, person);
    }

    /** The same of many cases, by their references; a case without any is left out. */
    Map<String, List<WorkItem>> tasks(Collection<String> caseRefs, SignedIn person) {
        return work.ofCases(caseRefs, person);
    }

    /** Which tasks the person's role does. */
    Predicate<WorkItem> mayDo(SignedIn person) {
        return work.mayDo(person);
    }

    /** Whether nobody but this person has the task. */
    static boolean isFreeFor(WorkItem item, SignedIn person) {
        return item.assignee().filter(user -> !user.equals(person.userName())).isEmpty();
    }

    /** A task as a line: where it is, and who has it. */
    Todo todo(WorkItem item, Predicate<WorkItem> mayDo, String from) {
        return new Todo(
                item.about().title(),
                "/tasks/" + item.id() + "?from=" + from,
                item.assignee()
                        .map(people::displayName)
                        .map(name -> name + " has it")
                        .orElse("Nobody has it yet"),
                mayDo.test(item));
    }

    /**
     * A task to open.
     *
     * @param mayDo whether the person's role does such tasks; all can be read
     */
    record Todo(String title, String address, String who, boolean mayDo) {}

    /** "11 of 12 met". */
    static String evidence(Referral referral) {
        return referral.checks().isEmpty()
                ? "Not looked at yet"
                : referral.met() + " of " + referral.checks().size() + " met";
    }

    /** "3 of 15 working days"; without the promise where the policy makes none. */
    static String waited(Referrals.Waiting waiting) {
        int days = waiting.waited();
        String one = days == 1 ? " working day" : " working days";
        return waiting.promised()
                .map(promised -> days + " of " + promised + (promised == 1 ? " working day" : " working days"))
                .orElse(days + one);
    }

    /** By when to act, and how long that is. */
    ActBy actBy(Optional<ProsecutionLimit> limit) {
        LocalDate today = LocalDate.now(clock);
        return limit.map(one -> {
                    long left = ChronoUnit.DAYS.between(today, one.safe());
                    String days =
                            left < 0 ? "passed" : left == 0 ? "today" : left == 1 ? "1 day left" : left + " days left";
                    return new ActBy(
                            dates.day(one.safe()),
                            days,
                            left < 0 ? "red" : left < ActBy.SOON ? "orange" : "",
                            dates.day(one.outer()));
                })
                .orElse(new ActBy("No session to prosecute for", "", "", ""));
    }

    /**
     * By when to act.
     *
     * @param day the last day counted from the first session
     * @param left how long that is; empty text where there is no such day
     * @param colour of the tag that marks it; empty text where it is not near
     * @param outer the last day counted from the last session
     */
    record ActBy(String day, String left, String colour, String outer) {

        /** From so many days on the page marks it; no rule hangs on it. */
        private static final int SOON = 28;
    }
}
