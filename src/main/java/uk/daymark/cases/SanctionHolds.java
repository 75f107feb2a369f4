package uk.daymark.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.policy.Policy;

/** Knows what holds a sanction in a case: support that is given time to work. One place answers for the school and the authority. */
public interface SanctionHolds {

    /**
     * What holds it today under a policy; nothing where the policy has no such rule.
     *
     * @param leaveOnly whether all of it is leave taken in term time, where a policy may not expect support first
     */
    List<Gate> of(CaseFile file, Policy policy, boolean leaveOnly);

    /**
     * Something that holds.
     *
     * @param code the rule's stable name
     * @param message what was found, as a sentence
     * @param until the first day on which waiting alone ends it; empty where it does not
     * @param source where the rule is written
     * @param cure what would end it
     */
    record Gate(String code, String message, Optional<LocalDate> until, String source, String cure) {}
}
