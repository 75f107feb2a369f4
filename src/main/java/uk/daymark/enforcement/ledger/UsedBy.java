package uk.daymark.enforcement.ledger;

import java.util.Optional;

/**
 * What relies on a session about a child already, against the same person.
 *
 * @param notice which notice; empty where it is a prosecution without one
 */
public record UsedBy(Optional<NoticeRef> notice) {

    static final UsedBy PROSECUTION = new UsedBy(Optional.empty());

    static UsedBy notice(NoticeRef ref) {
        return new UsedBy(Optional.of(ref));
    }

    /** As the beginning of a sentence for people. */
    public String title() {
        return notice.map(ref -> "Notice " + ref + " to this parent").orElse("A prosecution of this parent");
    }
}
