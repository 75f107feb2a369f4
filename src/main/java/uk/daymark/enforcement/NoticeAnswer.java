package uk.daymark.enforcement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.measure.ProsecutionLimit;

/**
 * Whether a penalty notice may be issued, at which rate, and the dates that follow from the day of posting. The rules only say what
 * is not possible; whether a notice is the right thing is for a person to decide.
 *
 * @param rate empty where no further notice is possible in the time looked back over: then there is no rate to issue it at. Always
 *     {@link NoticeRate#FIRST} for an excluded pupil in a public place, whose scale knows no second rate
 * @param previousCounted how many of the earlier notices for attendance count on the day proposed
 * @param lookbackFrom the first day of the time looked back over
 * @param discounted pounds to pay early; empty where there is no lower amount
 * @param full pounds to pay in the whole period; empty where there is no rate
 * @param deemedReceivedOn the day the notice counts as received, the first of the periods
 * @param discountedUntil the last day for the lower amount; empty where there is none
 * @param fullUntil the last day on which it can be paid
 * @param prosecuteBy the last days on which a prosecution may be begun
 * @param blocked every rule that stands against it; empty where it may be issued
 * @param warnings what the person who decides should know
 */
public record NoticeAnswer(
        Optional<NoticeRate> rate,
        int previousCounted,
        LocalDate lookbackFrom,
        Optional<Integer> discounted,
        Optional<Integer> full,
        LocalDate deemedReceivedOn,
        Optional<LocalDate> discountedUntil,
        LocalDate fullUntil,
        ProsecutionLimit prosecuteBy,
        List<CheckedRule> blocked,
        List<Warning> warnings) {

    public NoticeAnswer {
        blocked = List.copyOf(blocked);
        warnings = List.copyOf(warnings);
    }

    /** Whether no rule stands against it. */
    public boolean allowed() {
        return blocked.isEmpty();
    }
}
