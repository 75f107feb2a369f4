package uk.daymark.policy;

import java.time.LocalDate;
import java.util.Set;

/**
 * The days on which England's bank holidays depart from their rule, from {@code policies/bank-holidays.yaml}.
 *
 * @param extra days that are holidays although the rule does not make them one
 * @param removed days that are none although the rule makes them one
 */
public record BankHolidayChanges(Set<LocalDate> extra, Set<LocalDate> removed) {

    public BankHolidayChanges {
        extra = Set.copyOf(extra);
        removed = Set.copyOf(removed);
    }
}
