package uk.daymark.enforcement.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import uk.daymark.measure.Half;
import uk.daymark.measure.NoticeLookback;
import uk.daymark.measure.Session;
import uk.daymark.people.Contact;
import uk.daymark.people.ContactId;
import uk.daymark.people.Contacts;
import uk.daymark.people.PupilId;
import uk.daymark.people.Scope;
import uk.daymark.web.NotFound;

/** Reads the sanction ledger. What somebody may not see is as if it were not there. */
@Service
public class Ledger {

    static final String NOT_THERE = "There is no notice of this reference in your authority's ledger.";

    private final NoticeStore store;
    private final NoticeQueries queries;
    private final NoticeFiles files;
    private final Parties parties;
    private final Contacts contacts;
    private final ProsecutedSessions prosecuted;
    private final Clock clock;

    Ledger(
            NoticeStore store,
            NoticeQueries queries,
            NoticeFiles files,
            Parties parties,
            Contacts contacts,
            ProsecutedSessions prosecuted,
            Clock clock) {
        this.store = store;
        this.queries = queries;
        this.files = files;
        this.parties = parties;
        this.contacts = contacts;
        this.prosecuted = prosecuted;
        this.clock = clock;
    }

    /**
     * The notice with what became of it up to today.
     *
     * @throws NotFound where there is none in scope
     */
    public NoticeFile find(NoticeRef ref, Scope scope) {
        return lookUp(ref, scope).orElseThrow(() -> new NotFound(NOT_THERE));
    }

    /** The same, or empty. */
    public Optional<NoticeFile> lookUp(NoticeRef ref, Scope scope) {
        return store.find(ref, scope, LocalDate.now(clock))
                .map(notice -> files.of(List.of(notice)).get(0));
    }

    /**
     * What is found, the latest first.
     *
     * @param words each in the reference, the parent's or the pupil's name, or the school's reference for the pupil; blank for all
     * @param pupilRef only of pupils with that reference at a school
     */
    public List<NoticeFile> search(String words, Optional<String> pupilRef, Scope scope) {
        return files.of(queries.search(words, pupilRef, scope, LocalDate.now(clock)));
    }

    /**
     * A page of what is found.
     *
     * @param total how many there are on all pages
     * @param page the page that is shown, from 1: the last where a later one was asked for
     */
    public record Page(long total, int page, List<NoticeFile> files) {}

    /** One page of what {@link #search} finds. */
    public Page page(String words, Scope scope, int page, int size) {
        LocalDate today = LocalDate.now(clock);
        long total = queries.count(words, scope, today);
        int shown = (int) Math.max(1, Math.min(page, (total + size - 1) / size));
        return new Page(total, shown, files.of(queries.page(words, scope, today, shown, size)));
    }

    /** Every notice about these pupils, whoever issued it and whoever asks: for counting. The latest first. */
    public List<NoticeFile> about(Collection<PupilId> pupils) {
        return files.of(store.about(pupils));
    }

    /** Those of them that somebody may see, the latest first. */
    public List<NoticeFile> about(Collection<PupilId> pupils, Scope scope) {
        return files.of(queries.about(pupils, scope, LocalDate.now(clock)));
    }

    /** The notices of one kind to a person about a child, whoever issued them, as the rules of counting take them. */
    public List<NoticeLookback.Earlier> earlier(Set<PartyId> person, PupilId pupil, Notice.Kind kind) {
        return of(person, pupil, kind).stream().map(Ledger::asEarlier).toList();
    }

    /** The notices of one kind to a person about a child, whoever issued them, the latest first. */
    List<NoticeFile> of(Set<PartyId> person, PupilId pupil, Notice.Kind kind) {
        return files.of(store.about(List.of(pupil)).stream()
                .filter(notice -> person.contains(notice.party()) && notice.kind() == kind)
                .toList());
    }

    /** A notice as the rules of counting take it. */
    public static NoticeLookback.Earlier asEarlier(NoticeFile file) {
        return new NoticeLookback.Earlier(
                file.notice().issuedOn(), file.notice().offence().to(), file.outcome());
    }

    /**
     * The sessions about a child that cannot serve again against a person, with what they belong to: those of notices issued here; of an
     * earlier notice that was not withdrawn every session of its offence, because nobody here knows which it relied on; and those of
     * proceedings that were begun, after a notice or without one.
     *
     * @param parent the person, as whom a school knows them
     */
    public Map<Session, UsedBy> used(ContactId parent, PupilId pupil) {
        Set<PartyId> person = parties.of(parent).map(parties::same).orElse(Set.of());
        Map<Session, UsedBy> used = new TreeMap<>();
        prosecuted.of(pupil, parent).forEach(session -> used.put(session, UsedBy.PROSECUTION));
        about(List.of(pupil)).stream()
                .filter(file -> file.notice().origin() == Notice.Origin.EARLIER
                        && file.outcome() != NoticeLookback.Outcome.WITHDRAWN
                        && person.contains(file.notice().party()))
                .forEach(file -> file.notice()
                        .offence()
                        .from()
                        .datesUntil(file.notice().offence().to().plusDays(1))
                        .forEach(day -> {
                            for (Half half : Half.values()) {
                                used.put(
                                        new Session(day, half),
                                        UsedBy.notice(file.notice().ref()));
                            }
                        }));
        store.used(pupil, person).forEach((session, ref) -> used.put(session, UsedBy.notice(ref)));
        return used;
    }

    /**
     * The children of a family: those who share a parent, or a person of the ledger, with this one; the child itself among them. A
     * parent is whoever has parental responsibility or lives with the child: who minds two children does not make them one family.
     */
    public List<PupilId> family(PupilId child) {
        Set<PupilId> family = new TreeSet<>(Comparator.comparingLong(PupilId::number));
        family.add(child);
        for (Contacts.OfPupil person : contacts.of(child)) {
            Contact contact = person.contact();
            if (!isParent(person.link())) {
                continue;
            }
            contacts.linksOfSchool(contact.school()).stream()
                    .filter(link -> link.contact().equals(contact.id()) && isParent(link.link()))
                    .forEach(link -> family.add(link.pupil()));
            parties.of(contact.id()).map(parties::same).stream()
                    .flatMap(Set::stream)
                    .forEach(party -> family.addAll(store.pupilsOf(party)));
        }
        store.about(List.of(child)).stream()
                .flatMap(notice -> parties.same(notice.party()).stream())
                .forEach(party -> family.addAll(store.pupilsOf(party)));
        return List.copyOf(family);
    }

    private static boolean isParent(Contact.Link link) {
        return link.parentalResponsibility() || link.livesWith();
    }
}
