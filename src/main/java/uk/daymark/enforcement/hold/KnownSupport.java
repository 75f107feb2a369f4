package uk.daymark.enforcement.hold;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;
import uk.daymark.cases.SupportRecord.Details;
import uk.daymark.enforcement.SupportFacts;

/** A case's records of support as the gates of a sanction ask for them. */
final class KnownSupport {

    private KnownSupport() {}

    /** Help that has ended holds nothing; help that was accepted counts from its offer until it begins. */
    static SupportFacts of(uk.daymark.cases.SupportFacts known) {
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
                .flatMap(KnownSupport::begun)
                .max(Comparator.naturalOrder());
    }

    private static Stream<LocalDate> begun(Details help) {
        return help
                .openedOn()
                .or(() -> help.response() == SupportRecord.Response.ACCEPTED ? help.offeredOn() : Optional.empty())
                .stream();
    }
}
