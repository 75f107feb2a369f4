package uk.daymark.letters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.daymark.people.Contact;
import uk.daymark.people.ContactId;
import uk.daymark.people.Contacts.OfPupil;
import uk.daymark.people.Urn;

/**
 * A parent who is written to.
 *
 * @param contact the person
 * @param link what the person is to the pupil
 * @param name as on the envelope: "Ms Nadia Khan"
 * @param salutation as after "Dear": "Ms Khan"
 * @param address the person's own address, line by line
 * @param email where the person alone can be reached; empty text where there is no such address
 */
record Recipient(
        Contact contact, Contact.Link link, String name, String salutation, List<String> address, String email) {

    /** Source: what GOV.UK Notify refuses at the beginning of an address's line. */
    private static final Pattern NOT_AN_ADDRESS_LINE = Pattern.compile("^[\\[\\]()@<>/\\\\\",=~].*");

    private static final Pattern NO_ADDRESS = Pattern.compile(".*\\bno fixed (abode|address)\\b.*");
    private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>()\\[\\],;:\"\\\\]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    /**
     * Everybody whom the school may write to about a pupil: whoever has parental responsibility or receives the school's letters, lives
     * with the pupil or not; never one who must not be contacted, never a contact that another school gave.
     */
    static List<Recipient> of(List<OfPupil> contacts, Urn school) {
        return contacts.stream()
                .filter(person -> person.contact().school().equals(school))
                .filter(person ->
                        person.link().correspondence() || person.link().parentalResponsibility())
                .filter(person -> !person.link().doNotContact())
                .map(person -> of(person, contacts))
                .toList();
    }

    /** The one parent a letter is for, whoever else there is; nobody where the parent must not be contacted or the school does not know them. */
    static List<Recipient> only(ContactId one, List<OfPupil> contacts, Urn school) {
        return contacts.stream()
                .filter(person -> person.contact().id().equals(one))
                .filter(person -> person.contact().school().equals(school))
                .filter(person -> !person.link().doNotContact())
                .map(person -> of(person, contacts))
                .toList();
    }

    static Recipient of(OfPupil person, List<OfPupil> all) {
        Contact.Details details = person.contact().details();
        String name = joined(" ", details.title(), details.forename(), details.surname());
        String salutation = details.title().isBlank() || details.surname().isBlank()
                ? joined(" ", details.forename(), details.surname())
                : joined(" ", details.title(), details.surname());
        List<String> address = Stream.of(details.address1(), details.address2(), details.town(), details.postcode())
                .map(Recipient::clean)
                .filter(line -> !line.isEmpty())
                .toList();
        return new Recipient(person.contact(), person.link(), name, salutation, address, email(person, all));
    }

    /** Why no letter can be posted there; empty where one can. */
    Optional<String> whyNotPostable() {
        if (name.isEmpty()) {
            return Optional.of("no name is known");
        }
        String postcode =
                clean(contact.details().postcode()).toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (address.size() < 2) {
            return Optional.of("the address is not complete");
        }
        if (address.stream()
                .anyMatch(line ->
                        NO_ADDRESS.matcher(line.toLowerCase(Locale.ROOT)).matches())) {
            return Optional.of("there is no fixed address");
        }
        if (!POSTCODE.matcher(postcode).matches()) {
            return Optional.of(postcode.isEmpty() ? "the address has no postcode" : "the postcode is not a UK one");
        }
        return address.stream()
                        .anyMatch(line -> NOT_AN_ADDRESS_LINE.matcher(line).matches())
                ? Optional.of("a line of the address begins with a sign that no address has")
                : Optional.empty();
    }

    /** An address that another contact of the pupil reads too, or may read, is no way to reach this person alone. */
    private static String email(OfPupil person, List<OfPupil> all) {
        String email = person.contact().details().email().strip();
        boolean shared = all.stream()
                .filter(other -> !other.contact().id().equals(person.contact().id()))
                .anyMatch(other -> other.contact().details().email().strip().equalsIgnoreCase(email));
        return shared || !EMAIL.matcher(email).matches() ? "" : email;
    }

    private static String joined(String between, String... texts) {
        return Stream.of(texts)
                .map(Recipient::clean)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(between));
    }

    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
    }
}
