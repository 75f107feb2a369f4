package uk.daymark.people;

import java.util.List;

/**
 * A scope as a condition on a school's URN.
 *
 * @param condition SQL with places for the values
 * @param values what stands in the places
 */
public record ScopeSql(String condition, List<Object> values) {

    /** The schools of the scope, as a condition on the column that holds their URN. */
    public static ScopeSql of(Scope scope, String urnColumn) {
        if (scope instanceof Scope.OneSchool school) {
            return new ScopeSql(urnColumn + " = ?", List.of(school.urn().value()));
        }
        if (scope instanceof Scope.OneAuthority authority) {
            return new ScopeSql(
                    urnColumn + " in (select urn from school where authority = ?)", List.of(authority.name()));
        }
        return new ScopeSql(scope instanceof Scope.Everywhere ? "1 = 1" : "1 = 0", List.of());
    }
}
