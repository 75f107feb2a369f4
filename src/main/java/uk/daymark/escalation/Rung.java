package uk.daymark.escalation;

import java.util.Arrays;
import java.util.Optional;

/** A step of a case, by its id in the table {@code next-rung}, with the policy's key for the time a family is given after it. */
enum Rung {
    SOFT_LETTER("soft-letter", "escalation.monitor.soft_letter"),
    CONCERN_LETTER("concern-letter", "escalation.monitor.concern_letter"),
    MEDICAL_EVIDENCE("medical-evidence", "escalation.monitor.medical_evidence"),
    EARLY_HELP("early-help-check", "escalation.monitor.early_help"),
    MEETING("contract-meeting", "escalation.monitor.meeting"),
    ADVICE("seek-advice", "escalation.monitor.advice"),
    CATCH_UP("catch-up", "escalation.monitor.meeting"),
    CONSIDER("must-consider", "escalation.monitor.waiting");

    /** The policy's key for the time until a case that only waits is looked at again. */
    static final String WAITING = "escalation.monitor.waiting";

    private final String id;
    private final String waiting;

    Rung(String id, String waiting) {
        this.id = id;
        this.waiting = waiting;
    }

    String id() {
        return id;
    }

    String waiting() {
        return waiting;
    }

    static Optional<Rung> of(String id) {
        return Arrays.stream(values()).filter(rung -> rung.id.equals(id)).findFirst();
    }
}
