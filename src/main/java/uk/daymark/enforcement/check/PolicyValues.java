package uk.daymark.enforcement.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.policy.Matter;
import uk.daymark.policy.Policy;

/** The values of a policy on one day, with where they are written. */
final class PolicyValues {

    private static final String UNCONFIRMED = " (the authority's legal team has to confirm this)";

    private final Policy policy;
    private final LocalDate on;

    PolicyValues(Policy policy, LocalDate on) {
        this.policy = policy;
        this.on = on;
    }

    /** A number that every policy has. */
    int needed(String key) {
        return policy.number(key, on).orElseThrow(() -> missing(key));
    }

    /** Two numbers that every policy has. */
    List<Integer> neededPair(String key) {
        return policy.numbers(key, on).orElseThrow(() -> missing(key));
    }

    Optional<Integer> number(String key) {
        return policy.number(key, on);
    }

    /** A number, where the policy has one that speaks of the matter. */
    Optional<Integer> number(String key, Matter matter) {
        return speaksOf(key, matter) ? policy.number(key, on) : Optional.empty();
    }

    /** Whether the policy says yes to something that it says of the matter. */
    boolean yes(String key, Matter matter) {
        return speaksOf(key, matter) && yes(key);
    }

    boolean yes(String key) {
        return policy.yesNo(key, on).orElse(false);
    }

    Optional<LocalDate> date(String key) {
        return policy.date(key, on);
    }

    Policy policy() {
        return policy;
    }

    LocalDate day() {
        return on;
    }

    /** Where a value is written, and whether that has still to be confirmed. */
    String source(String key) {
        return policy.entry(key, on)
                .map(entry -> entry.source() + (entry.unconfirmed() ? UNCONFIRMED : ""))
                .orElse("The policy " + policy.title());
    }

    /** Whether the policy has the value, and it speaks of the matter. */
    boolean speaksOf(String key, Matter matter) {
        return policy.entry(key, on).filter(entry -> entry.appliesTo(matter)).isPresent();
    }

    private IllegalStateException missing(String key) {
        return new IllegalStateException("The policy " + policy.name() + " has no value for " + key);
    }
}
