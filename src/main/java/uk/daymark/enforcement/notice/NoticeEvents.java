package uk.daymark.enforcement.notice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.ledger.Money;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeFile.State;
import uk.daymark.enforcement.ledger.NoticeFollower;
import uk.daymark.enforcement.ledger.NoticeMoney;
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
        moneyBack(before, after);
        if (before.withdrawal().isEmpty() && after.withdrawal().isPresent()) {
            withdrawn(key.get(), after, because);
        } else if (after.withdrawal().isEmpty() && !before.money().equals(after.money())) {
            paid(key.get(), before, after, because);
        } else if (before.state() == State.PROSECUTED
                && after.state() == State.UNPAID
                && !waitedFor(key.get(), after)) {
            openAgain(key.get(), after, because);
        }
    }

    /** What is owed back lies with an officer from the moment it is owed, whatever else goes on with the notice. */
    private void moneyBack(NoticeFile before, NoticeFile after) {
        String ref = after.notice().ref().value();
        if (owed(after).compareTo(owed(before)) > 0 && !processes.running(NoticeModels.MONEY_BACK, ref)) {
            processes.start(NoticeModels.MONEY_BACK, ref, Map.of());
        }
    }

    private static Money owed(NoticeFile file) {
        return file.money().map(NoticeMoney::owedBack).orElse(Money.NONE);
    }

    private static Money inHand(NoticeFile file) {
        return file.money().map(NoticeMoney::inHand).orElse(Money.NONE);
    }

    private void withdrawn(ParentKey key, NoticeFile after, String because) {
        Map<String, Object> why = Map.of(Processes.BECAUSE, because);
        if (after.notice().clock().isEmpty()) {
            tell(NoticeModels.LETTER_WITHDRAWN, key, after, why);
        }
        if (!beingProsecuted(key, after)) {
            tell(NoticeModels.WITHDRAWN, key, after, why);
        }
        if (inCourt(key, after)) {
            alert(
                    key,
                    after,
                    words.say("alert-withdrawn-in-court", after.notice().ref()));
        }
    }

    private void paid(ParentKey key, NoticeFile before, NoticeFile after, String because) {
        boolean paidBefore = NoticeOf.cleared(before);
        boolean paidNow = NoticeOf.cleared(after);
        Map<String, Object> why = Map.of(Processes.BECAUSE, because);
        int told = paidNow && !paidBefore ? tell(NoticeModels.PAID, key, after, why) : 0;
        if (told == 0) {
            told = tell(NoticeModels.PAYMENT_CHANGED, key, after, why);
        }
        if (told > 0) {
            return;
        }
        if (paidNow && !paidBefore && inCourt(key, after)) {
            alert(key, after, words.say("alert-paid-in-court", after.notice().ref()));
        } else if (!paidNow && paidBefore && !waitedFor(key, after)) {
            openAgain(key, after, because);
        } else if (inHand(after).compareTo(inHand(before)) > 0) {
            alert(key, after, words.say("alert-late-money", after.notice().ref(), inHand(after)));
        }
    }

    /** It counted as paid and does not any more: its time runs on, or a person decides. */
    private void openAgain(ParentKey key, NoticeFile notice, String because) {
        if (!processes.running(NoticeModels.PARENT, key.toString())) {
            liable.stands(key, Standing.PENALTY_NOTICE, because);
        }
        Map<String, Object> variables = new HashMap<>();
        variables.put(NoticeModels.NOTICE_REF, notice.notice().ref().value());
        variables.put(NoticeModels.REOPENED, true);
        variables.put(NoticeModels.SENTENCE, because);
        processes.start(NoticeModels.NOTICE, key.toString(), variables);
    }

    private boolean inCourt(ParentKey key, NoticeFile after) {
        return after.prosecution()
                        .filter(last -> last.result() == NoticeFile.Result.OPEN)
                        .isPresent()
                || beingProsecuted(key, after);
    }

    /** Only the process of that notice is told: another may be about an earlier or a later one of the same parent. */
    private int tell(String message, ParentKey key, NoticeFile notice, Map<String, Object> why) {
        return processes.signal(
                message,
                key.toString(),
                NoticeModels.NOTICE_REF,
                notice.notice().ref().value(),
                why);
    }

    private boolean waitedFor(ParentKey key, NoticeFile notice) {
        return processes.running(
                NoticeModels.NOTICE,
                key.toString(),
                NoticeModels.NOTICE_REF,
                notice.notice().ref().value());
    }

    private boolean beingProsecuted(ParentKey key, NoticeFile notice) {
        return processes.running(
                NoticeModels.PROSECUTION,
                key.toString(),
                NoticeModels.FOR_NOTICE,
                notice.notice().ref().value());
    }

    private void alert(ParentKey key, NoticeFile notice, String sentence) {
        processes.start(
                NoticeModels.ALERT,
                key.toString(),
                Map.of(
                        NoticeModels.SENTENCE,
                        sentence,
                        NoticeModels.NOTICE_REF,
                        notice.notice().ref().value()));
    }
}
