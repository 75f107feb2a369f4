package uk.daymark.enforcement.notice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeFile.State;
import uk.daymark.enforcement.ledger.NoticeFollower;
import uk.daymark.enforcement.referral.LiableParent.Standing;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.workflow.Processes;

/** What the ledger learns of a notice reaches the process that waits for it; where none waits any more, a person. */
@Component
class NoticeEvents implements NoticeFollower {

    private final NoticeOf notices;
    private final LiableParents liable;
    private final Processes processes;
    private final NoticeWords words;

    NoticeEvents(NoticeOf notices, LiableParents liable, Processes processes, NoticeWords words) {
        this.notices = notices;
        this.liable = liable;
        this.processes = processes;
        this.words = words;
    }

    @Override
    public void changed(NoticeFile before, NoticeFile after, String because) {
        Optional<ParentKey> key =
                notices.parentOf(after.notice().ref()).map(ParentCase::parent).map(parent -> parent.key());
        if (key.isEmpty()) {
            return;
        }
        if (before.withdrawal().isEmpty() && after.withdrawal().isPresent()) {
            withdrawn(key.get(), after, because);
        } else if (after.withdrawal().isEmpty() && !before.money().equals(after.money())) {
            paid(key.get(), NoticeOf.cleared(before), after, because);
        } else if (before.state() == State.PROSECUTED
                && after.state() == State.UNPAID
                && !processes.running(NoticeModels.NOTICE, key.get().toString())) {
            openAgain(key.get(), because);
        }
    }

    private void withdrawn(ParentKey key, NoticeFile after, String because) {
        Map<String, Object> why = Map.of(Processes.BECAUSE, because);
        if (after.notice().clock().isEmpty()) {
            processes.signal(NoticeModels.LETTER_WITHDRAWN, key.toString(), why);
        }
        if (!processes.running(NoticeModels.PROSECUTION, key.toString())) {
            processes.signal(NoticeModels.WITHDRAWN, key.toString(), why);
        }
        if (inCourt(key, after)) {
            alert(key, words.say("alert-withdrawn-in-court", after.notice().ref()));
        }
    }

    private void paid(ParentKey key, boolean paidBefore, NoticeFile after, String because) {
        boolean paidNow = NoticeOf.cleared(after);
        Map<String, Object> why = Map.of(Processes.BECAUSE, because);
        int told = paidNow && !paidBefore ? processes.signal(NoticeModels.PAID, key.toString(), why) : 0;
        if (told == 0) {
            told = processes.signal(NoticeModels.PAYMENT_CHANGED, key.toString(), why);
        }
        if (told > 0) {
            return;
        }
        if (paidNow && !paidBefore && inCourt(key, after)) {
            alert(key, words.say("alert-paid-in-court", after.notice().ref()));
        } else if (!paidNow && paidBefore && !processes.running(NoticeModels.NOTICE, key.toString())) {
            openAgain(key, because);
        }
    }

    /** It counted as paid and does not any more: its time runs on, or a person decides. */
    private void openAgain(ParentKey key, String because) {
        liable.stands(key, Standing.PENALTY_NOTICE, because);
        Map<String, Object> variables = new HashMap<>();
        variables.put(NoticeModels.REOPENED, true);
        variables.put(NoticeModels.SENTENCE, because);
        processes.start(NoticeModels.NOTICE, key.toString(), variables);
    }

    private boolean inCourt(ParentKey key, NoticeFile after) {
        return after.prosecution()
                        .filter(last -> last.result() == NoticeFile.Result.OPEN)
                        .isPresent()
                || processes.running(NoticeModels.PROSECUTION, key.toString())
                || liable.find(key)
                        .filter(parent -> parent.standing() == Standing.PROSECUTION)
                        .isPresent();
    }

    private void alert(ParentKey key, String sentence) {
        processes.start(NoticeModels.ALERT, key.toString(), Map.of(NoticeModels.SENTENCE, sentence));
    }
}
