package uk.daymark.policy;

import java.time.LocalDate;
import java.util.Optional;
import uk.daymark.measure.CountingRules;

/** The rules of counting as a policy's values give them on a day. */
final class PolicyCounting {

    private final Policy policy;
    private final LocalDate on;

    private PolicyCounting(Policy policy, LocalDate on) {
        this.policy = policy;
        this.on = on;
    }

    /**
     * Puts them together.
     *
     * @throws IllegalStateException where the catalogue of keys does not require a value that counting needs
     */
    static CountingRules of(Policy policy, LocalDate on) {
        return new PolicyCounting(policy, on).rules();
    }

    private CountingRules rules() {
        return new CountingRules(
                new CountingRules.Threshold(
                        needed("threshold.sessions", policy::number),
                        needed("threshold.window", policy::number),
                        needed("threshold.codes", policy::codes),
                        needed("evidence.reject_codes", policy::codes),
                        CountingRules.Anchor.valueOf(needed("window.anchor", policy::text))),
                new CountingRules.Leave(needed("leave.codes", policy::codes), needed("leave.run", policy::number)),
                new CountingRules.AbsenceBands(
                        needed("tier.persistent", policy::number), needed("tier.severe", policy::number)),
                needed("n.replace_within", policy::number),
                new CountingRules.Returns(
                        needed("return.10day.days", policy::number),
                        needed("return.10day.codes", policy::codes),
                        needed("return.15day.days", policy::number),
                        needed("deletion.days", policy::number),
                        needed("deletion.codes", policy::codes)),
                new CountingRules.PatternRules(
                        needed("pattern.window", policy::number),
                        needed("pattern.weekday_times", policy::number),
                        needed("pattern.weekday_of", policy::number),
                        needed("pattern.fortnight_share", policy::number),
                        needed("pattern.fortnight_sessions", policy::number),
                        needed("pattern.fortnight_weeks", policy::number),
                        needed("pattern.edge_share", policy::number),
                        needed("pattern.edge_sessions", policy::number)));
    }

    private interface Accessor<T> {
        Optional<T> get(String key, LocalDate on);
    }

    private <T> T needed(String key, Accessor<T> accessor) {
        return accessor.get(key, on)
                .orElseThrow(() -> new IllegalStateException("The policy " + policy.name() + " has no value for " + key
                        + ", which policy.schema.json does not require"));
    }
}
