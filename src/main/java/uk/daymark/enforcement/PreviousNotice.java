package uk.daymark.enforcement;

import java.time.LocalDate;
import java.util.Optional;
import uk.daymark.measure.NoticeLookback.Outcome;

/**
 * An earlier penalty notice to the same parent for the same child, whoever issued it.
 *
 * @param kind what it was about; only notices for attendance count towards the limit of such notices
 * @param issuedOn the day of issue
 * @param offenceTo the last day of its offence; empty where that is not known: then the day of issue stands for it
 * @param outcome what became of it
 */
public record PreviousNotice(NoticeKind kind, LocalDate issuedOn, Optional<LocalDate> offenceTo, Outcome outcome) {

    /** A notice for attendance whose offence is known. */
    public PreviousNotice(LocalDate issuedOn, LocalDate offenceTo, Outcome outcome) {
        this(NoticeKind.ATTENDANCE, issuedOn, Optional.of(offenceTo), outcome);
    }
}
