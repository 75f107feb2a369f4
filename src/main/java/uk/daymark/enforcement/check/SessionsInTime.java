package uk.daymark.enforcement.check;

import java.time.LocalDate;
import java.util.List;
import uk.daymark.measure.CountingRules;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.ProsecutionLimit;

/**
 * Which sessions a notice can rest on so that there is time to prosecute if it is not paid: the oldest are left out where the threshold
 * is reached without them.
 *
 * <p>Source: Magistrates' Courts Act 1980, section 127, counted from the first session of the offence.
 */
public final class SessionsInTime {

    private SessionsInTime() {}

    /**
     * The latest of the sessions.
     *
     * @param firm the sessions on which a notice may rest, in order
     * @param paidUntil the last day on which a notice that is posted now can be paid
     * @param months the time limit of a prosecution
     * @return those for which the limit lies after the last day to pay; empty where they do not reach the threshold
     */
    public static List<MarkedSession> of(
            List<MarkedSession> firm, MeasuredRegister register, CountingRules rules, LocalDate paidUntil, int months) {
        List<MarkedSession> late = firm.stream()
                .filter(marked -> {
                    LocalDate day = marked.session().date();
                    return ProsecutionLimit.of(new DateRange(day, day), months)
                            .safe()
                            .isAfter(paidUntil);
                })
                .toList();
        if (late.isEmpty()) {
            return List.of();
        }
        DateRange offence = new DateRange(
                late.get(0).session().date(),
                late.get(late.size() - 1).session().date());
        return FirmSessions.inWindow(late, offence, register, rules)
                        >= rules.threshold().sessions()
                ? late
                : List.of();
    }
}
