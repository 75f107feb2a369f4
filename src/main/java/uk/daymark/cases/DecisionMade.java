package uk.daymark.cases;

import java.time.Instant;
import java.util.List;
import uk.daymark.measure.MarkedSession;

/**
 * A person's decision in a case, with what it rested on.
 *
 * @param id which
 * @param taskKind the id of the user task in which it was made
 * @param what what was decided, for people
 * @param reason the reason given
 * @param by the user name of who decided
 * @param findings the findings it rested on
 * @param sessions every session it rested on with its code as it stood, oldest first
 * @param fingerprint a hash of those marks
 * @param atAuthority whether an officer or the panel decided
 */
public record DecisionMade(
        long id,
        CaseRef caseRef,
        String taskKind,
        String what,
        String reason,
        String by,
        Instant at,
        List<Long> findings,
        List<MarkedSession> sessions,
        String fingerprint,
        boolean atAuthority) {

    public DecisionMade {
        findings = List.copyOf(findings);
        sessions = List.copyOf(sessions);
    }

    /** The same as a school sees it: what the authority decided without the reason, which is the authority's own. */
    public DecisionMade toSchools() {
        return atAuthority
                ? new DecisionMade(id, caseRef, taskKind, what, "", by, at, findings, sessions, fingerprint, true)
                : this;
    }
}
