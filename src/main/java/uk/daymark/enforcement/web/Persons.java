package uk.daymark.enforcement.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.Parties;
import uk.daymark.enforcement.ledger.PartyId;
import uk.daymark.people.Contact;
import uk.daymark.people.Contacts;
import uk.daymark.people.PupilId;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;

/** The parents of a pupil as the ledger knows them. */
@Component
class Persons {

    private final Contacts contacts;
    private final Parties parties;
    private final Ledger ledger;
    private final LedgerDesk desk;

    Persons(Contacts contacts, Parties parties, Ledger ledger, LedgerDesk desk) {
        this.contacts = contacts;
        this.parties = parties;
        this.ledger = ledger;
        this.desk = desk;
    }

    /**
     * One of the pupil's contacts.
     *
     * @param person as whom the contact stands in the ledger; empty where no notice went to them yet
     * @param notices the notices to this person about this pupil, the latest first
     * @param doubts whom other notices about this pupil went to, where nobody has said whether it is this person
     * @param links how the contact came to stand as that person, undone links among them
     */
    record Person(
            long contact,
            String name,
            String relationship,
            Urn school,
            Optional<PartyId> person,
            List<NoticeFile> notices,
            List<Parties.Doubt> doubts,
            List<Parties.Link> links) {}

    /** The notices about the pupil in scope, the latest first. */
    List<NoticeFile> notices(PupilId pupil, Scope scope) {
        return ledger.about(List.of(pupil), scope);
    }

    /** The pupil's contacts of the schools in scope, those with parental responsibility or who live with the pupil. */
    List<Person> of(PupilId pupil, Scope scope) {
        List<NoticeFile> all = notices(pupil, scope);
        return contacts.of(pupil).stream()
                .filter(one -> desk.holds(scope, one.contact().school()))
                .filter(one -> one.link().parentalResponsibility() || one.link().livesWith())
                .map(one -> person(one, pupil, all))
                .toList();
    }

    private Person person(Contacts.OfPupil one, PupilId pupil, List<NoticeFile> all) {
        Contact contact = one.contact();
        Set<PartyId> us = parties.of(contact.id()).map(parties::same).orElseGet(TreeSet::new);
        return new Person(
                contact.id().number(),
                (contact.details().forename() + " " + contact.details().surname()).strip(),
                one.link().relationship(),
                contact.school(),
                parties.of(contact.id()),
                all.stream().filter(file -> us.contains(file.notice().party())).toList(),
                parties.doubts(contact, pupil).stream()
                        .filter(doubt -> all.stream()
                                .anyMatch(file -> file.notice().ref().equals(doubt.notice())))
                        .toList(),
                parties.linksOf(contact.id()));
    }
}
