package uk.daymark.punctuality;

import uk.daymark.measure.Session;
import uk.daymark.people.Urn;

/**
 * A late-gate check: a member of staff greets whoever comes late at the entrance.
 *
 * @param id its number
 * @param school at which school
 * @param session for which session
 * @param stoodBy who stood there
 * @param note what was noted; may be empty text
 */
public record LateGate(long id, Urn school, Session session, String stoodBy, String note) {}
