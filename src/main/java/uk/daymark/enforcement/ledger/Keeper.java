package uk.daymark.enforcement.ledger;

import uk.daymark.people.Scope;
import uk.daymark.web.Conflict;

/**
 * Somebody at work in the ledger.
 *
 * @param userName the name they signed in with
 * @param scope how far they see
 */
public record Keeper(String userName, Scope scope) {

    /**
     * The authority in whose ledger they write.
     *
     * @throws Conflict where it is not known
     */
    public String authority() {
        if (scope instanceof Scope.OneAuthority authority) {
            return authority.name();
        }
        throw new Conflict(
                "It is not known for which authority you work. Ask your administrator to import your school.");
    }
}
