package uk.daymark.escalation;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * A step of a case, by its id in the table {@code next-rung}, with the policy's key for the time a family is given after it, and the
 * table's fact that says it was taken.
 */
enum Rung {
    SOFT_LETTER("soft-letter", "escalation.monitor.soft_letter", "softDone"),
    AUTHORISED_LETTER("authorised-absence-letter", "escalation.monitor.soft_letter", "authorisedDone"),
    CONCERN_LETTER("concern-letter", "escalation.monitor.concern_letter", "concernDone"),
    MEDICAL_EVIDENCE("medical-evidence", "escalation.monitor.medical_evidence", "evidenceDone"),
    EARLY_HELP("early-help-check", "escalation.monitor.early_help", "helpDone"),
    MEETING("contract-meeting", "escalation.monitor.meeting", "meetingDone"),
    CONTINUING("continuing-support", "escalation.monitor.waiting", "continuingDone"),
    ADVICE("seek-advice", "escalation.monitor.advice", "adviceDone"),
    CATCH_UP("catch-up", "escalation.monitor.meeting", ""),
    CONSIDER("must-consider", "escalation.monitor.waiting", "");

    /** The policy's key for the time until a case that only waits is looked at again. */
    static final String WAITING = "escalation.monitor.waiting";

    private final String id;
    private final String waiting;
    private final String done;

    Rung(String id, String waiting, String done) {
        this.id = id;
        this.waiting = waiting;
        this.done = done;
    }

    String id() {
        return id;
    }

    String waiting() {
        return waiting;
    }

    /** Whether these facts say that it was not taken; a step that the policy begins with comes to nobody else. */
    boolean stillToCome(Map<String, Object> facts) {
        boolean ofThisPolicy = this != SOFT_LETTER
                || "soft-letter-first".equals(facts.get("style")) && Boolean.FALSE.equals(facts.get("concernDone"));
        return ofThisPolicy && Boolean.FALSE.equals(facts.get(done));
    }

    static Optional<Rung> of(String id) {
        return Arrays.stream(values()).filter(rung -> rung.id.equals(id)).findFirst();
    }
}
