package uk.daymark.register;

import java.util.Optional;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;

/**
 * A scope as it is stored with an import.
 *
 * @param kind which sort of scope
 * @param of the school or the authority it is of; empty text where it is of none
 */
record StoredScope(String kind, String of) {

    private static final String SCHOOL = "SCHOOL";
    private static final String AUTHORITY = "AUTHORITY";
    private static final String ALL = "ALL";
    private static final String NONE = "NONE";

    static StoredScope of(Scope scope) {
        if (scope instanceof Scope.OneSchool school) {
            return new StoredScope(SCHOOL, school.urn().value());
        }
        if (scope instanceof Scope.OneAuthority authority) {
            return new StoredScope(AUTHORITY, authority.name());
        }
        return new StoredScope(scope instanceof Scope.Everywhere ? ALL : NONE, "");
    }

    /** The scope; empty where none of these was stored. */
    Optional<Scope> scope() {
        return switch (kind) {
            case SCHOOL -> Optional.of(Scope.school(new Urn(of)));
            case AUTHORITY -> Optional.of(Scope.authority(of));
            case ALL -> Optional.of(Scope.everywhere());
            case NONE -> Optional.of(Scope.nowhere());
            default -> Optional.empty();
        };
    }
}
