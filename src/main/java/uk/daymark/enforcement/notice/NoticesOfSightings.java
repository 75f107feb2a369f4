package uk.daymark.enforcement.notice;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.notice.WithdrawalRequest.From;
import uk.daymark.enforcement.referral.SightingFollower;

/** A sighting that a notice rests on counts no longer: the notice may have to be withdrawn, and somebody looks at it. */
@Component
class NoticesOfSightings implements SightingFollower {

    private final Cases cases;
    private final Ledger ledger;
    private final QuestionedNotices questioned;
    private final NoticeWords words;

    NoticesOfSightings(Cases cases, Ledger ledger, QuestionedNotices questioned, NoticeWords words) {
        this.cases = cases;
        this.ledger = ledger;
        this.questioned = questioned;
        this.words = words;
    }

    @Override
    public void countsNoLonger(CaseRef ref, LocalDate seenOn, String because) {
        cases.find(ref).stream()
                .flatMap(file -> ledger.about(List.of(file.pupil())).stream())
                .filter(file -> file.withdrawal().isEmpty())
                .filter(file -> file.notice().kind() == Notice.Kind.PUBLIC_PLACE)
                .filter(file ->
                        file.notice().caseRef().filter(ref.value()::equals).isPresent())
                .filter(file -> file.notice().offence().contains(seenOn))
                .forEach(file -> questioned.question(
                        file,
                        From.SIGHTING,
                        because,
                        words.say("alert-sighting", file.notice().ref(), because)));
    }
}
