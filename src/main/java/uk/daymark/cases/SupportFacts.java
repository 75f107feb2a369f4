package uk.daymark.cases;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is known of the support in a case, as the tests for a sanction ask for it. Of several records of a kind, the latest opening
 * that has not ended counts, and where all have ended the latest of all.
 *
 * @param earlyHelpOffered whether an early help assessment was offered
 * @param mitigating whether a circumstance is on record that a decision has to weigh
 * @param ehcp whether there is an education, health and care plan
 * @param iaepReviews completed review cycles of an individual plan; empty where there is no such plan
 * @param records every record that stands, oldest first
 */
public record SupportFacts(
        boolean earlyHelpOffered,
        Optional<LocalDate> earlyHelpOpenedOn,
        Optional<LocalDate> targetedSupportOpenedOn,
        Optional<LocalDate> specialistTeachingOpenedOn,
        Optional<Integer> iaepReviews,
        boolean ehcp,
        Optional<LocalDate> ehcpLastReviewedOn,
        boolean mitigating,
        List<SupportRecord> records) {

    public SupportFacts {
        records = List.copyOf(records);
    }

    /** What the records that stand come to. */
    static SupportFacts of(List<SupportRecord> records) {
        return new SupportFacts(
                of(records, SupportKind.EARLY_HELP)
                        .anyMatch(help ->
                                help.offeredOn().isPresent() || help.openedOn().isPresent()),
                opened(records, SupportKind.EARLY_HELP),
                opened(records, SupportKind.TARGETED_SUPPORT),
                opened(records, SupportKind.SPECIALIST_TEACHING),
                of(records, SupportKind.IAEP)
                        .map(plan -> plan.reviews().orElse(0))
                        .max(Comparator.naturalOrder()),
                of(records, SupportKind.EHCP).findAny().isPresent(),
                latest(records, SupportKind.EHCP, SupportRecord.Details::lastReviewedOn),
                of(records, SupportKind.MITIGATING).findAny().isPresent(),
                records);
    }

    private static Stream<SupportRecord.Details> of(List<SupportRecord> records, SupportKind kind) {
        return records.stream().map(SupportRecord::details).filter(details -> details.kind() == kind);
    }

    private static Optional<LocalDate> opened(List<SupportRecord> records, SupportKind kind) {
        return of(records, kind)
                .filter(help -> help.closedOn().isEmpty())
                .flatMap(help -> help.openedOn().stream())
                .max(Comparator.naturalOrder())
                .or(() -> latest(records, kind, SupportRecord.Details::openedOn));
    }

    private static Optional<LocalDate> latest(
            List<SupportRecord> records, SupportKind kind, Function<SupportRecord.Details, Optional<LocalDate>> day) {
        return of(records, kind).flatMap(details -> day.apply(details).stream()).max(Comparator.naturalOrder());
    }
}
