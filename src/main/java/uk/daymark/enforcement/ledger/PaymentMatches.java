package uk.daymark.enforcement.ledger;

import java.util.List;
import org.springframework.stereotype.Service;

/** For which notices money may be that nobody has settled. */
@Service
public class PaymentMatches {

    private final PaymentStore store;
    private final NoticeStore notices;
    private final NoticeFiles files;

    PaymentMatches(PaymentStore store, NoticeStore notices, NoticeFiles files) {
        this.store = store;
        this.notices = notices;
        this.files = files;
    }

    /**
     * The notices to which money that went nowhere might belong: our next step on them waits until a person has settled it. Where its
     * reference or the name on it points to some, those; where to none, every notice of the authority that was issued and not
     * withdrawn when it came, and could be paid or was unpaid.
     */
    public List<NoticeFile> mightBelongTo(Payment payment) {
        if (!payment.unmatched().any()) {
            return List.of();
        }
        List<NoticeFile> open = files
                .of(notices.keptBy(payment.keptBy()).stream()
                        .filter(notice -> notice.origin() == Notice.Origin.ISSUED
                                && !notice.issuedOn().isAfter(payment.receivedOn()))
                        .toList())
                .stream()
                .filter(file -> file.state().payable() || file.state() == NoticeFile.State.UNPAID)
                .toList();
        List<NoticeFile> pointed = open.stream()
                .filter(file -> PaymentHints.pointTo(payment.reference() + " " + payment.payer(), file.notice()))
                .toList();
        return pointed.isEmpty() ? open : pointed;
    }

    /** The payments that might belong to a notice and that nobody has settled: our next step on it waits. */
    public List<Payment> thatStop(Notice notice) {
        return store.unmatched(notice.keptBy()).stream()
                .filter(payment -> mightBelongTo(payment).stream()
                        .anyMatch(file -> file.notice().ref().equals(notice.ref())))
                .toList();
    }
}
