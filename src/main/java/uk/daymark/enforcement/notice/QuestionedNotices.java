package uk.daymark.enforcement.notice;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.notice.WithdrawalRequest.From;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Who;
import uk.daymark.workflow.Processes;

/**
 * What a notice rests on is no longer as it was: its withdrawal is asked for, and an officer looks at it. Nothing is withdrawn by
 * itself.
 */
@Component
class QuestionedNotices {

    private final Withdrawals withdrawals;
    private final NoticeOf notices;
    private final Processes processes;
    private final Journal journal;

    QuestionedNotices(Withdrawals withdrawals, NoticeOf notices, Processes processes, Journal journal) {
        this.withdrawals = withdrawals;
        this.notices = notices;
        this.processes = processes;
        this.journal = journal;
    }

    /**
     * Asks for its withdrawal; where that is asked for already it is written down, and where the notice cannot be withdrawn any more an
     * officer is told.
     *
     * @param what what changed, as a sentence
     * @param tooLate what an officer is told where it cannot be withdrawn any more
     */
    void question(NoticeFile file, From from, String what, String tooLate) {
        if (withdrawals.open(file.notice().ref()).isPresent()) {
            journal.write(Entry.of(file.notice().ref().value(), "NOTICE", what, ""));
        } else if (withdrawals.whyNot(file).isEmpty()) {
            withdrawals.enter(file.notice().ref(), from, what, Optional.empty(), Who.DAYMARK);
            withdrawals.begin(file.notice().ref());
        } else {
            notices.parentOf(file.notice().ref())
                    .ifPresentOrElse(
                            parent -> processes.start(
                                    NoticeModels.ALERT,
                                    parent.parent().key().toString(),
                                    Map.of(
                                            NoticeModels.SENTENCE,
                                            tooLate,
                                            NoticeModels.NOTICE_REF,
                                            file.notice().ref().value())),
                            () -> journal.write(Entry.of(file.notice().ref().value(), "NOTICE", tooLate, "")));
        }
    }
}
