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
import uk.daymark.measure.Session;
import uk.daymark.register.By;
import uk.daymark.register.MarkChange;

/**
 * A mark that a notice rests on was amended: the notice may have to be withdrawn, and an officer looks at it. Nothing is withdrawn by
 * itself.
 */
@Component
class AmendedMarks implements DecisionFollower {

    private static final Set<String> OURS = Set.of(NoticeModels.AUTHORISE, NoticeModels.UNPAID, NoticeModels.DECIDE);

    private final Cases cases;
    private final Ledger ledger;
    private final QuestionedNotices questioned;
    private final NoticeWords words;

    AmendedMarks(Cases cases, Ledger ledger, QuestionedNotices questioned, NoticeWords words) {
        this.cases = cases;
        this.ledger = ledger;
        this.questioned = questioned;
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
        questioned.question(
                file,
                From.MARKS,
                words.say("marks-amended", what),
                words.say("alert-marks", file.notice().ref(), what));
    }
}
