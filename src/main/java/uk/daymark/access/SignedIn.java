package uk.daymark.access;

import java.util.Optional;

/**
 * The person who is signed in.
 *
 * @param userName unique, as it is journalled
 * @param displayName as colleagues read it
 * @param role what the person is
 * @param homeSchoolUrn the person's school; for a role that reaches over an authority, a school of that authority; empty where none
 *     was named, and then only a role that reaches everywhere reaches anything
 */
public record SignedIn(String userName, String displayName, Role role, Optional<String> homeSchoolUrn) {

    /** Whether the person's role may do this. */
    public boolean may(Action action) {
        return action.openTo(role);
    }
}
