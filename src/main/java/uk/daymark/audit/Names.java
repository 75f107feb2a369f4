package uk.daymark.audit;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.journal.Who;
import uk.daymark.people.Contact;
import uk.daymark.people.Contacts;
import uk.daymark.people.Pupil;

/**
 * Names as they are shown: as they are, or hidden so that a history can be shared. Hidden are the names, numbers and addresses that Daymark
 * knows of the pupil, of the pupil's parents, carers and other contacts, and of whoever can sign in. What people wrote may still say who
 * somebody is in other words.
 */
public final class Names {

    /** As they are. */
    public static final Names SHOWN = new Names(Map.of(), Map.of());

    /** Shorter words are left: they stand in too many others. Small letters are left too: a child called Mark is no mark. */
    private static final int SHORTEST = 3;

    private final Map<String, String> words;
    private final Map<String, String> users;
    private final Pattern known;

    private Names(Map<String, String> words, Map<String, String> users) {
        this.words = words;
        this.users = users;
        this.known = Pattern.compile(words.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")));
    }

    /** Hidden. */
    static Names hidden(Pupil pupil, List<Contacts.OfPupil> contacts, List<SignedIn> people) {
        Map<String, String> words = new LinkedHashMap<>();
        Pupil.Details child = pupil.details();
        person(words, child.legalForename(), child.legalSurname(), "the pupil");
        person(words, child.preferredForename(), child.preferredSurname(), "the pupil");
        int number = 0;
        for (Contacts.OfPupil contact : contacts) {
            number++;
            Contact.Details of = contact.contact().details();
            String called = (contact.link().parentalResponsibility() ? "Parent " : "Contact ") + number;
            person(words, of.forename(), of.surname(), called);
            word(words, of.title() + " " + of.surname(), called);
            for (String reached :
                    List.of(of.mobile(), of.homePhone(), of.workPhone(), of.email(), of.address1(), of.postcode())) {
                word(words, reached, "[hidden]");
            }
        }
        Map<String, String> users = new LinkedHashMap<>();
        Map<Role, Integer> counted = new EnumMap<>(Role.class);
        for (SignedIn person : people) {
            String called = person.role().title() + " " + counted.merge(person.role(), 1, Integer::sum);
            users.put(person.userName(), called);
            word(words, person.displayName(), called);
        }
        return new Names(words, users);
    }

    private static void person(Map<String, String> words, String forename, String surname, String called) {
        word(words, forename + " " + surname, called);
        word(words, surname + ", " + forename, called);
        word(words, forename, called);
        word(words, surname, "[family name]");
    }

    private static void word(Map<String, String> words, String word, String called) {
        String text = word.strip();
        if (text.length() >= SHORTEST) {
            words.putIfAbsent(text, called);
            words.putIfAbsent(text.toUpperCase(Locale.UK), called);
        }
    }

    /** Whether they are hidden. */
    public boolean hide() {
        return this != SHOWN;
    }

    /** A text with the names as they are shown. */
    public String in(String text) {
        if (!hide() || words.isEmpty() || text.isEmpty()) {
            return text;
        }
        return known.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(words.getOrDefault(found.group(), "[hidden]")));
    }

    /** A user name as it is shown. */
    public String user(String userName) {
        return !hide() || userName.equals(Who.DAYMARK) ? userName : users.getOrDefault(userName, "[somebody]");
    }
}
