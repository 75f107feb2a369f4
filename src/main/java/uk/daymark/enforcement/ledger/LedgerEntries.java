package uk.daymark.enforcement.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.enforcement.ledger.NoticeFile.Prosecution;
import uk.daymark.enforcement.ledger.NoticeFile.Refund;
import uk.daymark.enforcement.ledger.NoticeFile.State;
import uk.daymark.enforcement.ledger.NoticeFile.Told;
import uk.daymark.enforcement.ledger.NoticeFile.Withdrawal;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.NoticeLookback.Outcome;
import uk.daymark.measure.PaymentPeriod;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.measure.WorkingDays;
import uk.daymark.people.Contact;
import uk.daymark.people.Contacts;
import uk.daymark.people.PupilId;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;
import uk.daymark.policy.BankHolidayChanges;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;
import uk.daymark.time.Dates;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;

/** Writes into the sanction ledger what became of notices, and notices from before or elsewhere. Nothing is ever taken out. */
@Service
public class LedgerEntries {

    /** The ground of the policies that speaks of what became of the notice. */
    public static final String UNPAID = "unpaid and not prosecuted";

    /** The ground that lets the same sessions serve once more, in a notice without the errors. */
    public static final String MATERIAL_ERRORS = "material errors";

    private final NoticeStore store;
    private final NoticeFiles files;
    private final Ledger ledger;
    private final Parties parties;
    private final Contacts contacts;
    private final Schools schools;
    private final Policies policies;
    private final WorkingDays workingDays;
    private final Journal journal;
    private final ObjectProvider<NoticeFollower> followers;
    private final Clock clock;

    LedgerEntries(
            NoticeStore store,
            NoticeFiles files,
            Ledger ledger,
            Parties parties,
            Contacts contacts,
            Schools schools,
            Policies policies,
            BankHolidayChanges changes,
            Journal journal,
            ObjectProvider<NoticeFollower> followers,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.ledger = ledger;
        this.parties = parties;
        this.contacts = contacts;
        this.schools = schools;
        this.policies = policies;
        this.workingDays = new WorkingDays(new BankHolidays(changes.extra(), changes.removed()));
        this.journal = journal;
        this.followers = followers;
        this.clock = clock;
    }

    /**
     * A notice from before or elsewhere.
     *
     * @param school the school at the time, where Daymark knows it
     * @param contact to which of the child's contacts it went; where none is given, to a person of that name
     * @param issuer who issued it
     * @param full its full amount; empty where it is not known
     * @param source where it is written
     * @param toldBy who said so
     */
    public record Earlier(
            PupilId pupil,
            Urn school,
            Optional<Long> contact,
            String personName,
            Notice.Kind kind,
            String issuer,
            DateRange offence,
            LocalDate issuedOn,
            Optional<Money> full,
            Outcome outcome,
            String source,
            String toldBy,
            String why) {}

    /**
     * Enters a notice from before or elsewhere; it counts like any other.
     *
     * @throws Conflict where the ledger has such a notice already
     */
    @Transactional
    public NoticeFile enterEarlier(Earlier earlier, Keeper by) {
        LocalDate today = LocalDate.now(clock);
        if (earlier.issuedOn().isAfter(today)) {
            throw new InvalidInput("/issuedOn", "This day has not come yet.");
        }
        if (earlier.offence().to().isAfter(earlier.issuedOn())) {
            throw new InvalidInput("/offence/to", "The absence ends after the notice was issued.");
        }
        store.hold(List.of(earlier.pupil()));
        Optional<Contact> contact = earlier.contact().map(number -> contactOf(earlier.pupil(), number, by));
        PartyId party = contact.map(parties::orNew).orElseGet(() -> parties.add(earlier.personName()));
        refuseTwice(earlier, parties.same(party), contact.isEmpty());
        Policy policy = policy(by.authority());
        NoticeRef ref = store.nextRef(today.getYear());
        ProsecutionLimit limit = ProsecutionLimit.of(
                earlier.offence(),
                policy.number("prosecution.limit", earlier.issuedOn()).orElseThrow());
        store.add(
                new Notice(
                        ref,
                        earlier.pupil(),
                        party,
                        contact.map(Contact::id),
                        earlier.kind(),
                        Notice.Origin.EARLIER,
                        contact.map(Parties::name).orElse(earlier.personName()),
                        by.authority(),
                        earlier.issuer(),
                        Optional.of(earlier.school()),
                        schools.find(earlier.school()).orElseThrow().name(),
                        Optional.empty(),
                        earlier.offence(),
                        "",
                        Optional.empty(),
                        earlier.full(),
                        earlier.issuedOn(),
                        by.userName(),
                        clock.instant(),
                        earlier.why(),
                        Optional.empty(),
                        limit.safe(),
                        limit.outer(),
                        policy.name(),
                        policy.version(),
                        earlier.source(),
                        earlier.toldBy(),
                        List.of(),
                        1),
                Optional.empty());
        files.add(ref, told(earlier.outcome(), earlier.source(), earlier.toldBy(), by));
        journal.write(Entry.of(
                        ref.value(),
                        "NOTICE",
                        "An earlier notice was entered: issued on " + Dates.inWords(earlier.issuedOn()) + " by "
                                + earlier.issuer() + ", said by " + earlier.toldBy() + ".",
                        earlier.why())
                .changing("", earlier.outcome().name())
                .from(earlier.source()));
        return ledger.find(ref, by.scope());
    }

    /** Enters what became of an earlier notice; what was said before is kept. */
    @Transactional
    public NoticeFile told(NoticeRef ref, long version, Outcome outcome, String source, String toldBy, Keeper by) {
        NoticeFile file = held(ref, version, by);
        if (file.notice().origin() != Notice.Origin.EARLIER) {
            throw new Conflict(
                    "This notice was issued here: what became of it follows from its payments and proceedings.");
        }
        files.add(ref, told(outcome, source, toldBy, by));
        return changed(file, "What became of the notice was entered, said by " + toldBy + ".", source, by);
    }

    /**
     * Enters that a notice was posted: from then on its time runs.
     *
     * @throws Conflict where it was posted already
     */
    @Transactional
    public NoticeFile posted(NoticeRef ref, LocalDate postedOn, Keeper by) {
        store.hold(List.of(ledger.find(ref, by.scope()).notice().pupil()));
        NoticeFile file = mine(ref, by);
        Notice notice = file.notice();
        if (notice.origin() == Notice.Origin.EARLIER
                || notice.clock().isPresent()
                || !file.state().payable()) {
            throw new Conflict("Notice " + ref + " cannot be posted: it was posted or ended already.");
        }
        if (postedOn.isBefore(notice.issuedOn()) || postedOn.isAfter(LocalDate.now(clock))) {
            throw new InvalidInput("/postedOn", "Give a day from the day of issue up to today.");
        }
        store.posted(ref, clock(notice, postedOn));
        return changed(file, "The notice was posted on " + Dates.inWords(postedOn) + ".", "", by);
    }

    /** When a notice could be paid if it were posted on a day. */
    public PaymentClock clock(Notice notice, LocalDate postedOn) {
        Policy policy = policy(notice.policyName());
        PaymentPeriod period = PaymentPeriod.ofPosting(
                postedOn,
                workingDays,
                policy.number("service.deemed", postedOn).orElseThrow(),
                policy.number("pn.days.discount", postedOn).orElseThrow(),
                policy.number("pn.days.full", postedOn).orElseThrow());
        return new PaymentClock(
                postedOn,
                period.deemedReceivedOn(),
                notice.discounted().map(lower -> period.discountedUntil()),
                period.fullUntil());
    }

    /** The grounds on which the policy lets a notice be withdrawn today. */
    public List<String> grounds(Notice notice) {
        return policies.named(notice.policyName())
                .flatMap(policy -> policy.list("pn.withdrawal_grounds", LocalDate.now(clock)))
                .orElse(List.of());
    }

    /**
     * Enters that a notice was withdrawn. What was paid has to be paid back. Its sessions may serve again only where it was withdrawn for
     * material errors: otherwise nothing is brought on the same offence any more.
     *
     * <p>Source: Buckinghamshire code of conduct (BUCKS): no proceedings on that offence, reissue for material errors apart.
     *
     * @param ground one of {@link #grounds}
     * @param decidedBy who granted it
     */
    @Transactional
    public NoticeFile withdraw(
            NoticeRef ref, long version, LocalDate on, String ground, String why, String decidedBy, Keeper by) {
        NoticeFile file = held(ref, version, by);
        issuedHere(file);
        if (file.withdrawal().isPresent()) {
            throw new Conflict("Notice " + ref + " was withdrawn already.");
        }
        if (!grounds(file.notice()).contains(ground)) {
            throw new InvalidInput(
                    "/ground", "Give one of the policy's grounds: " + String.join(", ", grounds(file.notice())) + ".");
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
        return changed(file, "The notice was withdrawn by " + decidedBy + ": " + ground + ".", why, by);
    }

    /** Enters what became known of a prosecution; what was entered before is kept. */
    @Transactional
    public NoticeFile prosecuted(NoticeRef ref, long version, Prosecution prosecution, Keeper by) {
        NoticeFile file = held(ref, version, by);
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
        return changed(
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
        NoticeFile file = held(ref, version, by);
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
        return changed(file, amount + " was paid back on " + Dates.inWords(on) + ".", why, by);
    }

    private void refuseTwice(Earlier earlier, Set<PartyId> person, boolean byName) {
        ledger.about(List.of(earlier.pupil())).stream()
                .map(NoticeFile::notice)
                .filter(notice ->
                        notice.kind() == earlier.kind() && notice.issuedOn().equals(earlier.issuedOn()))
                .filter(notice -> notice.offence().equals(earlier.offence()))
                .filter(notice -> person.contains(notice.party())
                        || (byName && notice.parentName().equalsIgnoreCase(earlier.personName())))
                .findFirst()
                .ifPresent(notice -> {
                    throw new Conflict("The ledger has this notice already: " + notice.ref() + ".");
                });
    }

    private Contact contactOf(PupilId pupil, long number, Keeper by) {
        return contacts.of(pupil).stream()
                .map(Contacts.OfPupil::contact)
                .filter(contact -> contact.id().number() == number)
                .filter(contact ->
                        schools.find(contact.school()).filter(by.scope()::holds).isPresent())
                .findFirst()
                .orElseThrow(() -> new InvalidInput("/contact", "This is not one of the pupil's contacts."));
    }

    private Told told(Outcome outcome, String source, String toldBy, Keeper by) {
        return new Told(outcome, source, toldBy, by.userName(), clock.instant());
    }

    private static void issuedHere(NoticeFile file) {
        if (file.notice().origin() != Notice.Origin.ISSUED) {
            throw new Conflict("This is an earlier notice. Enter what became of it, with the source.");
        }
    }

    /** The notice, which nobody else changes until the transaction ends, and which has not changed since it was looked at. */
    private NoticeFile held(NoticeRef ref, long version, Keeper by) {
        store.hold(List.of(ledger.find(ref, by.scope()).notice().pupil()));
        NoticeFile file = mine(ref, by);
        if (file.notice().version() != version) {
            throw new Conflict(
                    "Notice " + ref + " has changed since you opened it. Look at it again before you go on.");
        }
        return file;
    }

    private NoticeFile mine(NoticeRef ref, Keeper by) {
        NoticeFile file = ledger.find(ref, by.scope());
        if (!file.notice().keptBy().equals(by.authority())) {
            throw new Conflict(
                    "Notice " + ref + " stands in the ledger of another authority. Ask that authority to change it.");
        }
        return file;
    }

    private NoticeFile changed(NoticeFile before, String what, String why, Keeper by) {
        NoticeRef ref = before.notice().ref();
        store.touch(ref);
        NoticeFile after = ledger.find(ref, by.scope());
        journal.write(Entry.of(ref.value(), "NOTICE", what, why)
                .changing(before.state().title(), after.state().title()));
        after.notice()
                .caseRef()
                .ifPresent(caseRef -> journal.write(Entry.of(caseRef, "NOTICE", "Notice " + ref + ": " + what, why)
                        .changing(before.state().title(), after.state().title())));
        followers.orderedStream().forEach(follower -> follower.changed(before, after, what));
        return after;
    }

    private Policy policy(String name) {
        return policies.named(name)
                .orElseThrow(
                        () -> new Conflict("The policy " + name + " is not there any more. Ask your administrator."));
    }
}
