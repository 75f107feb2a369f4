package uk.daymark.reports;

import org.springframework.stereotype.Component;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.policy.Policies;

/** The numbers of policy that reports use: those of the authority whose schools are asked for, else the national ones. */
@Component
class ReportPolicy {

    private static final String NATIONAL = "national";

    private final Schools schools;
    private final Policies policies;

    ReportPolicy(Schools schools, Policies policies) {
        this.schools = schools;
        this.policies = policies;
    }

    /** A number that every policy has. */
    int number(String key, Asked asked) {
        String name = schools.in(asked.scope()).stream()
                .findFirst()
                .map(School::authority)
                .filter(authority -> policies.named(authority).isPresent())
                .orElse(NATIONAL);
        return policies.named(name)
                .flatMap(policy -> policy.number(key, asked.asOf()))
                .orElseThrow(() -> new IllegalStateException("No policy settles " + key));
    }
}
