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
    private final boolean anniversaryInside;
    private final Optional<LocalDate> offencesFrom;
    private final Optional<LocalDate> issuedFrom;

    /**
     * The look-back as the words of the regulations give it: the anniversary lies outside, and the day of issue is not asked for.
     *
     * @param years length of the look-back
     * @param offencesFrom notices for offences that ended before this day do not count; empty where all do
     */
    public NoticeLookback(int years, Optional<LocalDate> offencesFrom) {
        this(years, false, offencesFrom, Optional.empty());
    }

    /**
     * @param years length of the look-back
     * @param anniversaryInside whether a notice issued exactly so many years before still counts
     * @param offencesFrom notices for offences that ended before this day do not count; empty where all do
     * @param issuedFrom notices issued before this day do not count; empty where all do
     */
    public NoticeLookback(
            int years, boolean anniversaryInside, Optional<LocalDate> offencesFrom, Optional<LocalDate> issuedFrom) {
        this.years = years;
        this.anniversaryInside = anniversaryInside;
        this.offencesFrom = offencesFrom;
        this.issuedFrom = issuedFrom;
    }

    /** The first day of the look-back that ends with the day proposed. */
    public LocalDate from(LocalDate proposedOn) {
        LocalDate anniversary = proposedOn.minusYears(years);
        return anniversaryInside ? anniversary : anniversary.plusDays(1);
    }

    /** The first day on which a notice issued that day lies before the look-back. */
    public LocalDate lapsesOn(LocalDate issuedOn) {
        LocalDate day = issuedOn.plusYears(years);
        while (!issuedOn.isBefore(from(day))) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** How many of the earlier notices count on the day proposed. */
    public int counted(LocalDate proposedOn, Collection<Earlier> notices) {
        return (int)
                notices.stream().filter(notice -> counts(proposedOn, notice)).count();
    }

    /** Whether an earlier notice counts on the day proposed. */
    public boolean counts(LocalDate proposedOn, Earlier notice) {
        return countsWhileInside(notice)
                && !notice.issuedOn().isBefore(from(proposedOn))
                && !notice.issuedOn().isAfter(proposedOn);
    }

    /** Whether an earlier notice is of a kind that counts, however long ago it was issued. */
    public boolean countsWhileInside(Earlier notice) {
        return notice.outcome().counts()
                && offencesFrom.filter(notice.offenceTo()::isBefore).isEmpty()
                && issuedFrom.filter(notice.issuedOn()::isBefore).isEmpty();
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
