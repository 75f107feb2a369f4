package uk.daymark.enforcement.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.ledger.EarlierEntries;
import uk.daymark.enforcement.ledger.EarlierEntries.Earlier;
import uk.daymark.enforcement.ledger.Keeper;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.LedgerEntries;
import uk.daymark.enforcement.ledger.Money;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.ledger.Parties;
import uk.daymark.enforcement.ledger.PartyId;
import uk.daymark.enforcement.ledger.Payment;
import uk.daymark.enforcement.ledger.Payments;
import uk.daymark.enforcement.notice.Withdrawals;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.NoticeLookback.Outcome;
import uk.daymark.people.Contact;
import uk.daymark.people.Contacts;
import uk.daymark.time.Turn;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;

/** Reads what was sent and writes it into the ledger: the same for programs and for people. */
@Component
class LedgerWrites {

    private static final String WHY = "Say why, or how you know.";

    private final LedgerDesk desk;
    private final Ledger ledger;
    private final LedgerEntries entries;
    private final EarlierEntries earlierEntries;
    private final Payments payments;
    private final Parties parties;
    private final Contacts contacts;
    private final Withdrawals withdrawals;
    private final Turn turn;

    LedgerWrites(
            LedgerDesk desk,
            Ledger ledger,
            LedgerEntries entries,
            EarlierEntries earlierEntries,
            Payments payments,
            Parties parties,
            Contacts contacts,
            Withdrawals withdrawals,
            Turn turn) {
        this.desk = desk;
        this.ledger = ledger;
        this.entries = entries;
        this.earlierEntries = earlierEntries;
        this.payments = payments;
        this.parties = parties;
        this.contacts = contacts;
        this.withdrawals = withdrawals;
        this.turn = turn;
    }

    NoticeFile earlier(Sent sent, Keeper by) {
        Optional<String> school = sent.words("school", Sent.LONGEST_LINE, "Give the school's URN: six digits.");
        Optional<String> pupilRef =
                sent.words("pupilRef", Sent.LONGEST_LINE, "Give the school's reference for the pupil.");
        Optional<Integer> contact = sent.fields().whole("contact");
        Optional<String> person = sent.line("person", Sent.LONGEST_LINE);
        if (contact.isEmpty() == person.filter(name -> !name.isBlank()).isEmpty()) {
            sent.fields().fault("person", "Choose one of the pupil's contacts, or give the name of somebody else.");
        }
        Optional<Notice.Kind> kind = sent.choice("kind", Notice.Kind.class);
        Optional<String> issuer = sent.words("issuer", Sent.LONGEST_LINE, "Give the authority that issued it.");
        Optional<LocalDate> from = sent.day("from");
        Optional<LocalDate> to = sent.day("to");
        Optional<LocalDate> issuedOn = sent.day("issuedOn");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            sent.fields().fault("to", "The last day of the absence comes before the first.");
        }
        Optional<Money> full = Sent.moneyOrNone(sent.fields(), "full");
        Optional<Outcome> outcome = sent.choice("outcome", Outcome.class);
        Optional<NoticeFile.Absence> absence = sent.fields().choice("absence", NoticeFile.Absence.class);
        Optional<String> source = sent.words("source", Sent.LONGEST_LINE, "Say where it is written.");
        Optional<String> toldBy = sent.words("toldBy", Sent.LONGEST_LINE, "Say who told you.");
        Optional<String> why = sent.words("why", Sent.LONGEST_WORDS, WHY);
        sent.finish();
        LedgerDesk.PupilAt pupil = desk.pupilToWriteOf(school.orElseThrow(), pupilRef.orElseThrow(), by.scope());
        return earlierEntries.enterEarlier(
                new Earlier(
                        pupil.id(),
                        pupil.school().urn(),
                        contact.map(Integer::longValue),
                        person.orElse(""),
                        kind.orElseThrow(),
                        issuer.orElseThrow(),
                        new DateRange(from.orElseThrow(), to.orElseThrow()),
                        issuedOn.orElseThrow(),
                        full,
                        outcome.orElseThrow(),
                        absence.orElse(NoticeFile.Absence.NOT_KNOWN),
                        source.orElseThrow(),
                        toldBy.orElseThrow(),
                        why.orElseThrow()),
                by);
    }

    NoticeFile told(NoticeRef ref, Sent sent, Keeper by) {
        ledger.find(ref, by.scope());
        Optional<Long> version = sent.number("version");
        Optional<Outcome> outcome = sent.choice("outcome", Outcome.class);
        Optional<NoticeFile.Absence> absence = sent.fields().choice("absence", NoticeFile.Absence.class);
        Optional<String> source = sent.words("source", Sent.LONGEST_LINE, "Say where it is written.");
        Optional<String> toldBy = sent.words("toldBy", Sent.LONGEST_LINE, "Say who told you.");
        sent.finish();
        return turn.alone(() -> earlierEntries.told(
                ref,
                version.orElseThrow(),
                outcome.orElseThrow(),
                absence,
                source.orElseThrow(),
                toldBy.orElseThrow(),
                by));
    }

    /** @throws Conflict where it came from a case: then its withdrawal is asked for and decided, told and paid back */
    NoticeFile withdrawal(NoticeRef ref, Sent sent, Keeper by) {
        ledger.find(ref, by.scope());
        if (withdrawals.mustBeAskedFor(ref)) {
            throw new Conflict("Ask for the withdrawal of notice " + ref
                    + " on its page: somebody decides, the parent is told and the money is paid back.");
        }
        Optional<Long> version = sent.number("version");
        Optional<LocalDate> on = sent.day("withdrawnOn");
        Optional<String> ground = sent.words("ground", Sent.LONGEST_LINE, "Choose the ground.");
        Optional<String> decidedBy = sent.words("decidedBy", Sent.LONGEST_LINE, "Say who granted it.");
        Optional<String> why = sent.words("why", Sent.LONGEST_WORDS, WHY);
        sent.finish();
        return turn.alone(() -> entries.withdraw(
                ref,
                version.orElseThrow(),
                on.orElseThrow(),
                ground.orElseThrow(),
                why.orElseThrow(),
                decidedBy.orElseThrow(),
                by));
    }

    /** @throws Conflict where it came from a case: then it is decided, certified and authorised before anything is begun */
    NoticeFile prosecution(NoticeRef ref, Sent sent, Keeper by) {
        ledger.find(ref, by.scope());
        if (withdrawals.mustBeAskedFor(ref)) {
            throw new Conflict("Notice " + ref
                    + " came from a case. Its prosecution is begun and its result recorded in the tasks of"
                    + " that case.");
        }
        Optional<Long> version = sent.number("version");
        Optional<NoticeFile.Route> route = sent.choice("route", NoticeFile.Route.class);
        Optional<LocalDate> begunOn = sent.day("begunOn");
        Optional<NoticeFile.Result> result = sent.choice("result", NoticeFile.Result.class);
        Optional<LocalDate> resultOn = sent.plausible("resultOn");
        Optional<String> why = sent.words("why", Sent.LONGEST_WORDS, WHY);
        sent.finish();
        return turn.alone(() -> entries.prosecuted(
                ref,
                version.orElseThrow(),
                new NoticeFile.Prosecution(
                        route.orElseThrow(),
                        begunOn.orElseThrow(),
                        result.orElseThrow(),
                        resultOn,
                        why.orElseThrow(),
                        by.userName()),
                by));
    }

    NoticeFile refund(NoticeRef ref, Sent sent, Keeper by) {
        ledger.find(ref, by.scope());
        Optional<Long> version = sent.number("version");
        Optional<Money> amount = sent.money("amount");
        Optional<LocalDate> paidOn = sent.day("paidOn");
        Optional<String> why = sent.words("why", Sent.LONGEST_WORDS, WHY);
        sent.finish();
        return turn.alone(() -> entries.paidBack(
                ref, version.orElseThrow(), amount.orElseThrow(), paidOn.orElseThrow(), why.orElseThrow(), by));
    }

    Payment payment(Sent sent, Keeper by) {
        Optional<String> entryId = sent.words("entryId", 100, "Give the payment an id of its own.");
        Optional<LocalDate> receivedOn = sent.day("receivedOn");
        Optional<Money> amount = sent.money("amount");
        Optional<Payment.Method> method = sent.choice("method", Payment.Method.class);
        Optional<String> reference = sent.line("reference", Sent.LONGEST_LINE);
        Optional<String> payer = sent.line("payer", Sent.LONGEST_LINE);
        List<Payment.Share> shares = sent.shares();
        sent.finish();
        return turn.alone(() -> payments.enter(
                new Payments.Came(
                        entryId.orElseThrow(),
                        receivedOn.orElseThrow(),
                        amount.orElseThrow(),
                        method.orElseThrow(),
                        reference.orElse(""),
                        payer.orElse(""),
                        shares),
                by));
    }

    Payment settled(long id, Sent sent, Keeper by) {
        payments.find(id, by);
        List<Payment.Share> shares = sent.shares();
        Optional<String> why = sent.words("why", Sent.LONGEST_WORDS, WHY);
        sent.finish();
        return turn.alone(() -> payments.settle(id, shares, why.orElseThrow(), by));
    }

    Payment struck(long id, Sent sent, Keeper by) {
        payments.find(id, by);
        Optional<String> why = sent.words("why", Sent.LONGEST_WORDS, WHY);
        sent.finish();
        return turn.alone(() -> payments.strike(id, why.orElseThrow(), by));
    }

    Payment returned(long id, Sent sent, Keeper by) {
        payments.find(id, by);
        Optional<Money> amount = sent.money("amount");
        Optional<LocalDate> paidOn = sent.day("paidOn");
        Optional<String> why = sent.words("why", Sent.LONGEST_WORDS, WHY);
        sent.finish();
        return payments.paidBack(id, amount.orElseThrow(), paidOn.orElseThrow(), why.orElseThrow(), by);
    }

    /** Answers "is this the same person?" of one of the pupil's contacts and somebody to whom a notice about the pupil went. */
    void person(LedgerDesk.PupilAt pupil, Sent sent, Keeper by) {
        Optional<Long> number = sent.number("contact");
        Optional<Long> party = sent.number("party");
        Optional<Answer> answer = sent.choice("answer", Answer.class);
        Optional<String> why = sent.words("why", Sent.LONGEST_WORDS, WHY);
        sent.finish();
        Contact contact = contacts.of(pupil.id()).stream()
                .map(Contacts.OfPupil::contact)
                .filter(one -> one.id().number() == number.orElseThrow())
                .filter(one -> desk.holds(by.scope(), one.school()))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("/contact", "This is not one of the pupil's contacts."));
        PartyId other = new PartyId(party.orElseThrow());
        if (ledger.about(List.of(pupil.id())).stream()
                .noneMatch(file -> file.notice().party().equals(other))) {
            throw new InvalidInput("/party", "No notice about this pupil went to this person.");
        }
        Optional<PartyId> standing = parties.of(contact.id());
        if (answer.orElseThrow() == Answer.SAME && standing.isEmpty()) {
            parties.link(contact.id(), other, why.orElseThrow());
        } else {
            parties.answer(
                    standing.orElseGet(() -> parties.orNew(contact)),
                    other,
                    answer.orElseThrow() == Answer.SAME,
                    why.orElseThrow());
        }
    }

    /** Undoes a link of one of the pupil's contacts. */
    void unlink(LedgerDesk.PupilAt pupil, long link, Sent sent, Keeper by) {
        Optional<String> why = sent.words("why", Sent.LONGEST_WORDS, WHY);
        sent.finish();
        boolean ofThePupil = contacts.of(pupil.id()).stream()
                .filter(one -> desk.holds(by.scope(), one.contact().school()))
                .flatMap(one -> parties.linksOf(one.contact().id()).stream())
                .anyMatch(one -> one.id() == link);
        if (!ofThePupil) {
            throw new InvalidInput("/link", "This is not a link of one of the pupil's contacts.");
        }
        parties.unlink(link, why.orElseThrow());
    }

    /** Whether two people are one. */
    enum Answer {
        SAME,
        DIFFERENT
    }
}
