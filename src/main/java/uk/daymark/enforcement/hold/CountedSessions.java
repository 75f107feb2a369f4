package uk.daymark.enforcement.hold;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseMeasures;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.Referral;
import uk.daymark.enforcement.referral.Referrals;
import uk.daymark.enforcement.referral.ReferredSessions;
import uk.daymark.enforcement.referral.Route;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.policy.Policy;

/** The sessions missed without leave on which a sanction in a case would rest, counted anew, and until when they can be prosecuted. */
@Component
public class CountedSessions {

    private static final String LIMIT = "prosecution.limit";

    private final Referrals referrals;
    private final ReferredSessions sessions;
    private final CaseMeasures measures;
    private final Clock clock;

    CountedSessions(Referrals referrals, ReferredSessions sessions, CaseMeasures measures, Clock clock) {
        this.referrals = referrals;
        this.sessions = sessions;
        this.measures = measures;
        this.clock = clock;
    }

    /** Of the period of the case's last referral, on firm marks; where it was not referred, those of the threshold where it is firm. */
    public List<MarkedSession> of(CaseFile file) {
        return of(file, referrals.of(file.ref()));
    }

    /** The same for one parent, by the referral that is decided for them. */
    public List<MarkedSession> of(ParentCase parent) {
        return of(parent.file(), referrals.of(parent.parent()));
    }

    private List<MarkedSession> of(CaseFile file, Optional<Referral> rests) {
        return rests.map(referral -> sessions.of(file, referral.route(), referral.period()))
                .orElseGet(() -> threshold(file));
    }

    private List<MarkedSession> threshold(CaseFile file) {
        var figures = measures.of(file);
        return figures.thresholdFirm()
                ? figures.counted().stream()
                        .filter(marked -> marked.code() != AttendanceCode.N)
                        .toList()
                : List.of();
    }

    /** By which gates the case goes: those of its last referral. */
    public ReferralRoute route(CaseFile file) {
        return route(referrals.of(file.ref()));
    }

    /** By which gates it goes for one parent. */
    public ReferralRoute route(ParentCase parent) {
        return route(referrals.of(parent.parent()));
    }

    private static ReferralRoute route(Optional<Referral> rests) {
        return rests.map(Referral::route).map(Route::gates).orElse(ReferralRoute.IRREGULAR);
    }

    /** Until when a prosecution for them may begin; empty where there are none. */
    public Optional<ProsecutionLimit> limit(Policy policy, List<MarkedSession> missed) {
        return missed.isEmpty()
                ? Optional.empty()
                : policy.number(LIMIT, LocalDate.now(clock))
                        .map(months -> ProsecutionLimit.of(
                                new DateRange(
                                        missed.get(0).session().date(),
                                        missed.get(missed.size() - 1).session().date()),
                                months));
    }
}
