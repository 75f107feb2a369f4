package uk.daymark.enforcement.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.enforcement.ledger.NoticeFile.Prosecution;
import uk.daymark.enforcement.ledger.NoticeFile.Refund;
import uk.daymark.enforcement.ledger.NoticeFile.State;
import uk.daymark.enforcement.ledger.NoticeFile.Withdrawal;
import uk.daymark.measure.NoticeLookback.Outcome;
import uk.daymark.time.Dates;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;

/** Writes into the sanction ledger what became of notices that were issued here. Nothing is ever taken out. */
@Service
public class LedgerEntries {

    /** The ground of the policies that speaks of what became of the notice. */
    public static final String UNPAID = "unpaid and not prosecuted";

    /** The ground that lets the same sessions serve once more, in a notice without the errors. */
    public static final String MATERIAL_ERRORS = "material errors";

    private final NoticeStore store;
    private final NoticeFiles files;
    private final NoticeChanges changes;
    private final NoticeTerms terms;
    private final Ledger ledger;
    private final Clock clock;

    LedgerEntries(
            NoticeStore store,
            NoticeFiles files,
            NoticeChanges changes,
            NoticeTerms terms,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.changes = changes;
        this.terms = terms;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Enters that a notice was posted: from then on its time runs.
     *
     * @throws Conflict where it was posted already
     */
    @Transactional
    public NoticeFile posted(NoticeRef ref, LocalDate postedOn, Keeper by) {
        store.hold(List.of(ledger.find(ref, by.scope()).notice().pupil()));
        NoticeFile file = changes.mine(ref, by);
        Notice notice = file.notice();
        if (notice.origin() == Notice.Origin.EARLIER
                || notice.clock().isPresent()
                || !file.state().payable()) {
            throw new Conflict("Notice " + ref + " cannot be posted: it was posted or ended already.");
        }
        if (postedOn.isBefore(notice.issuedOn()) || postedOn.isAfter(LocalDate.now(clock))) {
            throw new InvalidInput("/postedOn", "Give a day from the day of issue up to today.");
        }
        store.posted(ref, terms.clock(notice, postedOn));
        return changes.changed(file, "The notice was posted on " + Dates.inWords(postedOn) + ".", "", by);
    }

    /**
     * Enters that a notice was withdrawn. What was paid has to be paid back. Its sessions may serve again only where it was withdrawn for
     * material errors: otherwise nothing is brought on the same offence any more.
     *
     * <p>Source: Buckinghamshire code of conduct (BUCKS): no proceedings on that offence, reissue for material errors apart.
     *
     * @param ground one of {@link NoticeTerms#grounds}
     * @param decidedBy who granted it
     */
    @Transactional
    public NoticeFile withdraw(
            NoticeRef ref, long version, LocalDate on, String ground, String why, String decidedBy, Keeper by) {
        NoticeFile file = changes.held(ref, version, by);
        issuedHere(file);
        if (file.withdrawal().isPresent()) {
            throw new Conflict("Notice " + ref + " was withdrawn already.");
        }
        if (!terms.grounds(file.notice()).contains(ground)) {
            throw new InvalidInput(
                    "/ground",
                    "Give one of the policy's grounds: " + String.join(", ", terms.grounds(file.notice())) + ".");
        }
        if (on.isBefore(file.notice().issuedOn()) || on.isAfter(LocalDate.now(clock))) {
            throw new InvalidInput("/withdrawnOn", "Give a day from the day of issue up to today.");
        }
        if (file.outcome() == Outcome.UNPAID_CONVICTED) {
            throw new Conflict("A court has convicted the parent of what notice " + ref
                    + " was about. It cannot be withdrawn any more.");
        }
        boolean unpaid = file.state() == State.UNPAID
                && file.notice()
                        .clock()
                        .filter(dates -> on.isAfter(dates.fullUntil()))
                        .isPresent();
        if (ground.equals(UNPAID) && !unpaid) {
            throw new InvalidInput(
                    "/ground",
                    "This ground is for a notice whose time to pay is over, that is unpaid and was not prosecuted.");
        }
        files.add(ref, new Withdrawal(on, ground, why, decidedBy, by.userName(), clock.instant()));
        if (ground.equals(MATERIAL_ERRORS)) {
            store.freeSessions(ref);
        }
        store.giveUpPlace(ref);
        return changes.changed(file, "The notice was withdrawn by " + decidedBy + ": " + ground + ".", why, by);
    }

    /** Enters what became known of a prosecution; what was entered before is kept. */
    @Transactional
    public NoticeFile prosecuted(NoticeRef ref, long version, Prosecution prosecution, Keeper by) {
        NoticeFile file = changes.held(ref, version, by);
        issuedHere(file);
        if (file.state() == State.WITHDRAWN || file.state() == State.PAID) {
            throw new Conflict("Notice " + ref + " was "
                    + (file.state() == State.PAID ? "paid" : "withdrawn")
                    + ": nobody can be prosecuted for what it was about.");
        }
        if (file.state().payable()) {
            throw new Conflict("Notice " + ref + " can still be paid. A prosecution comes after its last day.");
        }
        LocalDate today = LocalDate.now(clock);
        if (prosecution.begunOn().isBefore(file.notice().issuedOn())
                || prosecution.begunOn().isAfter(today)) {
            throw new InvalidInput("/begunOn", "Give a day from the day of issue up to today.");
        }
        file.notice()
                .clock()
                .map(PaymentClock::fullUntil)
                .filter(last -> !prosecution.begunOn().isAfter(last))
                .ifPresent(last -> {
                    throw new InvalidInput(
                            "/begunOn",
                            "The notice could be paid until " + Dates.inWords(last)
                                    + ". A prosecution is begun after that day.");
                });
        if (prosecution.begunOn().isAfter(file.notice().prosecuteOuter())) {
            throw new InvalidInput(
                    "/begunOn",
                    "The last day to begin a prosecution was "
                            + Dates.inWords(file.notice().prosecuteOuter()) + ".");
        }
        boolean dated = prosecution
                .resultOn()
                .filter(day -> !day.isBefore(prosecution.begunOn()) && !day.isAfter(today))
                .isPresent();
        if ((prosecution.result() == NoticeFile.Result.OPEN)
                        == prosecution.resultOn().isPresent()
                || (prosecution.resultOn().isPresent() && !dated)) {
            throw new InvalidInput(
                    "/resultOn",
                    "Give the day of the result, from the day it was begun up to today; none while it is open.");
        }
        files.add(ref, prosecution);
        return changes.changed(
                file,
                "Prosecution, " + prosecution.route().title() + ": "
                        + prosecution.result().title() + "."
                        + (prosecution.begunOn().isAfter(file.notice().prosecuteSafe())
                                ? " It was begun after "
                                        + Dates.inWords(file.notice().prosecuteSafe())
                                        + ", the last day counted from the first session of the offence."
                                : ""),
                prosecution.why(),
                by);
    }

    /** Enters that money of a notice was paid back: of a withdrawn one, what is over, or what came too late. */
    @Transactional
    public NoticeFile paidBack(NoticeRef ref, long version, Money amount, LocalDate on, String why, Keeper by) {
        NoticeFile file = changes.held(ref, version, by);
        Money most = file.money().map(NoticeMoney::mayBePaidBack).orElse(Money.NONE);
        if (amount.compareTo(most) > 0) {
            throw new InvalidInput(
                    "/amount",
                    most.any() ? "At most " + most + " can be paid back." : "There is nothing to be paid back.");
        }
        if (on.isBefore(file.notice().issuedOn()) || on.isAfter(LocalDate.now(clock))) {
            throw new InvalidInput("/paidOn", "Give a day from the day of issue up to today.");
        }
        files.add(ref, new Refund(amount, on, why, by.userName()));
        return changes.changed(file, amount + " was paid back on " + Dates.inWords(on) + ".", why, by);
    }

    private static void issuedHere(NoticeFile file) {
        if (file.notice().origin() != Notice.Origin.ISSUED) {
            throw new Conflict("This is an earlier notice. Enter what became of it, with the source.");
        }
    }
}
