package uk.daymark.measure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * Which earlier penalty notices, to the same parent for the same child, count when another is proposed.
 *
 * <p>Source: SI 2024/210 as published in codes of conduct: the three years "ending with the date on which the new one is proposed"; a
 * withdrawn notice does not count, nor one whose offence the parent was acquitted of.
 */
public final class NoticeLookback {

    private final int years;
    private final Optional<LocalDate> offencesFrom;

    /**
     * @param years length of the look-back
     * @param offencesFrom notices for offences that ended before this day do not count; empty where all do
     */
    public NoticeLookback(int years, Optional<LocalDate> offencesFrom) {
        this.years = years;
        this.offencesFrom = offencesFrom;
    }

    /** The first day of the look-back that ends with the day proposed. */
    public LocalDate from(LocalDate proposedOn) {
        return proposedOn.minusYears(years).plusDays(1);
    }

    /** How many of the earlier notices count on the day proposed. */
    public int counted(LocalDate proposedOn, Collection<Earlier> notices) {
        return (int)
                notices.stream().filter(notice -> counts(proposedOn, notice)).count();
    }

    private boolean counts(LocalDate proposedOn, Earlier notice) {
        return notice.outcome().counts()
                && !notice.issuedOn().isBefore(from(proposedOn))
                && !notice.issuedOn().isAfter(proposedOn)
                && offencesFrom.filter(notice.offenceTo()::isBefore).isEmpty();
    }

    /**
     * An earlier notice.
     *
     * @param issuedOn the day it was issued
     * @param offenceTo the last day of its offence
     * @param outcome what became of it
     */
    public record Earlier(LocalDate issuedOn, LocalDate offenceTo, Outcome outcome) {}

    /** What became of a notice. */
    public enum Outcome {
        PAID(true),
        UNPAID(true),
        UNPAID_CONVICTED(true),
        UNPAID_ACQUITTED(false),
        WITHDRAWN(false);

        private final boolean counts;

        Outcome(boolean counts) {
            this.counts = counts;
        }

        /** Whether such a notice counts as an earlier one. */
        public boolean counts() {
            return counts;
        }
    }
}
