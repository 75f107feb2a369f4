package uk.daymark.policy.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;
import uk.daymark.policy.PolicyEntry;
import uk.daymark.policy.PolicyKey;

/**
 * A policy as its page shows it.
 *
 * @param policy the policy
 * @param parent the policy it inherits from
 * @param successor the policy that took its place
 * @param groups its values under their headings
 * @param unconfirmed how many of them are unconfirmed
 */
record PolicyPage(
        Policy policy, Optional<Policy> parent, Optional<Policy> successor, List<Group> groups, long unconfirmed) {

    /** A heading with its rows. */
    record Group(String title, List<Row> rows) {}

    /**
     * A value.
     *
     * @param entry the entry used on the day
     * @param inheritedFrom the policy whose file gives it, where that is another
     * @param others other dated entries of the policy's own, oldest first
     */
    record Row(PolicyEntry entry, Optional<Policy> inheritedFrom, List<PolicyEntry> others) {

        public PolicyKey key() {
            return entry.key();
        }
    }

    static PolicyPage of(Policy policy, Policies policies, LocalDate on) {
        Map<String, List<Row>> byGroup = policy.entries(on).stream()
                .map(entry -> row(policy, policies, entry))
                .collect(Collectors.groupingBy(row -> row.key().group(), LinkedHashMap::new, Collectors.toList()));
        return new PolicyPage(
                policy,
                policy.inherits().flatMap(policies::named),
                policy.supersededBy().flatMap(policies::named),
                byGroup.entrySet().stream()
                        .map(group -> new Group(group.getKey(), group.getValue()))
                        .toList(),
                policy.entries(on).stream().filter(PolicyEntry::unconfirmed).count());
    }

    private static Row row(Policy policy, Policies policies, PolicyEntry used) {
        return new Row(
                used,
                Optional.of(used.policy())
                        .filter(name -> !name.equals(policy.name()))
                        .flatMap(policies::named),
                policy.allEntries(used.key().name()).stream()
                        .filter(entry -> entry.policy().equals(used.policy()) && !entry.equals(used))
                        .sorted(Comparator.comparing(entry -> entry.from().orElse(LocalDate.MIN)))
                        .toList());
    }
}
