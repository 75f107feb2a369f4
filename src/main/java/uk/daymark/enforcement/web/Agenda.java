package uk.daymark.enforcement.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.access.SignedIn;
import uk.daymark.enforcement.referral.LiableParent;
import uk.daymark.enforcement.referral.Sittings;
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
            List<ReferralDesk.Todo> todo) {}

    /** The items of the sitting on that day, as far as this person may see them. */
    List<Item> of(LocalDate day, SignedIn person) {
        List<Item> items = new ArrayList<>();
        for (Sittings.Item item : sittings.on(day, desk.scope(person))) {
            items.add(item(items.size() + 1, item, day, person));
        }
        return items;
    }

    private Item item(int number, Sittings.Item item, LocalDate day, SignedIn person) {
        LiableParent parent = item.parent().parent();
        var file = item.parent().file();
        return new Item(
                number,
                parent.name(),
                parent.relation(),
                file.pupilName() + " (" + file.pupilRef() + ")",
                desk.school(file.school()),
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
                desk.tasks(file.ref().value(), person).stream()
                        .filter(task -> task.key().equals(parent.key().toString()))
                        .map(task -> desk.todo(task, person, address(day)))
                        .toList());
    }

    /** The address of the first item that is not decided yet and that this person can decide now. */
    Optional<String> next(LocalDate day, SignedIn person) {
        return sittings.on(day, desk.scope(person)).stream()
                .filter(item -> item.parent().parent().waitsFor(day))
                .flatMap(item -> desk.tasks(item.parent().file().ref().value(), person).stream()
                        .filter(task ->
                                task.key().equals(item.parent().parent().key().toString())))
                .filter(task -> desk.canDoNow(task, person))
                .map(WorkItem::id)
                .findFirst()
                .map(id -> "/tasks/" + id + "?from=" + address(day));
    }

    private static String address(LocalDate day) {
        return "/panel/" + day;
    }
}
