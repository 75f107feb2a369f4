package uk.daymark.enforcement.improve;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseMeasures;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.referral.Referral;
import uk.daymark.enforcement.referral.Referrals;
import uk.daymark.enforcement.referral.ReferredSessions;
import uk.daymark.enforcement.referral.Route;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.measure.Session;

/** The sessions missed without leave that a notice to improve speaks of, counted anew. */
@Component
class Offence {

    private static final String LIMIT = "prosecution.limit";

    private final Referrals referrals;
    private final ReferredSessions sessions;
    private final CaseMeasures measures;
    private final Clock clock;

    Offence(Referrals referrals, ReferredSessions sessions, CaseMeasures measures, Clock clock) {
        this.referrals = referrals;
        this.sessions = sessions;
        this.measures = measures;
        this.clock = clock;
    }

    /** Of the referral's period, on marks that a sanction may rest on; where the case was not referred, those of the threshold. */
    List<MarkedSession> of(ImprovementCase about) {
        return referral(about)
                .map(referral -> sessions.of(about.file(), referral.route(), referral.period()))
                .orElseGet(() -> threshold(about));
    }

    private List<MarkedSession> threshold(ImprovementCase about) {
        var figures = measures.of(about.file());
        return figures.thresholdFirm()
                ? figures.counted().stream()
                        .filter(marked -> marked.code() != AttendanceCode.N)
                        .toList()
                : List.of();
    }

    /** The same as sessions alone. */
    Set<Session> sessions(ImprovementCase about) {
        return of(about).stream().map(MarkedSession::session).collect(Collectors.toSet());
    }

    /** By which route the case is worked. */
    ReferralRoute route(ImprovementCase about) {
        return referral(about).map(Referral::route).map(Route::gates).orElse(ReferralRoute.IRREGULAR);
    }

    /** Whether all of it is leave taken in term time. */
    boolean leaveOnly(ImprovementCase about, List<MarkedSession> missed) {
        Set<AttendanceCode> leave =
                about.policy().codes("leave.codes", LocalDate.now(clock)).orElse(Set.of());
        return route(about) == ReferralRoute.LEAVE
                || !missed.isEmpty() && missed.stream().allMatch(marked -> leave.contains(marked.code()));
    }

    /** Until when a prosecution for them may begin. */
    Optional<ProsecutionLimit> limit(ImprovementCase about, List<MarkedSession> missed) {
        return missed.isEmpty()
                ? Optional.empty()
                : about.policy()
                        .number(LIMIT, LocalDate.now(clock))
                        .map(months -> ProsecutionLimit.of(
                                new DateRange(
                                        missed.get(0).session().date(),
                                        missed.get(missed.size() - 1).session().date()),
                                months));
    }

    private Optional<Referral> referral(ImprovementCase about) {
        return about.parent().flatMap(parent -> referrals.of(about.file().ref()));
    }
}
