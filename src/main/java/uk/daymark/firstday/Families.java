package uk.daymark.firstday;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.daymark.people.Contact;
import uk.daymark.people.ContactId;
import uk.daymark.people.Contacts;
import uk.daymark.people.PupilId;

/**
 * Who belongs to which pupils of one school. A school may hold the same person twice, once for each child: the same name with the
 * same number is taken for one person.
 */
final class Families {

    private final Map<PupilId, List<Tie>> ties = new HashMap<>();

    private Families() {}

    /** What one person is to one pupil. */
    record Tie(PupilId pupil, Contact contact, Contact.Link link) {

        /** The same for entries of one person. */
        String person() {
            List<String> numbers = numbers(contact);
            return numbers.isEmpty()
                    ? "contact " + contact.id().number()
                    : (contact.details().forename() + " " + contact.details().surname())
                                    .toLowerCase(Locale.UK)
                                    .strip() + " " + numbers.get(0).replaceAll("[^0-9+]", "");
        }
    }

    /**
     * A person who can be reached about some pupils.
     *
     * @param contact the school's entry, the first where there are several
     * @param ties what the person is to each pupil, restricted ties left out
     */
    record Person(Contact contact, List<Tie> ties) {

        String name() {
            Contact.Details details = contact.details();
            return (details.forename() + " " + details.surname()).strip();
        }

        List<String> numbers() {
            return Families.numbers(contact);
        }

        boolean about(PupilId pupil) {
            return ties.stream().anyMatch(tie -> tie.pupil().equals(pupil));
        }

        /** A parent or carer: lives with a pupil or has parental responsibility. */
        boolean parent() {
            return ties.stream()
                    .anyMatch(tie -> tie.link().livesWith() || tie.link().parentalResponsibility());
        }

        boolean isOrHas(ContactId id) {
            return ties.stream().anyMatch(tie -> tie.contact().id().equals(id));
        }

        /** "mother, lives with the pupil". */
        String role() {
            Contact.Link link = ties.get(0).link();
            return Stream.of(
                            link.relationship().toLowerCase(Locale.UK),
                            link.livesWith() ? "lives with the pupil" : "",
                            link.language().isBlank() || link.language().equalsIgnoreCase("English")
                                    ? ""
                                    : "speaks " + link.language())
                    .filter(text -> !text.isBlank())
                    .collect(Collectors.joining(", "));
        }

        private int rank() {
            if (ties.stream().anyMatch(tie -> tie.link().livesWith())) {
                return 0;
            }
            return parent() ? 1 : 2;
        }

        private int priority() {
            return ties.stream()
                    .mapToInt(tie -> tie.link().priority().orElse(Integer.MAX_VALUE))
                    .min()
                    .orElse(Integer.MAX_VALUE);
        }
    }

    /** Everybody of a school. */
    static Families of(List<Contact> contacts, List<Contacts.Linked> links) {
        Map<ContactId, Contact> byId =
                contacts.stream().collect(Collectors.toMap(Contact::id, contact -> contact, (one, same) -> one));
        Families families = new Families();
        for (Contacts.Linked linked : links) {
            Contact contact = byId.get(linked.contact());
            if (contact != null) {
                families.add(new Tie(linked.pupil(), contact, linked.link()));
            }
        }
        return families;
    }

    /** The families of a few pupils. */
    static Families of(Map<PupilId, List<Contacts.OfPupil>> contacts) {
        Families families = new Families();
        contacts.forEach((pupil, list) -> list.forEach(one -> families.add(new Tie(pupil, one.contact(), one.link()))));
        return families;
    }

    private void add(Tie tie) {
        ties.computeIfAbsent(tie.pupil(), pupil -> new ArrayList<>()).add(tie);
    }

    List<Tie> ties(PupilId pupil) {
        return ties.getOrDefault(pupil, List.of());
    }

    /** Whether two pupils share a home: a person whom both live with, or an address that is no secret. */
    boolean shareAHome(PupilId one, PupilId other) {
        List<Tie> here = atHome(one);
        List<Tie> there = atHome(other);
        return here.stream()
                .anyMatch(a -> there.stream()
                        .anyMatch(b -> a.person().equals(b.person())
                                || (!address(a.contact()).isEmpty()
                                        && address(a.contact()).equals(address(b.contact())))));
    }

    /** Whether the same people may be spoken to about both: nobody is kept away from one and not from the other. */
    boolean mayBeNamedTogether(PupilId one, PupilId other) {
        return ties(one).stream()
                .noneMatch(a -> ties(other).stream()
                        .anyMatch(b -> a.person().equals(b.person())
                                && a.link().notToBeRung() != b.link().notToBeRung()));
    }

    /**
     * Whom to ring about these pupils, in order: those who live with them, then other parents, then everybody else; within each as the
     * school has ordered them.
     */
    List<Person> toRing(Collection<PupilId> pupils) {
        return people(pupils).stream()
                .filter(person -> !person.numbers().isEmpty())
                .toList();
    }

    /** Parents and carers who can be sent a message about these pupils, in order. */
    List<Person> toWrite(Collection<PupilId> pupils) {
        return people(pupils).stream()
                .filter(Person::parent)
                .filter(person -> !person.contact().details().mobile().isBlank()
                        || !person.contact().details().email().isBlank())
                .toList();
    }

    private List<Person> people(Collection<PupilId> pupils) {
        Map<String, List<Tie>> byPerson = new LinkedHashMap<>();
        pupils.stream()
                .flatMap(pupil -> ties(pupil).stream())
                .filter(tie -> !tie.link().notToBeRung())
                .forEach(tie -> byPerson.computeIfAbsent(tie.person(), person -> new ArrayList<>())
                        .add(tie));
        return byPerson.values().stream()
                .map(own -> new Person(own.get(0).contact(), List.copyOf(own)))
                .sorted(Comparator.comparingInt(Person::rank)
                        .thenComparingInt(Person::priority)
                        .thenComparing(Person::name))
                .toList();
    }

    /** The names of people who must not be rung about one of these pupils. */
    List<String> notToRing(Collection<PupilId> pupils) {
        return pupils.stream()
                .flatMap(pupil -> ties(pupil).stream())
                .filter(tie -> tie.link().notToBeRung())
                .map(tie -> (tie.contact().details().forename() + " "
                                + tie.contact().details().surname())
                        .strip())
                .distinct()
                .toList();
    }

    private List<Tie> atHome(PupilId pupil) {
        return ties(pupil).stream()
                .filter(tie -> tie.link().livesWith() && !tie.link().notToBeRung())
                .toList();
    }

    /** Letters and digits of the first line and the postcode; empty text where one is not known or the address is a secret. */
    private static String address(Contact contact) {
        Contact.Details details = contact.details();
        return details.addressWithheld()
                        || details.address1().isBlank()
                        || details.postcode().isBlank()
                ? ""
                : (details.address1() + details.postcode())
                        .toLowerCase(Locale.UK)
                        .replaceAll("[^a-z0-9]", "");
    }

    private static List<String> numbers(Contact contact) {
        Contact.Details details = contact.details();
        return Stream.of(details.mobile(), details.homePhone(), details.workPhone())
                .filter(number -> !number.isBlank())
                .distinct()
                .toList();
    }
}
