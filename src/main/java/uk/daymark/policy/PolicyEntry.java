package uk.daymark.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One value of a policy with all that is known of it.
 *
 * @param key what it settles
 * @param value the value as the file gives it, of the key's kind; not to be changed
 * @param unit its unit in words: "school days"
 * @param from first day in force
 * @param to last day in force; empty while it holds
 * @param appliesTo the matters it speaks of; all of them where nothing is said
 * @param source where it is written
 * @param confidence how sure it is
 * @param note what else there is to say
 * @param history what held before and is not counted
 * @param policy the name of the policy whose file gives it
 * @param overridden whether it was set for one check and stands in no file
 */
public record PolicyEntry(
        PolicyKey key,
        JsonNode value,
        String unit,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Set<Matter> appliesTo,
        String source,
        Confidence confidence,
        Optional<String> note,
        Optional<String> history,
        String policy,
        boolean overridden) {

    /** Oldest first. */
    static final Comparator<PolicyEntry> BY_DATE =
            Comparator.comparing((PolicyEntry entry) -> entry.from().orElse(LocalDate.MIN));

    public PolicyEntry {
        // In the order in which the matters are declared, so that pages and answers do not shuffle them.
        Set<Matter> inOrder = EnumSet.noneOf(Matter.class);
        inOrder.addAll(appliesTo);
        appliesTo = Collections.unmodifiableSet(inOrder);
    }

    /** Whether it is in force on that day. */
    public boolean inForceOn(LocalDate day) {
        return daysFrom(day) == 0;
    }

    /** Whether it speaks of that matter. */
    public boolean appliesTo(Matter matter) {
        return appliesTo.contains(matter);
    }

    /** Whether it has to be confirmed before a sanction rests on it. */
    public boolean unconfirmed() {
        return confidence == Confidence.UNCONFIRMED;
    }

    /** Days between that day and the nearest on which it is in force; 0 where it is in force then. */
    long daysFrom(LocalDate day) {
        if (from.isPresent() && day.isBefore(from.get())) {
            return from.get().toEpochDay() - day.toEpochDay();
        }
        if (to.isPresent() && day.isAfter(to.get())) {
            return day.toEpochDay() - to.get().toEpochDay();
        }
        return 0;
    }
}
