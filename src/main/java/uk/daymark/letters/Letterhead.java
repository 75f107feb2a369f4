package uk.daymark.letters;

import java.util.List;
import java.util.Optional;
import uk.daymark.people.Urn;

/**
 * What stands at the head and the foot of a school's letters. Text that is not known is empty text.
 *
 * @param sender who to speak to: "Ms Jones"
 * @param head the headteacher's name
 * @param address the school's address, line by line
 * @param replyDays how many school days a family has to answer; empty where the policy's number holds
 */
public record Letterhead(
        Urn school,
        String sender,
        String phone,
        String email,
        String head,
        List<String> address,
        Optional<Integer> replyDays) {

    public Letterhead {
        address = List.copyOf(address);
    }

    /** The same school's, with the authority that writes in place of the school; the headteacher's name stays. */
    Letterhead of(AuthorityLetterhead authority) {
        return new Letterhead(
                school,
                authority.sender(),
                authority.phone(),
                authority.email(),
                head,
                authority.address(),
                Optional.empty());
    }

    /** Nothing is known yet. */
    static Letterhead blank(Urn school) {
        return new Letterhead(school, "", "", "", "", List.of(), Optional.empty());
    }
}
