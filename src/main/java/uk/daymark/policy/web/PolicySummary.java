package uk.daymark.policy.web;

import java.time.LocalDate;
import java.util.Optional;
import uk.daymark.policy.Policy;

/** A policy in a list. */
record PolicySummary(
        String name,
        String title,
        Optional<String> inherits,
        Period inForce,
        Optional<String> supersededBy,
        String version) {

    /** First and last day, each empty where there is none. */
    record Period(Optional<LocalDate> from, Optional<LocalDate> to) {}

    static PolicySummary of(Policy policy) {
        return new PolicySummary(
                policy.name(),
                policy.title(),
                policy.inherits(),
                new Period(policy.firstDay(), policy.lastDay()),
                policy.supersededBy(),
                policy.version());
    }
}
