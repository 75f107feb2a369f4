package uk.daymark.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that was offered or done to help, or a circumstance that a decision has to weigh.
 *
 * @param id which
 * @param caseRef the case it belongs to
 * @param details what was done
 * @param why why it was recorded or corrected
 * @param by the user name of who recorded it
 * @param at when it was recorded
 * @param corrects the record in whose place it stands
 */
public record SupportRecord(
        long id, CaseRef caseRef, Details details, String why, String by, Instant at, Optional<Long> corrects) {

    /**
     * What was done. Text that there is none of is empty text.
     *
     * @param offeredOn the day on which it was offered
     * @param offeredHow letter, call, meeting, visit
     * @param openedOn the day on which it began
     * @param withWhom the service or the person
     * @param closedOn the day on which it ended
     * @param reviews how many review cycles were completed
     * @param lastReviewedOn the day of the last review
     * @param source where it is known from, where it was done before Daymark: "before Daymark, paper file"
     */
    public record Details(
            SupportKind kind,
            Optional<LocalDate> offeredOn,
            String offeredHow,
            Response response,
            Optional<LocalDate> openedOn,
            String withWhom,
            Optional<LocalDate> closedOn,
            Optional<Integer> reviews,
            Optional<LocalDate> lastReviewedOn,
            String note,
            String source) {

        /** The same, with somebody. */
        Details with(String whom) {
            return new Details(
                    kind,
                    offeredOn,
                    offeredHow,
                    response,
                    openedOn,
                    whom,
                    closedOn,
                    reviews,
                    lastReviewedOn,
                    note,
                    source);
        }

        /** Only that something of the kind was offered on that day. */
        public static Details offered(SupportKind kind, LocalDate on, String how, Response response, String note) {
            return new Details(
                    kind,
                    Optional.of(on),
                    how,
                    response,
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    note,
                    "");
        }
    }

    /** What the family said to an offer. */
    public enum Response {
        ACCEPTED("Accepted"),
        DECLINED("Declined"),
        NO_ANSWER("No answer"),
        NOT_YET("No answer yet");

        private final String title;

        Response(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }
}
