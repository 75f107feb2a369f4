package uk.daymark.cases.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.cases.SupportFacts;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;

/** Support as the check of a referral takes it, and the records behind it. Field names are a contract. */
record SupportJson(
        boolean earlyHelpOffered,
        Optional<LocalDate> earlyHelpOpenedOn,
        Optional<LocalDate> targetedSupportOpenedOn,
        Optional<LocalDate> specialistTeachingOpenedOn,
        Optional<Integer> iaepReviews,
        boolean ehcp,
        Optional<LocalDate> ehcpLastReviewedOn,
        boolean mitigating,
        List<Given> records) {

    /** One record. */
    record Given(
            long id,
            SupportKind kind,
            Optional<LocalDate> offeredOn,
            String offeredHow,
            SupportRecord.Response response,
            Optional<LocalDate> openedOn,
            String withWhom,
            Optional<LocalDate> closedOn,
            Optional<Integer> reviews,
            Optional<LocalDate> lastReviewedOn,
            String note,
            String source,
            String why,
            String by,
            String at,
            Optional<Long> corrects) {

        static Given of(SupportRecord support) {
            SupportRecord.Details details = support.details();
            return new Given(
                    support.id(),
                    details.kind(),
                    details.offeredOn(),
                    details.offeredHow(),
                    details.response(),
                    details.openedOn(),
                    details.withWhom(),
                    details.closedOn(),
                    details.reviews(),
                    details.lastReviewedOn(),
                    details.note(),
                    details.source(),
                    support.why(),
                    support.by(),
                    Moments.minute(support.at()),
                    support.corrects());
        }
    }

    static SupportJson of(SupportFacts facts) {
        return new SupportJson(
                facts.earlyHelpOffered(),
                facts.earlyHelpOpenedOn(),
                facts.targetedSupportOpenedOn(),
                facts.specialistTeachingOpenedOn(),
                facts.iaepReviews(),
                facts.ehcp(),
                facts.ehcpLastReviewedOn(),
                facts.mitigating(),
                facts.records().stream().map(Given::of).toList());
    }
}
