package uk.daymark.enforcement.ledger;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.people.Contact;
import uk.daymark.people.ContactId;
import uk.daymark.people.PupilId;
import uk.daymark.web.Conflict;

/**
 * Who a parent is. Contacts belong to schools; a person of the ledger stands for one parent, whatever schools know that parent. Two
 * people are the same person only because somebody said so, never because their names are alike.
 */
@Component
public class Parties {

    private final PartyStore store;
    private final NoticeStore notices;
    private final Journal journal;

    Parties(PartyStore store, NoticeStore notices, Journal journal) {
        this.store = store;
        this.notices = notices;
        this.journal = journal;
    }

    /**
     * A contact of a school that is a person of the ledger.
     *
     * @param undoneWhy why it does not stand any more; empty while it stands
     */
    public record Link(
            long id, PartyId party, ContactId contact, String why, String by, Instant at, Optional<String> undoneWhy) {}

    /**
     * Somebody to whom a notice about the same child went, and of whom nobody has said whether it is the same person.
     *
     * @param notice the notice that went to them
     */
    public record Doubt(PartyId party, String knownAs, NoticeRef notice) {}

    /** An answer to the question whether two people are one. */
    public record Answer(long id, PartyId party, PartyId other, boolean same, String why, String by, Instant at) {}

    /** The person as whom a contact stands in the ledger. */
    public Optional<PartyId> of(ContactId contact) {
        return store.of(contact);
    }

    /** The person as whom a contact stands in the ledger; a new one where none does yet. */
    @Transactional
    public PartyId orNew(Contact contact) {
        return of(contact.id()).orElseGet(() -> {
            PartyId party = add(name(contact));
            store.connect(party, contact.id(), "First stood in the ledger as this school's contact.");
            return party;
        });
    }

    /** Somebody whom no school knows as a contact. */
    @Transactional
    public PartyId add(String knownAs) {
        return store.add(knownAs);
    }

    /** The name under which the person first stood in the ledger. */
    public String knownAs(PartyId party) {
        return store.knownAs(party);
    }

    /**
     * Says that a contact of a school is a person of the ledger.
     *
     * @throws Conflict where the contact stands as somebody in the ledger already, or two parents would become one
     */
    @Transactional
    public void link(ContactId contact, PartyId party, String why) {
        holdAll(same(party));
        if (of(contact).isPresent()) {
            throw new Conflict("This contact stands as somebody in the ledger already. Undo that link first.");
        }
        store.connect(party, contact, why);
        refuseTwoInOne(party);
        tell(
                party,
                "A school's contact was linked to the person of this notice: contact " + contact.number() + ".",
                why);
    }

    /**
     * Undoes a link; it is kept with the reason.
     *
     * @throws Conflict where it does not stand any more
     */
    @Transactional
    public void unlink(long link, String why) {
        Link standing = store.standing(link).orElseThrow(() -> new Conflict("This link does not stand any more."));
        holdAll(Set.of(standing.party()));
        store.undo(link, why);
        tell(
                standing.party(),
                "The link of contact " + standing.contact().number() + " to the person of this notice was undone.",
                why);
    }

    /** Every link of a contact, undone ones among them. */
    public List<Link> linksOf(ContactId contact) {
        return store.linksOf(contact);
    }

    /**
     * Says whether two people of the ledger are one. An earlier answer is kept and does not stand any more.
     *
     * @throws Conflict where that is said already, or it contradicts what the schools or other answers say
     */
    @Transactional
    public void answer(PartyId one, PartyId other, boolean same, String why) {
        if (one.equals(other)) {
            throw new Conflict("This is the same person in the ledger already.");
        }
        Set<PartyId> all = new TreeSet<>(same(one));
        all.addAll(same(other));
        holdAll(all);
        if (same && same(one).contains(other)) {
            throw new Conflict("Somebody has said already that this is the same person.");
        }
        PartyId smaller = one.compareTo(other) < 0 ? one : other;
        PartyId larger = smaller.equals(one) ? other : one;
        store.answer(smaller, larger, same, why);
        refuseTwoInOne(one);
        if (!same && same(one).contains(other)) {
            throw new Conflict("Other answers say that this is the same person. Answer those first.");
        }
        String said = same ? "the same person as " : "not the same person as ";
        tell(one, "The person of this notice was said to be " + said + knownAs(other) + ".", why);
        tell(other, "The person of this notice was said to be " + said + knownAs(one) + ".", why);
    }

    /** Two contacts of one school are two people, and so are two of whom somebody said so: no chain of answers makes them one. */
    private void refuseTwoInOne(PartyId party) {
        Set<PartyId> all = same(party);
        List<String> schools = store.schools(all);
        if (schools.size() > new TreeSet<>(schools).size()) {
            throw new Conflict(
                    "Two contacts of one school would become one person. The school says that they are two.");
        }
        boolean apart = all.stream()
                .flatMap(one -> store.answers(one).stream())
                .anyMatch(answer -> !answer.same() && all.contains(answer.party()) && all.contains(answer.other()));
        if (apart) {
            throw new Conflict(
                    "Two people would become one of whom somebody has said that they are not the same. Answer that first.");
        }
    }

    /** The person with everybody who was said to be the same. */
    public Set<PartyId> same(PartyId party) {
        Set<PartyId> same = new TreeSet<>();
        Deque<PartyId> open = new ArrayDeque<>(List.of(party));
        while (!open.isEmpty()) {
            PartyId next = open.pop();
            if (same.add(next)) {
                store.answers(next).stream()
                        .filter(Answer::same)
                        .forEach(answer -> open.push(answer.party().equals(next) ? answer.other() : answer.party()));
            }
        }
        return same;
    }

    /**
     * Whom notices about the pupil went to without anybody having said whether it is this contact. Two contacts of one school are two
     * people: the school says so.
     */
    public List<Doubt> doubts(Contact contact, PupilId pupil) {
        Set<PartyId> us = of(contact.id()).map(this::same).orElse(Set.of());
        Set<String> ourSchools = schools(us);
        ourSchools.add(contact.school().value());
        return notices.about(List.of(pupil)).stream()
                .filter(notice -> !us.contains(notice.party()))
                .filter(notice -> !knownApart(us, ourSchools, same(notice.party())))
                .map(notice -> new Doubt(notice.party(), notice.parentName(), notice.ref()))
                .toList();
    }

    private boolean knownApart(Set<PartyId> us, Set<String> ourSchools, Set<PartyId> others) {
        return us.stream()
                        .flatMap(one -> store.answers(one).stream())
                        .anyMatch(answer ->
                                !answer.same() && (others.contains(answer.party()) || others.contains(answer.other())))
                || schools(others).stream().anyMatch(ourSchools::contains);
    }

    private Set<String> schools(Set<PartyId> parties) {
        return new TreeSet<>(store.schools(parties));
    }

    /** Who a person is bears on every notice about every child of theirs: nothing is issued meanwhile. */
    private void holdAll(Set<PartyId> people) {
        notices.hold(
                people.stream().flatMap(one -> notices.pupilsOf(one).stream()).toList());
    }

    private void tell(PartyId party, String what, String why) {
        store.noticesTo(party).forEach(ref -> journal.write(Entry.of(ref, "PERSON", what, why)));
    }

    static String name(Contact contact) {
        Contact.Details details = contact.details();
        return (details.title() + " " + details.forename() + " " + details.surname())
                .replaceAll("\\s+", " ")
                .strip();
    }
}
