package uk.daymark.enforcement.ledger;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.web.Conflict;

/** How a notice changes: nobody else changes it meanwhile, nobody who saw an older state does, it is journalled and its followers are told. */
@Component
class NoticeChanges {

    private final NoticeStore store;
    private final Ledger ledger;
    private final Journal journal;
    private final ObjectProvider<NoticeFollower> followers;

    NoticeChanges(NoticeStore store, Ledger ledger, Journal journal, ObjectProvider<NoticeFollower> followers) {
        this.store = store;
        this.ledger = ledger;
        this.journal = journal;
        this.followers = followers;
    }

    /** The notice, which nobody else changes until the transaction ends, and which has not changed since it was looked at. */
    NoticeFile held(NoticeRef ref, long version, Keeper by) {
        store.hold(List.of(ledger.find(ref, by.scope()).notice().pupil()));
        NoticeFile file = mine(ref, by);
        if (file.notice().version() != version) {
            throw new Conflict(
                    "Notice " + ref + " has changed since you opened it. Look at it again before you go on.");
        }
        return file;
    }

    /** The notice, where the keeper's authority keeps it. */
    NoticeFile mine(NoticeRef ref, Keeper by) {
        NoticeFile file = ledger.find(ref, by.scope());
        if (!file.notice().keptBy().equals(by.authority())) {
            throw new Conflict(
                    "Notice " + ref + " stands in the ledger of another authority. Ask that authority to change it.");
        }
        return file;
    }

    /** Records what was changed, and tells those who follow notices. */
    NoticeFile changed(NoticeFile before, String what, String why, Keeper by) {
        NoticeRef ref = before.notice().ref();
        store.touch(ref);
        NoticeFile after = ledger.find(ref, by.scope());
        journal.write(Entry.of(ref.value(), "NOTICE", what, why)
                .changing(before.state().title(), after.state().title()));
        after.notice()
                .caseRef()
                .ifPresent(caseRef -> journal.write(Entry.of(caseRef, "NOTICE", "Notice " + ref + ": " + what, why)
                        .changing(before.state().title(), after.state().title())));
        followers.orderedStream().forEach(follower -> follower.changed(before, after, what));
        return after;
    }
}
