package uk.daymark.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.daymark.people.Contact;
import uk.daymark.people.ContactId;
import uk.daymark.people.Contacts;
import uk.daymark.people.Contacts.Linked;
import uk.daymark.people.Enrolment;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;
import uk.daymark.register.reading.Row;

/**
 * Takes {@code contacts.csv}. A contact is known by school and reference; each row says what the person is to one pupil, and all
 * rows of one person have to agree on how to reach them. A contact that a file leaves out stays.
 */
final class ContactsIntake implements Intake {

    private final ImportRun run;
    private final Contacts contacts;
    private final Pupils pupils;
    private final Gate gate;
    private final FileColumns columns;
    private final SchoolsInScope inScope;
    private final FileRows<Key, Said> rows;
    private final Map<Urn, Map<String, PupilId>> rolls = new HashMap<>();

    ContactsIntake(
            ImportRun run,
            Schools schools,
            Pupils pupils,
            Contacts contacts,
            Gate gate,
            FileColumns columns,
            int mostRows) {
        this.run = run;
        this.contacts = contacts;
        this.pupils = pupils;
        this.gate = gate;
        this.columns = columns;
        this.inScope = new SchoolsInScope(schools, run);
        this.rows = new FileRows<>(run, mostRows, "contact_ref", "this contact of this pupil");
    }

    @Override
    public void take(Row row) {
        if (!(row instanceof Row.Contact contact)) {
            throw new IllegalArgumentException("Not a contact: " + row);
        }
        Optional<School> school = inScope.of(contact.line(), contact.schoolUrn());
        if (school.isEmpty() || !fits(contact)) {
            return;
        }
        Optional<PupilId> pupil = pupil(school.get().urn(), contact.pupilRef());
        if (pupil.isEmpty()) {
            run.reject(
                    contact.line(),
                    "pupil_ref",
                    contact.pupilRef(),
                    "School " + contact.schoolUrn() + " has no pupil with this reference. Import pupils.csv first.");
            return;
        }
        rows.take(
                contact.line(),
                new Key(school.get().urn(), contact.contactRef(), pupil.get()),
                new Said(
                        new Contact.Details(
                                contact.title(),
                                contact.forename(),
                                contact.surname(),
                                contact.mobile(),
                                contact.homePhone(),
                                contact.workPhone(),
                                contact.email(),
                                contact.preferredChannel(),
                                contact.address1(),
                                contact.address2(),
                                contact.town(),
                                contact.postcode(),
                                contact.addressWithheld()),
                        new Contact.Link(
                                contact.priority(),
                                contact.relationship(),
                                contact.parentalResponsibility(),
                                contact.livesWith(),
                                contact.courtOrder(),
                                contact.doNotContact(),
                                contact.correspondence(),
                                contact.language())));
    }

    @Override
    public void compare(boolean apply) {
        Plan plan = new Plan();
        rows.each(plan::add);
        if (apply && run.mayWrite()) {
            plan.write();
        }
    }

    private Optional<PupilId> pupil(Urn school, String ref) {
        return Optional.ofNullable(rolls.computeIfAbsent(
                        school,
                        urn -> pupils.enrolmentsAt(urn).stream()
                                .collect(Collectors.toMap(Enrolment::pupilRef, Enrolment::pupil)))
                .get(ref));
    }

    private boolean fits(Row.Contact contact) {
        return Texts.fit(run, contact.line(), Texts.LONGEST_REFERENCE, "contact_ref", contact.contactRef())
                && Texts.fit(
                        run,
                        contact.line(),
                        Texts.LONGEST,
                        "title",
                        contact.title(),
                        "forename",
                        contact.forename(),
                        "surname",
                        contact.surname(),
                        "relationship",
                        contact.relationship(),
                        "mobile",
                        contact.mobile(),
                        "home_phone",
                        contact.homePhone(),
                        "work_phone",
                        contact.workPhone(),
                        "email",
                        contact.email(),
                        "preferred_channel",
                        contact.preferredChannel(),
                        "language",
                        contact.language(),
                        "address_1",
                        contact.address1(),
                        "address_2",
                        contact.address2(),
                        "town",
                        contact.town(),
                        "postcode",
                        contact.postcode());
    }

    /** What the file does to the contacts that are stored. */
    private final class Plan {

        private final Map<Urn, Map<String, Contact>> known = new HashMap<>();
        private final Map<Urn, Map<LinkKey, Contact.Link>> knownLinks = new HashMap<>();
        private final Map<PersonKey, Person> people = new LinkedHashMap<>();
        private final List<Linked> newLinks = new ArrayList<>();
        private final List<Linked> changedLinks = new ArrayList<>();
        private int newPeople;

        void add(long line, Key key, Said said) {
            Person person = people.computeIfAbsent(key.person(), first -> person(line, key, said));
            if (!person.said.equals(said.details)) {
                run.reject(
                        line,
                        "contact_ref",
                        key.ref,
                        "Line " + person.line
                                + " gives this contact another name, number or address. The same person has to"
                                + " be the same on every line, or have a reference of their own.");
                return;
            }
            Optional<Contact.Link> before = person.known.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(links(key.school).get(new LinkKey(key.pupil, person.contact.id())));
            Contact.Link link = before.map(old -> merged(said.link, old))
                    .orElseGet(() -> person.known.isEmpty()
                            ? said.link
                            : guarded(line, said.link, protections(key.school, person.contact.id())));
            Linked linked = new Linked(key.pupil, person.contact.id(), link);
            if (before.isEmpty()) {
                run.added++;
                newLinks.add(linked);
            } else if (!before.get().equals(link)) {
                run.changed++;
                changedLinks.add(linked);
            } else if (person.changes() && person.line == line) {
                run.changed++;
            } else {
                run.unchanged++;
            }
        }

        void write() {
            long first = gate.numbers(newPeople);
            contacts.add(people.values().stream()
                    .filter(person -> person.known.isEmpty())
                    .map(person -> numbered(person.contact, first))
                    .toList());
            contacts.change(people.values().stream()
                    .filter(Person::changes)
                    .map(person -> person.contact)
                    .toList());
            contacts.link(newLinks.stream()
                    .map(link -> new Linked(link.pupil(), real(link.contact(), first), link.link()))
                    .toList());
            contacts.changeLinks(changedLinks);
        }

        private Person person(long line, Key key, Said said) {
            Optional<Contact> before = Optional.ofNullable(known.computeIfAbsent(
                            key.school,
                            urn -> contacts.ofSchool(urn).stream()
                                    .collect(Collectors.toMap(Contact::contactRef, contact -> contact)))
                    .get(key.ref));
            Contact contact = before.map(old ->
                            new Contact(old.id(), old.school(), old.contactRef(), merged(said.details, old.details())))
                    .orElseGet(() -> new Contact(new ContactId(- ++newPeople), key.school, key.ref, said.details));
            return new Person(line, said.details, before, contact);
        }

        private Map<LinkKey, Contact.Link> links(Urn school) {
            return knownLinks.computeIfAbsent(
                    school,
                    urn -> contacts.linksOfSchool(urn).stream()
                            .collect(
                                    Collectors.toMap(link -> new LinkKey(link.pupil(), link.contact()), Linked::link)));
        }

        /** What protects this person from contact, or a child from this person, about any pupil so far. */
        private Protections protections(Urn school, ContactId contact) {
            Protections found = new Protections(false, false);
            for (Map.Entry<LinkKey, Contact.Link> known : links(school).entrySet()) {
                if (known.getKey().contact().equals(contact)) {
                    found = found.and(known.getValue());
                }
            }
            return found;
        }

        /**
         * A known contact of one child is named for another, in a file that has no column for a protection that stands for the first.
         * It is taken to stand for the second too: ringing somebody who must not be rung cannot be undone.
         */
        private Contact.Link guarded(long line, Contact.Link said, Protections other) {
            Contact.Link link = new Contact.Link(
                    said.priority(),
                    said.relationship(),
                    said.parentalResponsibility(),
                    said.livesWith(),
                    columns.of("court_order", said.courtOrder(), other.courtOrder),
                    columns.of("do_not_contact", said.doNotContact(), other.doNotContact),
                    said.correspondence(),
                    said.language());
            if (!link.equals(said)) {
                run.warn(
                        line,
                        "contact_ref",
                        "",
                        "This person must not be contacted, or a court order stands, about another pupil. The file has no column"
                                + " that says so, so the same is kept for this pupil. If it is not right, send the column.");
            }
            return link;
        }

        private Contact.Details merged(Contact.Details said, Contact.Details known) {
            return new Contact.Details(
                    columns.of("title", said.title(), known.title()),
                    columns.of("forename", said.forename(), known.forename()),
                    said.surname(),
                    columns.of("mobile", said.mobile(), known.mobile()),
                    columns.of("home_phone", said.homePhone(), known.homePhone()),
                    columns.of("work_phone", said.workPhone(), known.workPhone()),
                    columns.of("email", said.email(), known.email()),
                    columns.of("preferred_channel", said.preferredChannel(), known.preferredChannel()),
                    columns.of("address_1", said.address1(), known.address1()),
                    columns.of("address_2", said.address2(), known.address2()),
                    columns.of("town", said.town(), known.town()),
                    columns.of("postcode", said.postcode(), known.postcode()),
                    columns.of("address_withheld", said.addressWithheld(), known.addressWithheld()));
        }

        private Contact.Link merged(Contact.Link said, Contact.Link known) {
            return new Contact.Link(
                    columns.of("priority", said.priority(), known.priority()),
                    columns.of("relationship", said.relationship(), known.relationship()),
                    columns.of(
                            "parental_responsibility", said.parentalResponsibility(), known.parentalResponsibility()),
                    columns.of("lives_with", said.livesWith(), known.livesWith()),
                    columns.of("court_order", said.courtOrder(), known.courtOrder()),
                    columns.of("do_not_contact", said.doNotContact(), known.doNotContact()),
                    columns.of("correspondence", said.correspondence(), known.correspondence()),
                    columns.of("language", said.language(), known.language()));
        }

        private Contact numbered(Contact contact, long first) {
            return new Contact(real(contact.id(), first), contact.school(), contact.contactRef(), contact.details());
        }

        private static ContactId real(ContactId id, long first) {
            return id.number() < 0 ? new ContactId(first - id.number() - 1) : id;
        }
    }

    private record Key(Urn school, String ref, PupilId pupil) {

        PersonKey person() {
            return new PersonKey(school, ref);
        }
    }

    private record PersonKey(Urn school, String ref) {}

    private record LinkKey(PupilId pupil, ContactId contact) {}

    private record Said(Contact.Details details, Contact.Link link) {}

    private record Protections(boolean courtOrder, boolean doNotContact) {

        Protections and(Contact.Link link) {
            return new Protections(courtOrder || link.courtOrder(), doNotContact || link.doNotContact());
        }
    }

    /**
     * A contact that the file names.
     *
     * @param line the line that names them first
     * @param said what that line says
     * @param known as stored until now
     * @param contact as from now on
     */
    private record Person(long line, Contact.Details said, Optional<Contact> known, Contact contact) {

        boolean changes() {
            return known.isPresent() && !known.get().equals(contact);
        }
    }
}
