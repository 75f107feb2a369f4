package uk.daymark.enforcement.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.enforcement.ledger.Payment.Share;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.people.Scope;
import uk.daymark.time.Dates;
import uk.daymark.web.Conflict;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;

/** Money that comes for notices. Nothing that was entered is changed: it is struck out and entered anew, or settled otherwise. */
@Service
public class Payments {

    /** With what the key begins under which what happens to a payment is journalled. */
    static final String SUBJECT = "Y-";

    private static final String NOT_THERE = "There is no such payment in your authority's ledger.";

    private final PaymentStore store;
    private final NoticeStore notices;
    private final NoticeFiles files;
    private final Journal journal;
    private final NoticeNews news;
    private final Clock clock;

    Payments(
            PaymentStore store, NoticeStore notices, NoticeFiles files, Journal journal, NoticeNews news, Clock clock) {
        this.store = store;
        this.notices = notices;
        this.files = files;
        this.journal = journal;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Money that came, as it is entered.
     *
     * @param entryId given by whoever enters it
     * @param shares for which notices it is; what is left is kept as unmatched
     */
    public record Came(
            String entryId,
            LocalDate receivedOn,
            Money amount,
            Payment.Method method,
            String reference,
            String payer,
            List<Share> shares) {

        public Came {
            shares = List.copyOf(shares);
        }
    }

    /**
     * Enters money that came. Entered again with the same id, it is the payment that stands already.
     *
     * @throws InvalidInput where the shares do not fit
     * @throws Conflict where another payment was entered with that id, or the one that was is struck out
     */
    @Transactional
    public Payment enter(Came came, Keeper by) {
        Optional<Payment> before = store.entered(by.authority(), came.entryId());
        if (before.isPresent()) {
            return sameAs(came, before.get());
        }
        if (came.receivedOn().isAfter(LocalDate.now(clock))) {
            throw new InvalidInput("/receivedOn", "This day has not come yet.");
        }
        holdNoticesOf(came.shares());
        check(came.shares(), came.amount(), came.receivedOn(), by);
        List<NoticeFile> stood = news.now(came.shares(), List.of());
        long id = added(came, by);
        store(id, came.shares(), "Entered with the payment.", by);
        Payment entered = find(id, by);
        journal.write(Entry.of(
                        SUBJECT + id,
                        "PAYMENT",
                        came.amount() + " came, received on " + Dates.inWords(came.receivedOn()) + ", reference \""
                                + came.reference() + "\".",
                        "")
                .changing("", inWords(entered)));
        news.tell(stood, came.amount() + " was entered, received on " + Dates.inWords(came.receivedOn()));
        return entered;
    }

    private long added(Came came, Keeper by) {
        try {
            return store.add(by.authority(), came, by.userName());
        } catch (DuplicateKeyException atOnce) {
            throw new Conflict(
                    "This payment is being entered by somebody else at this moment. Send it again to see it.");
        }
    }

    /**
     * Two people who enter the same payment mean one payment; the same id for something else is a mistake. What it went to may have
     * been settled otherwise since, so that is not compared.
     */
    private static Payment sameAs(Came came, Payment before) {
        before.struckWhy().ifPresent(why -> {
            throw new Conflict("The payment with this entry id was struck out: " + why
                    + " If it did come, enter it with an id of its own.");
        });
        boolean same = before.amount().equals(came.amount())
                && before.receivedOn().equals(came.receivedOn())
                && before.reference().equals(came.reference())
                && before.payer().equals(came.payer());
        if (!same) {
            throw new Conflict("Another payment was entered with this entry id: " + before.amount() + " on "
                    + Dates.inWords(before.receivedOn()) + ". Give each payment an id of its own.");
        }
        return before;
    }

    /**
     * Says for which notices money is that went nowhere, or moves it to others: what it went to before is kept and does not stand.
     *
     * @param shares all of them, from now on
     */
    @Transactional
    public Payment settle(long id, List<Share> shares, String why, Keeper by) {
        Payment payment = held(id, shares, by);
        check(shares, payment.amount().less(payment.paidBack()), payment.receivedOn(), by);
        String before = inWords(payment);
        List<NoticeFile> stood = news.now(payment.shares(), shares);
        payment.shares().forEach(share -> {
            notices.touch(share.notice());
            journal.write(Entry.of(
                    share.notice().value(),
                    "PAYMENT",
                    share.amount() + " received on " + Dates.inWords(payment.receivedOn())
                            + " was taken off this notice.",
                    why));
        });
        store.undoShares(id, why, by.userName());
        store(id, shares, why, by);
        Payment settled = find(id, by);
        refuseOverdrawn(payment);
        journal.write(Entry.of(SUBJECT + id, "PAYMENT", "What the payment is for was settled.", why)
                .changing(before, inWords(settled)));
        news.tell(stood, "A payment received on " + Dates.inWords(payment.receivedOn()) + " was settled otherwise");
        return settled;
    }

    /** Strikes out a payment that was entered wrongly. It stays readable, and no longer counts. */
    @Transactional
    public Payment strike(long id, String why, Keeper by) {
        Payment payment = held(id, List.of(), by);
        if (payment.paidBack().any()) {
            throw new Conflict("Part of this payment was paid back, so it did come. It cannot be struck out.");
        }
        List<NoticeFile> stood = news.now(payment.shares(), List.of());
        store.undoShares(id, why, by.userName());
        store.strike(id, why, by.userName());
        refuseOverdrawn(payment);
        payment.shares().forEach(share -> {
            notices.touch(share.notice());
            journal.write(Entry.of(
                    share.notice().value(),
                    "PAYMENT",
                    share.amount() + " received on " + Dates.inWords(payment.receivedOn()) + " was struck out.",
                    why));
        });
        journal.write(Entry.of(SUBJECT + id, "PAYMENT", "The payment was struck out.", why)
                .changing(inWords(payment), ""));
        news.tell(stood, "A payment received on " + Dates.inWords(payment.receivedOn()) + " was struck out");
        return find(id, by);
    }

    /** Enters that money which went nowhere was paid back to the payer. */
    @Transactional
    public Payment paidBack(long id, Money amount, LocalDate on, String why, Keeper by) {
        Payment payment = held(id, List.of(), by);
        if (amount.compareTo(payment.unmatched()) > 0) {
            throw new InvalidInput("/amount", "Only " + payment.unmatched() + " of this payment went nowhere.");
        }
        if (on.isAfter(LocalDate.now(clock)) || on.isBefore(payment.receivedOn())) {
            throw new InvalidInput("/paidOn", "Give a day from that of the payment up to today.");
        }
        store.refund(id, amount, on, why, by.userName());
        journal.write(Entry.of(
                SUBJECT + id, "PAYMENT", amount + " was paid back to the payer on " + Dates.inWords(on) + ".", why));
        return find(id, by);
    }

    /** The payment of that number, where it came to the keeper's authority. */
    public Payment find(long id, Keeper by) {
        return store.find(id)
                .filter(payment -> by.scope() instanceof Scope.OneAuthority authority
                        && payment.keptBy().equals(authority.name()))
                .orElseThrow(() -> new NotFound(NOT_THERE));
    }

    /** Every payment to the keeper's authority, the latest first. */
    public List<Payment> all(Keeper by) {
        return by.scope() instanceof Scope.OneAuthority authority ? store.keptBy(authority.name()) : List.of();
    }

    /** Those of them that hold money that went nowhere, earliest first. */
    public List<Payment> unmatched(Keeper by) {
        return by.scope() instanceof Scope.OneAuthority authority ? store.unmatched(authority.name()) : List.of();
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

    private void store(long id, List<Share> shares, String why, Keeper by) {
        Payment payment = store.find(id).orElseThrow();
        for (Share share : shares) {
            store.share(id, share, why, by.userName());
            notices.touch(share.notice());
            Entry entry = Entry.of(
                    share.notice().value(),
                    "PAYMENT",
                    share.amount() + " was received on " + Dates.inWords(payment.receivedOn()) + ".",
                    why);
            journal.write(entry);
            notices.find(share.notice(), Scope.everywhere(), LocalDate.now(clock))
                    .flatMap(Notice::caseRef)
                    .ifPresent(ref -> journal.write(Entry.of(
                            ref,
                            "PAYMENT",
                            "Notice " + share.notice() + ": " + share.amount() + " was received on "
                                    + Dates.inWords(payment.receivedOn()) + ".",
                            why)));
        }
    }

    private void check(List<Share> shares, Money amount, LocalDate receivedOn, Keeper by) {
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
    private void refuseOverdrawn(Payment before) {
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

    /**
     * The payment, while nobody else can change it or the money of any notice that it is for or shall be for. A refund of a notice holds
     * the pupil: so pupils first, then the payment, everywhere.
     */
    private Payment held(long id, List<Share> shallBe, Keeper by) {
        List<Share> before = find(id, by).shares();
        holdNoticesOf(Stream.concat(before.stream(), shallBe.stream()).toList());
        store.hold(id);
        Payment payment = find(id, by);
        if (!payment.shares().equals(before)) {
            throw new Conflict("Somebody else has just settled this payment. Look at it again.");
        }
        if (payment.struckWhy().isPresent()) {
            throw new Conflict("This payment was struck out.");
        }
        return payment;
    }

    private void holdNoticesOf(List<Share> shares) {
        notices.hold(shares.stream()
                .flatMap(share -> notices.find(share.notice(), Scope.everywhere(), LocalDate.now(clock)).stream())
                .map(Notice::pupil)
                .toList());
    }

    private static String inWords(Payment payment) {
        StringBuilder words = new StringBuilder();
        payment.shares()
                .forEach(share -> words.append(share.amount())
                        .append(" for ")
                        .append(share.notice())
                        .append(", "));
        return words.append(payment.unmatched()).append(" unmatched").toString();
    }
}
