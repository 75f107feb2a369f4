package uk.daymark.enforcement.referral;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.referral.Referral.Said;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.workflow.Processes;

/**
 * One round after another for each parent: a referral that is accepted while an earlier one is still being settled for a parent waits for
 * that parent, and is taken up when the earlier one has ended.
 */
@Component
class ParentRounds {

    private final ReferralStore store;
    private final LiableParents parents;
    private final Cases cases;
    private final Processes processes;
    private final Journal journal;

    ParentRounds(ReferralStore store, LiableParents parents, Cases cases, Processes processes, Journal journal) {
        this.store = store;
        this.parents = parents;
        this.cases = cases;
        this.processes = processes;
        this.journal = journal;
    }

    /** Asks for a decision about each parent whom an accepted referral names; it waits for those with whom another is under way. */
    void accepted(Referral referral) {
        for (int number : referral.parents()) {
            ParentKey key = new ParentKey(referral.caseRef(), number);
            if (busy(key)) {
                journal.write(Entry.of(
                        referral.caseRef().value(),
                        "PARENT",
                        parents.find(key).map(LiableParent::name).orElse("")
                                + ": the decision about this referral waits until the earlier one is settled.",
                        ""));
            } else {
                takeUp(referral, key);
            }
        }
    }

    /** One round has ended for a parent: the next that is accepted and waits is taken up, while the case is open. */
    void ended(ParentKey key) {
        int last = parents.find(key).map(LiableParent::round).orElse(0);
        Optional<Referral> next = store.of(key.caseRef()).stream()
                .filter(referral -> referral.standing() == Standing.ACCEPTED && referral.round() > last)
                .filter(referral -> referral.parents().contains(key.number()))
                .findFirst();
        if (cases.find(key.caseRef())
                .filter(file -> file.status() == CaseFile.Status.OPEN)
                .isPresent()) {
            next.ifPresent(referral -> takeUp(referral, key));
        }
    }

    /** Whether nothing of the case is open any more: no round before its answer, and no parent of an accepted one. */
    boolean settled(CaseRef ref) {
        List<Referral> rounds = store.of(ref);
        return rounds.stream().noneMatch(referral -> referral.standing().open())
                && parents.of(ref).stream()
                        .filter(parent -> parent.standing() != LiableParent.Standing.NAMED)
                        .allMatch(parent -> parent.standing() == LiableParent.Standing.ENDED);
    }

    /** Whether a referral can be decided at once for any parent whom it names. */
    boolean anyFree(Referral referral) {
        return referral.parents().stream().anyMatch(number -> !busy(new ParentKey(referral.caseRef(), number)));
    }

    private boolean busy(ParentKey key) {
        return processes.running(Models.PARENT, key.toString());
    }

    private void takeUp(Referral referral, ParentKey key) {
        store.takenUp(referral, key);
        parents.stands(
                key,
                LiableParent.Standing.TO_DECIDE,
                referral.answered().map(Said::why).orElse(""));
        processes.start(
                Models.PARENT,
                key.toString(),
                Map.of(Models.ROUTE, referral.route().word()));
    }
}
