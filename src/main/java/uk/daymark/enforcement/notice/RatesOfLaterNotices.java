package uk.daymark.enforcement.notice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.NoticeCheck;
import uk.daymark.enforcement.NoticeKind;
import uk.daymark.enforcement.NoticeQuestion;
import uk.daymark.enforcement.NoticeRate;
import uk.daymark.enforcement.PreviousNotice;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeFollower;
import uk.daymark.enforcement.ledger.Parties;
import uk.daymark.enforcement.ledger.PartyId;
import uk.daymark.enforcement.notice.WithdrawalRequest.From;
import uk.daymark.policy.Policies;

/**
 * A notice counts no longer: it was withdrawn, or a court acquitted. A later one to the same person for the same child that was issued at
 * the second rate because of it has a wrong amount, and somebody looks at it.
 */
@Component
class RatesOfLaterNotices implements NoticeFollower {

    private final Ledger ledger;
    private final Parties parties;
    private final Policies policies;
    private final NoticeCheck check;
    private final QuestionedNotices questioned;
    private final NoticeWords words;

    RatesOfLaterNotices(
            Ledger ledger,
            Parties parties,
            Policies policies,
            NoticeCheck check,
            QuestionedNotices questioned,
            NoticeWords words) {
        this.ledger = ledger;
        this.parties = parties;
        this.policies = policies;
        this.check = check;
        this.questioned = questioned;
        this.words = words;
    }

    @Override
    public void changed(NoticeFile before, NoticeFile after, String because) {
        if (!before.outcome().counts() || after.outcome().counts()) {
            return;
        }
        Notice fallen = after.notice();
        Set<PartyId> person = parties.same(fallen.party());
        List<NoticeFile> all = ledger.about(List.of(fallen.pupil())).stream()
                .filter(file -> person.contains(file.notice().party()))
                .toList();
        all.stream()
                .filter(file -> file.notice().origin() == Notice.Origin.ISSUED && later(file.notice(), fallen))
                .filter(file -> file.withdrawal().isEmpty())
                .filter(file -> file.notice().rate().equals(NoticeRate.SECOND.name()))
                .filter(file -> rateNow(file.notice(), all)
                        .filter(NoticeRate.FIRST::equals)
                        .isPresent())
                .forEach(file -> questioned.question(
                        file,
                        From.RATE,
                        words.say("rate-fell", fallen.ref(), because),
                        words.say("alert-rate", file.notice().ref(), fallen.ref(), because)));
    }

    private static boolean later(Notice notice, Notice than) {
        return notice.issuedOn().isAfter(than.issuedOn())
                || (notice.issuedOn().equals(than.issuedOn())
                        && notice.ref().value().compareTo(than.ref().value()) > 0);
    }

    /** The rate at which it would have been issued on its day, by what is known of the others now. */
    private Optional<NoticeRate> rateNow(Notice notice, List<NoticeFile> all) {
        List<PreviousNotice> previous = all.stream()
                .filter(file -> later(notice, file.notice()))
                .map(file -> new PreviousNotice(
                        NoticeKind.valueOf(file.notice().kind().name()),
                        file.notice().issuedOn(),
                        Optional.of(file.notice().offence().to()),
                        file.outcome()))
                .toList();
        return policies.named(notice.policyName())
                .flatMap(policy -> check.check(new NoticeQuestion(
                                policy,
                                NoticeKind.valueOf(notice.kind().name()),
                                notice.issuedOn(),
                                notice.issuedOn(),
                                notice.offence(),
                                Optional.empty(),
                                previous))
                        .rate());
    }
}
