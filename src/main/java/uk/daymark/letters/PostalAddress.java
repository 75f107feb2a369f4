package uk.daymark.letters;

import java.util.List;
import java.util.Optional;
import uk.daymark.people.Contacts;

/** Whether something can be posted to a parent, by the same rule for letters and for notices. */
public final class PostalAddress {

    private PostalAddress() {}

    /** Why nothing can be posted to this parent; empty where it can. */
    public static Optional<String> whyNot(Contacts.OfPupil person) {
        return Recipient.of(person, List.of(person)).whyNotPostable();
    }
}
