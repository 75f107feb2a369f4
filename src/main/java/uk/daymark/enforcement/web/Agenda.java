package uk.daymark.enforcement.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseFile;
import uk.daymark.enforcement.referral.LiableParent;
import uk.daymark.enforcement.referral.Sittings;
import uk.daymark.people.Urn;
import uk.daymark.worklist.WorkItem;

/** What a sitting of the panel decides, item by item. */
@Component
class Agenda {

    private final Sittings sittings;
    private final ReferralDesk desk;
    private final ReferredParents parents;

    Agenda(Sittings sittings, ReferralDesk desk, ReferredParents parents) {
        this.sittings = sittings;
        this.desk = desk;
        this.parents = parents;
    }

    /**
     * A parent to decide about.
     *
     * @param number its place on the agenda, from 1
     * @param waits whether this sitting has still to decide
     * @param decided whether this sitting has decided, and was not asked again; where neither, it left the decision to a later sitting
     * @param decisions what this sitting decided
     * @param todo the task in which it is decided, or what is to be done next about this parent
     * @param now where this person can do that now; empty where they cannot
     */
    record Item(
            int number,
            String name,
            String relation,
            String pupil,
            String school,
            String caseRef,
            String kind,
            String evidence,
            ReferralDesk.ActBy actBy,
            String standing,
            boolean waits,
            boolean decided,
            List<ReferredParents.Decision> decisions,
            List<ReferralDesk.Todo> todo,
            Optional<String> now) {}

    /** The items of the sitting on that day, as far as this person may see them. */
    List<Item> of(LocalDate day, SignedIn person) {
        List<Sittings.Item> found = sittings.on(day, desk.scope(person));
        Map<Urn, String> names = desk.schoolNames(person);
        Map<String, List<WorkItem>> tasks = desk.tasks(
                found.stream()
                        .map(item -> item.parent().file().ref().value())
                        .distinct()
                        .toList(),
                person);
        Predicate<WorkItem> mayDo = desk.mayDo(person);
        List<Item> items = new ArrayList<>();
        for (Sittings.Item item : found) {
            CaseFile file = item.parent().file();
            items.add(item(
                    items.size() + 1,
                    item,
                    names.getOrDefault(file.school(), ""),
                    tasks.getOrDefault(file.ref().value(), List.of()),
                    day,
                    mayDo,
                    person));
        }
        return items;
    }

    private Item item(
            int number,
            Sittings.Item item,
            String school,
            List<WorkItem> tasks,
            LocalDate day,
            Predicate<WorkItem> mayDo,
            SignedIn person) {
        List<WorkItem> ofParent = tasks.stream()
                .filter(task -> task.key().equals(item.parent().parent().key().toString()))
                .toList();
        LiableParent parent = item.parent().parent();
        CaseFile file = item.parent().file();
        return new Item(
                number,
                parent.name(),
                parent.relation(),
                file.pupilName() + " (" + file.pupilRef() + ")",
                school,
                file.ref().value(),
                item.waiting().referral().route().title(),
                ReferralDesk.evidence(item.waiting().referral()),
                desk.actBy(item.waiting().actBy()),
                parent.standing().title(),
                parent.waitsFor(day),
                parent.decidedAt(day),
                parent.decisions().stream()
                        .filter(decided ->
                                decided.sittingOn().filter(day::equals).isPresent())
                        .map(parents::decision)
                        .toList(),
                ofParent.stream()
                        .map(task -> desk.todo(task, mayDo, address(day)))
                        .toList(),
                ofParent.stream()
                        .filter(task -> mayDo.test(task) && ReferralDesk.isFreeFor(task, person))
                        .map(task -> address(task, day))
                        .findFirst());
    }

    /** The address of the first item that is not decided yet and that this person can decide now. */
    Optional<String> next(LocalDate day, SignedIn person) {
        return next(of(day, person));
    }

    /** The same, of items that were asked for already. */
    static Optional<String> next(List<Item> items) {
        return items.stream()
                .filter(Item::waits)
                .flatMap(item -> item.now().stream())
                .findFirst();
    }

    private static String address(WorkItem task, LocalDate day) {
        return "/tasks/" + task.id() + "?from=" + address(day);
    }

    private static String address(LocalDate day) {
        return "/panel/" + day;
    }
}
