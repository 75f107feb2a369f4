package uk.daymark.enforcement.notice;

import java.util.HashMap;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseFollower;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.workflow.Processes;

/**
 * A notice that was issued does not end with the case: it can still be paid, and after its last day it is prosecuted or withdrawn. So it
 * goes on by itself when what is decided for the parent is stopped.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class NoticesOfClosedCases implements CaseFollower {

    private final LiableParents liable;
    private final NoticeOf notices;
    private final Processes processes;
    private final NoticeWords words;

    NoticesOfClosedCases(LiableParents liable, NoticeOf notices, Processes processes, NoticeWords words) {
        this.liable = liable;
        this.notices = notices;
        this.processes = processes;
        this.words = words;
    }

    @Override
    public void opened(CaseFile file) {
        // A new case has no notice.
    }

    @Override
    public void closed(CaseFile file, String why) {
        liable.of(file.ref())
                .forEach(parent ->
                        notices.all(parent.key().toString()).forEach(notice -> goOn(parent.key(), notice, why)));
    }

    private void goOn(ParentKey key, NoticeFile notice, String why) {
        String ref = notice.notice().ref().value();
        boolean settled = notice.withdrawal().isPresent()
                || notice.state() == NoticeFile.State.PROSECUTED
                || NoticeOf.cleared(notice)
                || processes.running(NoticeModels.NOTICE, key.toString(), NoticeModels.NOTICE_REF, ref)
                || processes.running(NoticeModels.PROSECUTION, key.toString(), NoticeModels.FOR_NOTICE, ref);
        if (settled) {
            return;
        }
        Map<String, Object> variables = new HashMap<>();
        variables.put(NoticeModels.NOTICE_REF, ref);
        if (notice.notice().clock().isPresent()) {
            variables.put(NoticeModels.REOPENED, true);
            variables.put(
                    NoticeModels.SENTENCE, words.say("goes-on", notice.notice().ref(), why));
            processes.start(NoticeModels.NOTICE, key.toString(), variables);
        } else {
            variables.put(
                    NoticeModels.SENTENCE,
                    words.say("alert-not-posted", notice.notice().ref(), why));
            processes.start(NoticeModels.ALERT, key.toString(), variables);
        }
    }
}
