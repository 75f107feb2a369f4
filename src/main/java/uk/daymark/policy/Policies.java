package uk.daymark.policy;

import java.util.List;
import java.util.Optional;

/** All policies that were read and checked at start. */
public interface Policies {

    /** The policy of that name, the name of its file without ending; empty where there is none. */
    Optional<Policy> named(String name);

    /** Every policy, national first, then by name. */
    List<Policy> all();

    /** Every key that a policy may settle, in the order in which people read them. */
    List<PolicyKey> keys();
}
