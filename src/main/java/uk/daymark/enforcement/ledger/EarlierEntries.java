package uk.daymark.enforcement.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.enforcement.ledger.NoticeFile.Told;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.NoticeLookback.Outcome;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.people.Contact;
import uk.daymark.people.Contacts;
import uk.daymark.people.PupilId;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;
import uk.daymark.policy.Policy;
import uk.daymark.time.Dates;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;

/** Writes notices from before Daymark or from elsewhere into the sanction ledger, and what became of them. */
@Service
public class EarlierEntries {

    private final NoticeStore store;
    private final NoticeFiles files;
    private final NoticeChanges changes;
    private final NoticeTerms terms;
    private final Ledger ledger;
    private final Parties parties;
    private final Contacts contacts;
    private final Schools schools;
    private final Journal journal;
    private final Clock clock;

    EarlierEntries(
            NoticeStore store,
            NoticeFiles files,
            NoticeChanges changes,
            NoticeTerms terms,
            Ledger ledger,
            Parties parties,
            Contacts contacts,
            Schools schools,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.changes = changes;
        this.terms = terms;
        this.ledger = ledger;
        this.parties = parties;
        this.contacts = contacts;
        this.schools = schools;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A notice from before or elsewhere.
     *
     * @param school the school at the time, where Daymark knows it
     * @param contact to which of the child's contacts it went; where none is given, to a person of that name
     * @param issuer who issued it
     * @param full its full amount; empty where it is not known
     * @param absence for what absence it was
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
            NoticeFile.Absence absence,
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
        Policy policy = terms.policy(by.authority());
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
        files.add(ref, told(earlier.outcome(), earlier.absence(), earlier.source(), earlier.toldBy(), by));
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

    /**
     * Enters what became of an earlier notice; what was said before is kept.
     *
     * @param absence for what absence it was; empty where nothing new is said of that
     */
    @Transactional
    public NoticeFile told(
            NoticeRef ref,
            long version,
            Outcome outcome,
            Optional<NoticeFile.Absence> absence,
            String source,
            String toldBy,
            Keeper by) {
        NoticeFile file = changes.held(ref, version, by);
        if (file.notice().origin() != Notice.Origin.EARLIER) {
            throw new Conflict(
                    "This notice was issued here: what became of it follows from its payments and proceedings.");
        }
        NoticeFile.Absence known =
                absence.or(() -> file.told().map(Told::absence)).orElse(NoticeFile.Absence.NOT_KNOWN);
        files.add(ref, told(outcome, known, source, toldBy, by));
        return changes.changed(file, "What became of the notice was entered, said by " + toldBy + ".", source, by);
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

    private Told told(Outcome outcome, NoticeFile.Absence absence, String source, String toldBy, Keeper by) {
        return new Told(outcome, absence, source, toldBy, by.userName(), clock.instant());
    }
}
