package uk.daymark.enforcement.ledger;

import java.time.LocalDate;
import java.util.List;
import uk.daymark.people.Scope;

/**
 * How far somebody sees into the ledger, as a condition on {@code penalty_notice n}.
 *
 * <p>An authority sees the notices in its own ledger, and every notice about a pupil who is now at one of its schools, whoever issued
 * it: it could not count otherwise. A school sees those that were issued for a pupil of its own while the pupil was there.
 *
 * @param condition SQL with places for the values
 * @param values what stands in the places
 */
record LedgerScope(String condition, List<Object> values) {

    /** The last roll that the pupil came to by the day. */
    private static final String PUPIL_IS_THEIRS = "n.pupil_id in (select e.pupil_id from enrolment e"
            + " join school s on s.urn = e.school_urn where s.authority = ?"
            + " and coalesce(e.on_roll_from, date '1900-01-01') <= ?"
            + " and not exists (select 1 from enrolment l where l.pupil_id = e.pupil_id"
            + " and coalesce(l.on_roll_from, date '1900-01-01') <= ?"
            + " and (coalesce(l.on_roll_from, date '1900-01-01') > coalesce(e.on_roll_from, date '1900-01-01')"
            + " or (coalesce(l.on_roll_from, date '1900-01-01') = coalesce(e.on_roll_from, date '1900-01-01')"
            + " and l.id > e.id))))";

    static LedgerScope of(Scope scope, LocalDate today) {
        if (scope instanceof Scope.OneAuthority authority) {
            return new LedgerScope(
                    "(n.kept_by = ? or " + PUPIL_IS_THEIRS + ")",
                    List.of(authority.name(), authority.name(), today, today));
        }
        if (scope instanceof Scope.OneSchool school) {
            return new LedgerScope("n.school_urn = ?", List.of(school.urn().value()));
        }
        return new LedgerScope(scope instanceof Scope.Everywhere ? "1 = 1" : "1 = 0", List.of());
    }
}
