package uk.daymark.enforcement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of the support that a family was offered and has.
 *
 * @param earlyHelpOffered whether an early help assessment was offered, in whatever way; empty where nobody has said
 * @param earlyHelpOpenedOn the day on which one was opened; empty where none is open
 * @param targetedSupportOpenedOn the same for targeted support
 * @param specialistTeachingOpenedOn the same for an educational psychologist or SEN caseworker
 * @param iaepReviews review cycles of an IAEP that have taken place; empty where the pupil has none
 * @param ehcp whether the pupil has an education, health and care plan
 * @param ehcpLastReviewedOn the day of its last review
 */
public record SupportFacts(
        Optional<Boolean> earlyHelpOffered,
        Optional<LocalDate> earlyHelpOpenedOn,
        Optional<LocalDate> targetedSupportOpenedOn,
        Optional<LocalDate> specialistTeachingOpenedOn,
        Optional<Integer> iaepReviews,
        Optional<Boolean> ehcp,
        Optional<LocalDate> ehcpLastReviewedOn) {

    /** Nobody has said anything about support. */
    public static SupportFacts unknown() {
        return new SupportFacts(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What is on record in a case. */
    public static SupportFacts of(uk.daymark.cases.SupportFacts known) {
        return new SupportFacts(
                Optional.of(known.earlyHelpOffered()),
                known.earlyHelpOpenedOn(),
                known.targetedSupportOpenedOn(),
                known.specialistTeachingOpenedOn(),
                known.iaepReviews(),
                Optional.of(known.ehcp()),
                known.ehcpLastReviewedOn());
    }

    /** Whether anything was said of early help or targeted support. */
    public boolean speaksOfEarlyHelp() {
        return earlyHelpOffered.isPresent() || earlyHelpOpenedOn.isPresent() || targetedSupportOpenedOn.isPresent();
    }
}
