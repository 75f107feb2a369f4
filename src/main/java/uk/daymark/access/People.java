package uk.daymark.access;

import java.util.List;
import java.util.Optional;

/** Who can sign in. */
public interface People {

    /** Everybody, in the order in which they are listed to people. */
    List<SignedIn> all();

    /** The person of that user name. */
    default Optional<SignedIn> find(String userName) {
        return all().stream()
                .filter(person -> person.userName().equals(userName))
                .findFirst();
    }

    /** The name as colleagues read it; the user name itself where nobody has it any more. */
    default String displayName(String userName) {
        return find(userName).map(SignedIn::displayName).orElse(userName);
    }
}
