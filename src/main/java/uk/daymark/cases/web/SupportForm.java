package uk.daymark.cases.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord.Details;
import uk.daymark.cases.SupportRecord.Response;
import uk.daymark.time.TypedDay;

/** What a person typed to correct a record of support: each field as typed. */
record SupportForm(
        String kind,
        String offeredOn,
        String offeredHow,
        String response,
        String openedOn,
        String withWhom,
        String closedOn,
        String reviews,
        String lastReviewedOn,
        String note,
        String source,
        String reason) {

    private static final String A_DAY = "Enter a day that has come, " + TypedDay.LIKE + ", or leave it empty";

    /** What stands on record, to be changed. */
    static SupportForm of(Details details) {
        return new SupportForm(
                details.kind().name(),
                typed(details.offeredOn()),
                details.offeredHow(),
                details.response().name(),
                typed(details.openedOn()),
                details.withWhom(),
                typed(details.closedOn()),
                typed(details.reviews()),
                typed(details.lastReviewedOn()),
                details.note(),
                details.source(),
                "");
    }

    private static String typed(Optional<?> known) {
        return known.map(Object::toString).orElse("");
    }

    static SupportForm of(Map<String, String> sent) {
        return new SupportForm(
                sent.getOrDefault("kind", ""),
                sent.getOrDefault("offeredOn", ""),
                sent.getOrDefault("offeredHow", ""),
                sent.getOrDefault("response", ""),
                sent.getOrDefault("openedOn", ""),
                sent.getOrDefault("withWhom", ""),
                sent.getOrDefault("closedOn", ""),
                sent.getOrDefault("reviews", ""),
                sent.getOrDefault("lastReviewedOn", ""),
                sent.getOrDefault("note", ""),
                sent.getOrDefault("source", ""),
                sent.getOrDefault("reason", ""));
    }

    /** What is wrong, by field, in the order of the fields. */
    Map<String, String> errors(LocalDate today) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (supportKind().isEmpty()) {
            errors.put("kind", "Choose what it is");
        }
        day("offeredOn", offeredOn, today, errors);
        tooLong("offeredHow", offeredHow, CaseWritesApi.LONGEST_NAME, errors);
        if (said().isEmpty()) {
            errors.put("response", "Choose what the family said");
        }
        day("openedOn", openedOn, today, errors);
        tooLong("withWhom", withWhom, CaseWritesApi.LONGEST_NAME, errors);
        day("closedOn", closedOn, today, errors);
        Optional<LocalDate> began = LogForm.past(openedOn, today);
        if (began.isPresent()
                && LogForm.past(closedOn, today).filter(began.get()::isAfter).isPresent()) {
            errors.put("closedOn", "The day on which it ended must not lie before the day on which it began");
        }
        if (!reviews.strip().matches("|[0-9]{1,3}|1000")) {
            errors.put("reviews", "Enter a number from 0 to 1000, or leave it empty");
        }
        day("lastReviewedOn", lastReviewedOn, today, errors);
        tooLong("note", note, CaseWritesApi.LONGEST_TEXT, errors);
        tooLong("source", source, CaseWritesApi.LONGEST_NAME, errors);
        if (reason.isBlank()) {
            errors.put("reason", "Say why it is corrected");
        }
        tooLong("reason", reason, CaseWritesApi.LONGEST_TEXT, errors);
        return errors;
    }

    private static void day(String field, String typed, LocalDate today, Map<String, String> errors) {
        if (!typed.isBlank() && LogForm.past(typed, today).isEmpty()) {
            errors.put(field, A_DAY);
        }
    }

    private static void tooLong(String field, String typed, int longest, Map<String, String> errors) {
        LogForm.tooLong(typed, longest).ifPresent(fault -> errors.put(field, fault));
    }

    private Optional<SupportKind> supportKind() {
        return Stream.of(SupportKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
    }

    private Optional<Response> said() {
        return Stream.of(Response.values())
                .filter(one -> one.name().equals(response))
                .findFirst();
    }

    /** What is to stand on record, once nothing is wrong. */
    Details details(LocalDate today) {
        return new Details(
                supportKind().orElseThrow(),
                LogForm.past(offeredOn, today),
                offeredHow.strip(),
                said().orElseThrow(),
                LogForm.past(openedOn, today),
                withWhom.strip(),
                LogForm.past(closedOn, today),
                Optional.of(reviews.strip()).filter(typed -> !typed.isEmpty()).map(Integer::valueOf),
                LogForm.past(lastReviewedOn, today),
                note.strip(),
                source.strip());
    }
}
