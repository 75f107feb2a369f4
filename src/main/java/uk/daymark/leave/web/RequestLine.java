package uk.daymark.leave.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.daymark.leave.LeaveRequest;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.people.ContactId;

/**
 * A request for leave as calls answer it.
 *
 * @param from the first day asked for, from that session on
 * @param to the last, up to that session
 * @param ground the word that calls take
 * @param given what the headteacher gave; null where nothing
 */
record RequestLine(
        String ref,
        String schoolUrn,
        String pupilRef,
        String pupilName,
        @Nullable Long askedBy,
        LocalDate askedOn,
        LocalDate from,
        Half fromSession,
        LocalDate to,
        Half toSession,
        int sessions,
        String ground,
        String details,
        String evidence,
        String enteredBy,
        LeaveRequest.State state,
        @Nullable Given given,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedWhy) {

    /** The sessions given and their code. */
    record Given(
            LocalDate from,
            Half fromSession,
            LocalDate to,
            Half toSession,
            @Nullable String code) {}

    static RequestLine of(LeaveRequest request) {
        Optional<LeaveRequest.Decided> decided = request.decided();
        return new RequestLine(
                request.ref(),
                request.school().value(),
                request.pupilRef(),
                request.pupilName(),
                request.askedBy().map(ContactId::number).orElse(null),
                request.askedOn(),
                request.days().from().date(),
                request.days().from().half(),
                request.days().to().date(),
                request.days().to().half(),
                request.sessions(),
                request.ground().word(),
                request.details(),
                request.evidence(),
                request.enteredBy(),
                request.state(),
                request.given()
                        .map(days -> new Given(
                                days.from().date(),
                                days.from().half(),
                                days.to().date(),
                                days.to().half(),
                                request.code().map(AttendanceCode::token).orElse(null)))
                        .orElse(null),
                decided.map(LeaveRequest.Decided::by).orElse(null),
                decided.map(LeaveRequest.Decided::at).orElse(null),
                decided.map(LeaveRequest.Decided::why).orElse(null));
    }
}
