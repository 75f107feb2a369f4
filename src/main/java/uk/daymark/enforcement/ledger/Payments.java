package uk.daymark.enforcement.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
    private final ShareRules rules;
    private final Journal journal;
    private final NoticeNews news;
    private final Clock clock;

    Payments(PaymentStore store, NoticeStore notices, ShareRules rules, Journal journal, NoticeNews news, Clock clock) {
        this.store = store;
        this.notices = notices;
        this.rules = rules;
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
            return before.get().again(came);
        }
        if (came.receivedOn().isAfter(LocalDate.now(clock))) {
            throw new InvalidInput("/receivedOn", "This day has not come yet.");
        }
        holdNoticesOf(came.shares());
        rules.check(came.shares(), came.amount(), came.receivedOn(), by);
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
                .changing("", entered.inWords()));
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
     * Says for which notices money is that went nowhere, or moves it to others: what it went to before is kept and does not stand.
     *
     * @param shares all of them, from now on
     */
    @Transactional
    public Payment settle(long id, List<Share> shares, String why, Keeper by) {
        Payment payment = held(id, shares, by);
        rules.check(shares, payment.amount().less(payment.paidBack()), payment.receivedOn(), by);
        String before = payment.inWords();
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
        rules.refuseOverdrawn(payment);
        journal.write(Entry.of(SUBJECT + id, "PAYMENT", "What the payment is for was settled.", why)
                .changing(before, settled.inWords()));
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
        rules.refuseOverdrawn(payment);
        payment.shares().forEach(share -> {
            notices.touch(share.notice());
            journal.write(Entry.of(
                    share.notice().value(),
                    "PAYMENT",
                    share.amount() + " received on " + Dates.inWords(payment.receivedOn()) + " was struck out.",
                    why));
        });
        journal.write(Entry.of(SUBJECT + id, "PAYMENT", "The payment was struck out.", why)
                .changing(payment.inWords(), ""));
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
}
