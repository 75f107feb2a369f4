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
        List<NoticeFile> open = before(waiting(payment.keptBy()), payment);
        List<NoticeFile> pointed = open.stream()
                .filter(file -> PaymentHints.pointTo(words(payment), file.notice()))
                .toList();
        return pointed.isEmpty() ? open : pointed;
    }

    /** The payments that might belong to a notice and that nobody has settled: our next step on it waits. */
    public List<Payment> thatStop(Notice notice) {
        if (notice.origin() != Notice.Origin.ISSUED
                || !waitsForMoney(files.of(List.of(notice)).get(0))) {
            return List.of();
        }
        List<Payment> later = store.unmatched(notice.keptBy()).stream()
                .filter(payment -> !notice.issuedOn().isAfter(payment.receivedOn()))
                .toList();
        List<NoticeFile> waiting = later.stream().allMatch(payment -> PaymentHints.pointTo(words(payment), notice))
                ? List.of()
                : waiting(notice.keptBy());
        return later.stream()
                .filter(payment -> PaymentHints.pointTo(words(payment), notice)
                        || before(waiting, payment).stream()
                                .noneMatch(file -> PaymentHints.pointTo(words(payment), file.notice())))
                .toList();
    }

    /** The notices issued by an authority that could be paid or are unpaid. */
    private List<NoticeFile> waiting(String authority) {
        return files
                .of(notices.keptBy(authority).stream()
                        .filter(notice -> notice.origin() == Notice.Origin.ISSUED)
                        .toList())
                .stream()
                .filter(PaymentMatches::waitsForMoney)
                .toList();
    }

    private static boolean waitsForMoney(NoticeFile file) {
        return file.state().payable() || file.state() == NoticeFile.State.UNPAID;
    }

    private static List<NoticeFile> before(List<NoticeFile> files, Payment payment) {
        return files.stream()
                .filter(file -> !file.notice().issuedOn().isAfter(payment.receivedOn()))
                .toList();
    }

    private static String words(Payment payment) {
        return payment.reference() + " " + payment.payer();
    }
}
