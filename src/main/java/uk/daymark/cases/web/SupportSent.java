package uk.daymark.cases.web;

import java.time.LocalDate;
import java.util.Optional;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord.Details;
import uk.daymark.cases.SupportRecord.Response;
import uk.daymark.web.JsonFields;

/** A record of support as a program sent it. To be used once the reading has finished without a fault. */
record SupportSent(
        Optional<SupportKind> kind,
        Optional<Response> response,
        Optional<LocalDate> offeredOn,
        Optional<LocalDate> openedOn,
        Optional<LocalDate> closedOn,
        Optional<LocalDate> lastReviewedOn,
        Optional<Integer> reviews,
        Optional<String> offeredHow,
        Optional<String> withWhom,
        Optional<String> note,
        Optional<String> source) {

    private static final int MOST_REVIEWS = 1000;

    /** Reads the fields; what is wrong is kept by the reader. */
    static SupportSent read(JsonFields read, LocalDate today) {
        read.need("kind");
        SupportSent sent = new SupportSent(
                read.choice("kind", SupportKind.class),
                read.choice("response", Response.class),
                CaseWritesApi.past(read, "offeredOn", today),
                CaseWritesApi.past(read, "openedOn", today),
                CaseWritesApi.past(read, "closedOn", today),
                CaseWritesApi.past(read, "lastReviewedOn", today),
                read.whole("reviews"),
                CaseWritesApi.text(read, "offeredHow", CaseWritesApi.LONGEST_NAME, false),
                CaseWritesApi.text(read, "withWhom", CaseWritesApi.LONGEST_NAME, false),
                CaseWritesApi.text(read, "note", CaseWritesApi.LONGEST_TEXT, false),
                CaseWritesApi.text(read, "source", CaseWritesApi.LONGEST_NAME, false));
        sent.reviews
                .filter(count -> count < 0 || count > MOST_REVIEWS)
                .ifPresent(count -> read.fault("reviews", "Give 0 to " + MOST_REVIEWS + "."));
        if (sent.openedOn.isPresent()
                && sent.closedOn.filter(sent.openedOn.get()::isAfter).isPresent()) {
            read.fault("closedOn", "This lies before the day on which it began.");
        }
        return sent;
    }

    Details details() {
        return new Details(
                kind.orElseThrow(),
                offeredOn,
                offeredHow.orElse(""),
                response.orElse(Response.NOT_YET),
                openedOn,
                withWhom.orElse(""),
                closedOn,
                reviews,
                lastReviewedOn,
                note.orElse(""),
                source.orElse(""));
    }
}
