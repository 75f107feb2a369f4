package uk.daymark.leave.web;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.daymark.leave.SuspectedLeave;

/**
 * Absence that looks like leave nobody gave, as calls answer it.
 *
 * @param reply what the parents answered; null while they have not
 * @param caseRef the case it was handed over to; null where it was not
 * @param ended why it ended; null while it is worked on
 */
record SuspectedLine(
        String ref,
        String schoolUrn,
        String pupilRef,
        String pupilName,
        LocalDate from,
        LocalDate to,
        Instant openedAt,
        @Nullable String reply,
        @Nullable LocalDate repliedOn,
        @Nullable String caseRef,
        @Nullable String ended) {

    static SuspectedLine of(SuspectedLeave leave) {
        return new SuspectedLine(
                leave.ref(),
                leave.school().value(),
                leave.pupilRef(),
                leave.pupilName(),
                leave.days().from().date(),
                leave.days().to().date(),
                leave.openedAt(),
                leave.reply().map(SuspectedLeave.Reply::text).orElse(null),
                leave.reply().map(SuspectedLeave.Reply::on).orElse(null),
                leave.caseRef().orElse(null),
                leave.ended().orElse(null));
    }
}
