package uk.daymark.register;

import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;

/** What a code decided here causes elsewhere. Every bean of this type is told within the decision's own transaction. */
public interface DecisionEffects {

    /** A code was decided, taken back, kept or dropped: another code may stand for the session from now on. */
    void decided(EnrolmentId enrolment, Session session);
}
