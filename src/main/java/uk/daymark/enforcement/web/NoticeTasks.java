package uk.daymark.enforcement.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import uk.daymark.access.SignedIn;
import uk.daymark.enforcement.court.Prosecutions;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.worklist.WorkItem;

/** What is to be done about one parent: the tasks of the processes of that parent and of the parent's notices. */
@Component
class NoticeTasks {

    private final ReferralDesk desk;
    private final LiableParents parents;
    private final Prosecutions prosecutions;

    NoticeTasks(ReferralDesk desk, LiableParents parents, Prosecutions prosecutions) {
        this.desk = desk;
        this.parents = parents;
        this.prosecutions = prosecutions;
    }

    /**
     * What a notice came from and what follows it.
     *
     * @param todo the open tasks that this person may see
     * @param referral the reference of the case that was referred; empty text where it came from none
     * @param prosecution the address of the file of a prosecution; empty text where there is none
     */
    record Way(List<ReferralDesk.Todo> todo, String referral, String prosecution) {}

    Way of(NoticeRef notice, SignedIn person) {
        return parents.of(notice)
                .map(key -> new Way(
                        of(key, person, "/notices/" + notice, notice.value()),
                        key.caseRef().value(),
                        prosecutions.last(key).isPresent() ? "/prosecutions/" + key : ""))
                .orElse(new Way(List.of(), "", ""));
    }

    /**
     * The open tasks that this person may see.
     *
     * @param from the page that they lead back to
     * @param others further keys, such as a notice's reference
     */
    List<ReferralDesk.Todo> of(ParentKey parent, SignedIn person, String from, String... others) {
        Predicate<WorkItem> mayDo = desk.mayDo(person);
        return desk.tasks(parent.caseRef().value(), person).stream()
                .filter(item -> item.key().equals(parent.toString())
                        || Arrays.asList(others).contains(item.key()))
                .map(item -> desk.todo(item, mayDo, from))
                .toList();
    }
}
