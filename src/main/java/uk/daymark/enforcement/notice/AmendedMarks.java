package uk.daymark.enforcement.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.cases.Cases;
import uk.daymark.cases.DecisionFollower;
import uk.daymark.cases.DecisionMade;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.notice.WithdrawalRequest.From;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Who;
import uk.daymark.measure.Session;
import uk.daymark.register.By;
import uk.daymark.register.MarkChange;
import uk.daymark.workflow.Processes;

/**
 * A mark that a notice rests on was amended: the notice may have to be withdrawn, and an officer looks at it. Nothing is withdrawn by
 * itself.
 */
@Component
class AmendedMarks implements DecisionFollower {

    private static final Set<String> OURS = Set.of(NoticeModels.AUTHORISE, NoticeModels.UNPAID, NoticeModels.DECIDE);

    private final Cases cases;
    private final Ledger ledger;
    private final NoticeOf notices;
    private final Withdrawals withdrawals;
    private final Processes processes;
    private final Journal journal;
    private final NoticeWords words;

    AmendedMarks(
            Cases cases,
            Ledger ledger,
            NoticeOf notices,
            Withdrawals withdrawals,
            Processes processes,
            Journal journal,
            NoticeWords words) {
        this.cases = cases;
        this.ledger = ledger;
        this.notices = notices;
        this.withdrawals = withdrawals;
        this.processes = processes;
        this.journal = journal;
        this.words = words;
    }

    @Override
    public boolean owns(DecisionMade decision) {
        return OURS.contains(decision.taskKind());
    }

    @Override
    public void shaken(DecisionMade decision, List<MarkChange> changes, By by) {
        if (!owns(decision)) {
            return;
        }
        Map<Session, MarkChange> amended = changes.stream()
                .collect(Collectors.toMap(MarkChange::session, change -> change, (one, other) -> other));
        cases.find(decision.caseRef()).stream()
                .flatMap(file -> ledger.about(List.of(file.pupil())).stream())
                .filter(file -> file.withdrawal().isEmpty())
                .filter(file -> file.notice()
                        .caseRef()
                        .filter(decision.caseRef().value()::equals)
                        .isPresent())
                .forEach(file -> look(file, amended));
    }

    private void look(NoticeFile file, Map<Session, MarkChange> amended) {
        List<MarkChange> changes = file.notice().sessions().stream()
                .flatMap(
                        relied -> Optional.ofNullable(amended.get(relied.session()))
                                .filter(change -> change.after() != relied.code())
                                .stream())
                .toList();
        if (changes.isEmpty()) {
            return;
        }
        String what = AmendedInWords.of(changes);
        if (withdrawals.open(file.notice().ref()).isPresent()) {
            journal.write(Entry.of(file.notice().ref().value(), "NOTICE", words.say("marks-amended", what), ""));
        } else if (withdrawals.whyNot(file).isEmpty()) {
            withdrawals.enter(
                    file.notice().ref(), From.MARKS, words.say("marks-amended", what), Optional.empty(), Who.DAYMARK);
            withdrawals.begin(file.notice().ref());
        } else {
            notices.parentOf(file.notice().ref())
                    .ifPresent(parent -> processes.start(
                            NoticeModels.ALERT,
                            parent.parent().key().toString(),
                            Map.of(
                                    NoticeModels.SENTENCE,
                                    words.say("alert-marks", file.notice().ref(), what))));
        }
    }
}
