package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.NoticeCheck;
import uk.daymark.enforcement.NoticeKind;
import uk.daymark.enforcement.NoticeQuestion;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.check.SessionsInTime;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Session;
import uk.daymark.policy.Policy;

/**
 * The sessions that a notice to a parent would rest on: those of the referral's days, and after a notice to improve those missed since
 * as well. Where the oldest could not be prosecuted in time any more they are left out, if the threshold is reached without them.
 */
@Component
public class NoticeSessions {

    private final ReferredSessions referred;
    private final TriedBefore tried;
    private final NoticeCheck notices;
    private final Ledger ledger;
    private final Clock clock;

    NoticeSessions(ReferredSessions referred, TriedBefore tried, NoticeCheck notices, Ledger ledger, Clock clock) {
        this.referred = referred;
        this.tried = tried;
        this.notices = notices;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** In order, none that another notice or a prosecution of this parent relies on; all of the referral's where no choice of them is in time. */
    public List<MarkedSession> of(ParentCase parent, Route route, DateRange period) {
        Set<Session> used =
                ledger.used(parent.parent().contact(), parent.file().pupil()).keySet();
        List<MarkedSession> firm = referred.of(parent.file(), route, period, used);
        if (route.gates() != ReferralRoute.IRREGULAR) {
            return firm;
        }
        DateRange longer = sinceTheNotice(parent, period);
        if (longer.equals(period)) {
            return inTime(parent, firm, period, firm);
        }
        List<MarkedSession> latest = inTime(parent, referred.of(parent.file(), route, longer, used), longer, List.of());
        return latest.isEmpty() ? inTime(parent, firm, period, firm) : latest;
    }

    private DateRange sinceTheNotice(ParentCase parent, DateRange period) {
        LocalDate today = LocalDate.now(clock);
        return tried.improvement(parent.parent().key()) && today.isAfter(period.to())
                ? new DateRange(period.from(), today)
                : period;
    }

    private List<MarkedSession> inTime(
            ParentCase parent, List<MarkedSession> firm, DateRange period, List<MarkedSession> otherwise) {
        if (firm.isEmpty()) {
            return otherwise;
        }
        LocalDate today = LocalDate.now(clock);
        Policy policy = parent.policy();
        return referred.stored(parent.file().pupil())
                .map(stored -> SessionsInTime.of(
                        firm,
                        referred.measured(stored, period),
                        policy.countingRules(period.to()),
                        paidUntil(policy, today, period),
                        policy.number("prosecution.limit", today).orElseThrow()))
                .filter(late -> !late.isEmpty())
                .orElse(otherwise);
    }

    private LocalDate paidUntil(Policy policy, LocalDate today, DateRange period) {
        return notices.check(new NoticeQuestion(
                        policy, NoticeKind.ATTENDANCE, today, today, period, Optional.empty(), List.of()))
                .fullUntil();
    }
}
