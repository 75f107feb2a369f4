package uk.daymark.enforcement.ledger;

import java.util.Set;
import uk.daymark.measure.Session;
import uk.daymark.people.ContactId;
import uk.daymark.people.PupilId;

/** Knows for which sessions a parent was prosecuted, after a notice or without one: such a session serves nothing else any more. */
public interface ProsecutedSessions {

    /** Those of proceedings that were begun about a child against this person, in whatever case, and not withdrawn. */
    Set<Session> of(PupilId child, ContactId parent);
}
