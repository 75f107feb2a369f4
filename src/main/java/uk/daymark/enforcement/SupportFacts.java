package uk.daymark.enforcement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;

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

    /** What is on record in a case. Help that has ended holds nothing; help that was accepted counts from its offer until it begins. */
    public static SupportFacts of(uk.daymark.cases.SupportFacts known) {
        return new SupportFacts(
                Optional.of(known.earlyHelpOffered()),
                opened(known, SupportKind.EARLY_HELP),
                opened(known, SupportKind.TARGETED_SUPPORT),
                opened(known, SupportKind.SPECIALIST_TEACHING),
                known.iaepReviews(),
                Optional.of(known.ehcp()),
                known.ehcpLastReviewedOn());
    }

    private static Optional<LocalDate> opened(uk.daymark.cases.SupportFacts known, SupportKind kind) {
        return known.records().stream()
                .map(SupportRecord::details)
                .filter(help -> help.kind() == kind && help.closedOn().isEmpty())
                .flatMap(help -> begun(help).stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<LocalDate> begun(SupportRecord.Details help) {
        return help.openedOn()
                .or(() -> help.response() == SupportRecord.Response.ACCEPTED ? help.offeredOn() : Optional.empty());
    }

    /** Whether anything was said of early help or targeted support. */
    public boolean speaksOfEarlyHelp() {
        return earlyHelpOffered.isPresent() || earlyHelpOpenedOn.isPresent() || targetedSupportOpenedOn.isPresent();
    }
}
