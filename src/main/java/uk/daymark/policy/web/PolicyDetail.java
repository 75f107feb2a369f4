package uk.daymark.policy.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;
import uk.daymark.policy.PolicyEntry;
import uk.daymark.policy.PolicyKey;
import uk.daymark.policy.web.PolicySummary.Period;

/**
 * A policy with all it says.
 *
 * @param on the day for which its values are shown
 * @param values every key that has a value, in the order in which people read them
 */
record PolicyDetail(
        String name,
        String title,
        String about,
        Optional<String> inherits,
        Period inForce,
        Optional<String> supersededBy,
        String version,
        LocalDate on,
        List<Value> values) {

    /** A key with the entry used on the day, and the later, earlier or inherited ones that are not. */
    record Value(
            String key,
            String title,
            String description,
            String group,
            boolean own,
            Entry inForce,
            List<Entry> others) {}

    /** One entry; {@code policy} is the one whose file gives it. */
    record Entry(
            JsonNode value,
            String unit,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            List<String> appliesTo,
            String source,
            String confidence,
            Optional<String> note,
            Optional<String> history,
            String policy) {

        static Entry of(PolicyEntry entry) {
            return new Entry(
                    entry.value(),
                    entry.unit(),
                    entry.from(),
                    entry.to(),
                    entry.appliesTo().stream()
                            .map(matter -> matter.name().toLowerCase(Locale.ROOT))
                            .toList(),
                    entry.source(),
                    entry.confidence().name().toLowerCase(Locale.ROOT),
                    entry.note(),
                    entry.history(),
                    entry.policy());
        }
    }

    static PolicyDetail of(Policy policy, Policies policies, LocalDate on) {
        return new PolicyDetail(
                policy.name(),
                policy.title(),
                policy.about(),
                policy.inherits(),
                new Period(policy.firstDay(), policy.lastDay()),
                policy.supersededBy(),
                policy.version(),
                on,
                policies.keys().stream()
                        .flatMap(key -> value(policy, key, on).stream())
                        .toList());
    }

    private static Optional<Value> value(Policy policy, PolicyKey key, LocalDate on) {
        return policy.entry(key.name(), on)
                .map(used -> new Value(
                        key.name(),
                        key.title(),
                        key.description(),
                        key.group(),
                        used.policy().equals(policy.name()),
                        Entry.of(used),
                        policy.allEntries(key.name()).stream()
                                .filter(entry -> !entry.equals(used))
                                .map(Entry::of)
                                .toList()));
    }
}
