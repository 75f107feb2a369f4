package uk.daymark.register.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.register.MarkHistory;

/**
 * Something that happened to a session's code, as the page tells it.
 *
 * @param at when, in London
 * @param what what happened
 * @param by who did it
 * @param why the reason given; may be empty text
 * @param importId the import that brought it; empty text where none did
 */
record MarkEvent(LocalDateTime at, String what, String by, String why, String importId) {

    /** All of it, latest first. */
    static List<MarkEvent> of(MarkHistory.Known known) {
        record Timed(Instant at, MarkEvent event) {}
        return Stream.concat(
                        known.amendments().stream().map(change -> new Timed(change.at(), of(change))),
                        known.decisions().stream().map(decision -> new Timed(decision.at(), of(decision))))
                .sorted(Comparator.comparing(Timed::at).reversed())
                .map(Timed::event)
                .toList();
    }

    private static MarkEvent of(MarkHistory.Amendment change) {
        return new MarkEvent(
                ImportLine.inLondon(change.at()),
                "Changed from " + change.before().token() + " to "
                        + change.after().token()
                        + (change.importId().isPresent() ? " by an import" : " by hand"),
                change.by(),
                change.reason(),
                change.importId().orElse(""));
    }

    private static MarkEvent of(MarkHistory.Decision decision) {
        return new MarkEvent(
                ImportLine.inLondon(decision.at()),
                "Decided here: " + decision.decided().token() + " in place of "
                        + decision.before().token() + ". " + outcome(decision),
                decision.by(),
                decision.reason(),
                "");
    }

    private static String outcome(MarkHistory.Decision decision) {
        String settled = decision.settledBy().map(who -> " by " + who).orElse("")
                + decision.settledWhy().map(why -> " (" + why + ")").orElse("");
        return switch (decision.state()) {
            case WAITING -> "To be entered in the school's register.";
            case QUESTIONED ->
                "The register brought "
                        + decision.inRegister().map(AttendanceCode::token).orElse("another code")
                        + " instead: somebody has to settle it.";
            case CONFIRMED -> "The school's register has it.";
            case DROPPED -> "Dropped in favour of the register" + settled + ".";
            case TAKEN_BACK -> "Taken back" + settled + ".";
            case REPLACED -> "Replaced by a later decision" + settled + ".";
        };
    }
}
