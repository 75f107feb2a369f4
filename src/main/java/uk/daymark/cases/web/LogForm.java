package uk.daymark.cases.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.daymark.cases.CaseLog;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;
import uk.daymark.measure.RegisterDates;
import uk.daymark.time.TypedDay;

/**
 * What a person typed to write something in a case.
 *
 * @param on the day, as typed
 * @param with with whom
 * @param text what happened
 * @param kind what sort of support or step
 * @param response what the family said to an offer
 * @param openedOn since when support is open, as typed
 * @param reviewedOn when a plan was last reviewed, as typed
 * @param reviews how many reviews a plan has had, as typed
 * @param source where an earlier step is known from
 */
record LogForm(
        String on,
        String with,
        String text,
        String kind,
        String response,
        String openedOn,
        String reviewedOn,
        String reviews,
        String source) {

    /** What can be written. */
    enum Sort {
        NOTE("Add a note", "What you want to keep"),
        CALL("Log a call", "What was said"),
        REQUEST("Enter the family's request for help", "What they asked for"),
        MEETING("Record a meeting", "What was agreed"),
        SUPPORT("Record support", "What was offered or done"),
        EARLIER("Enter a step taken before Daymark", "What was done");

        private final String title;
        private final String question;

        Sort(String title, String question) {
            this.title = title;
            this.question = question;
        }

        public String title() {
            return title;
        }

        public String question() {
            return question;
        }

        public String address() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean asksWith() {
            return this != SUPPORT && this != EARLIER;
        }

        public boolean asksKind() {
            return this == SUPPORT || this == EARLIER;
        }

        static Optional<Sort> of(String address) {
            return Stream.of(values())
                    .filter(sort -> sort.address().equals(address))
                    .findFirst();
        }
    }

    static LogForm empty(LocalDate today) {
        return new LogForm(today.toString(), "", "", "", "NOT_YET", "", "", "", "");
    }

    /** What was typed into the fields whose names end so. */
    static LogForm of(Map<String, String> typed, String end) {
        return new LogForm(
                typed.getOrDefault("on" + end, ""),
                typed.getOrDefault("with" + end, ""),
                typed.getOrDefault("text" + end, ""),
                typed.getOrDefault("kind" + end, ""),
                typed.getOrDefault("response" + end, ""),
                typed.getOrDefault("openedOn" + end, ""),
                typed.getOrDefault("reviewedOn" + end, ""),
                typed.getOrDefault("reviews" + end, ""),
                typed.getOrDefault("source" + end, ""));
    }

    /** A step taken before Daymark; only where nothing is wrong with it. */
    CaseLog.Earlier earlier(LocalDate today) {
        return new CaseLog.Earlier(
                supportKind().orElseThrow(),
                past(on, today).orElseThrow(),
                past(openedOn, today),
                text.strip(),
                source.strip());
    }

    /** How many reviews there were; empty where nothing or no such number was typed. */
    Optional<Integer> reviewCount() {
        return Optional.of(reviews.strip())
                .filter(typed -> typed.matches("[0-9]{1,3}"))
                .map(Integer::valueOf);
    }

    /** What is wrong, by field, in the order of the fields. */
    Map<String, String> errors(Sort sort, LocalDate today) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (sort.asksKind() && supportKind().isEmpty()) {
            errors.put("kind", "Choose what it is");
        }
        if (past(on, today).isEmpty()) {
            errors.put("on", "Enter a day that has come, " + TypedDay.LIKE);
        }
        if (sort.asksKind() && !openedOn.isBlank() && past(openedOn, today).isEmpty()) {
            errors.put("openedOn", "Enter a day that has come, " + TypedDay.LIKE + ", or leave it empty");
        }
        if (sort == Sort.SUPPORT
                && !reviewedOn.isBlank()
                && past(reviewedOn, today).isEmpty()) {
            errors.put("reviewedOn", "Enter a day that has come, " + TypedDay.LIKE + ", or leave it empty");
        }
        if (sort == Sort.SUPPORT && !reviews.isBlank() && reviewCount().isEmpty()) {
            errors.put("reviews", "Enter a whole number, such as 2, or leave it empty");
        }
        if (sort == Sort.MEETING && with.isBlank()) {
            errors.put("with", "Enter who was there");
        }
        tooLong(with, CaseWritesApi.LONGEST_NAME).ifPresent(fault -> errors.put("with", fault));
        if (text.isBlank()) {
            errors.put(
                    "text",
                    "Enter " + sort.question().substring(0, 1).toLowerCase(Locale.UK)
                            + sort.question().substring(1));
        }
        tooLong(text, CaseWritesApi.LONGEST_TEXT).ifPresent(fault -> errors.put("text", fault));
        if (sort == Sort.EARLIER && source.isBlank()) {
            errors.put("source", "Enter where this is known from");
        }
        tooLong(source, CaseWritesApi.LONGEST_NAME).ifPresent(fault -> errors.put("source", fault));
        return errors;
    }

    static Optional<String> tooLong(String text, int longest) {
        return text.strip().length() > longest
                ? Optional.of("Keep this to " + longest + " characters")
                : Optional.empty();
    }

    Optional<SupportKind> supportKind() {
        return Stream.of(SupportKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
    }

    SupportRecord.Response said() {
        return Stream.of(SupportRecord.Response.values())
                .filter(one -> one.name().equals(response))
                .findFirst()
                .orElse(SupportRecord.Response.NOT_YET);
    }

    static Optional<LocalDate> past(String typed, LocalDate today) {
        return TypedDay.read(typed).filter(day -> !day.isAfter(today) && RegisterDates.plausible(day));
    }
}
