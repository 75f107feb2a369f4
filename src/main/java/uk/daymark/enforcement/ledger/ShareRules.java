package uk.daymark.enforcement.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.ledger.Payment.Share;
import uk.daymark.people.Scope;
import uk.daymark.web.Conflict;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;

/** What the shares of a payment have to keep. */
@Component
class ShareRules {

    private final NoticeStore notices;
    private final NoticeFiles files;
    private final Clock clock;

    ShareRules(NoticeStore notices, NoticeFiles files, Clock clock) {
        this.notices = notices;
        this.files = files;
        this.clock = clock;
    }

    /** @throws InvalidInput where the shares do not fit the amount, the day or the keeper's notices */
    void check(List<Share> shares, Money amount, LocalDate receivedOn, Keeper by) {
        List<Fault> faults = new ArrayList<>();
        Set<NoticeRef> seen = new HashSet<>();
        Money sum = Money.NONE;
        for (int at = 0; at < shares.size(); at++) {
            Share share = shares.get(at);
            sum = sum.plus(share.amount());
            String pointer = "/shares/" + at + "/notice";
            Optional<Notice> notice = notices.find(share.notice(), by.scope(), LocalDate.now(clock))
                    .filter(found -> found.keptBy().equals(by.authority()));
            if (notice.isEmpty()) {
                faults.add(new Fault(
                        pointer,
                        "Your authority's ledger has no notice " + share.notice()
                                + ". Leave it out: what is left is kept until somebody settles it."));
            } else if (notice.get().origin() == Notice.Origin.EARLIER) {
                faults.add(new Fault(
                        pointer, "The money of an earlier notice is kept elsewhere. Enter what became of it."));
            } else if (receivedOn.isBefore(notice.get().issuedOn())) {
                faults.add(new Fault(pointer, "The payment came before notice " + share.notice() + " was issued."));
            }
            if (!seen.add(share.notice())) {
                faults.add(new Fault(pointer, "Notice " + share.notice() + " is named twice."));
            }
        }
        if (sum.compareTo(amount) > 0) {
            faults.add(new Fault("/shares", "The shares come to " + sum + ", which is more than " + amount + "."));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /** Money that was paid back cannot be moved away from under the notice for which it was paid back. */
    void refuseOverdrawn(Payment before) {
        for (Share share : before.shares()) {
            notices.find(share.notice(), Scope.everywhere(), LocalDate.now(clock))
                    .flatMap(notice -> files.of(List.of(notice)).get(0).money())
                    .filter(money -> money.paidBack().compareTo(money.received()) > 0)
                    .ifPresent(money -> {
                        throw new Conflict("Money of notice " + share.notice()
                                + " was paid back already, so this payment has to stay with it.");
                    });
        }
    }
}
