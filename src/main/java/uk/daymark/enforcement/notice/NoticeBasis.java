package uk.daymark.enforcement.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.cases.DecisionMade;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.enforcement.PublicPlaceFacts;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.referral.NoticeSessions;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.PublicPlaceEvidence;
import uk.daymark.enforcement.referral.Referral;
import uk.daymark.enforcement.referral.Referrals;
import uk.daymark.enforcement.referral.ReferredSessions;
import uk.daymark.enforcement.referral.Route;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Session;

/** What a notice to a parent would rest on: the days that the referral speaks of, and the sessions in them that can serve. */
@Component
class NoticeBasis {

    private final Referrals referrals;
    private final ReferredSessions referred;
    private final NoticeSessions noticeSessions;
    private final DecisionsMade decisions;
    private final Ledger ledger;
    private final NoticeDays days;
    private final PublicPlaceEvidence publicPlace;

    NoticeBasis(
            Referrals referrals,
            ReferredSessions referred,
            NoticeSessions noticeSessions,
            DecisionsMade decisions,
            Ledger ledger,
            NoticeDays days,
            PublicPlaceEvidence publicPlace) {
        this.referrals = referrals;
        this.referred = referred;
        this.noticeSessions = noticeSessions;
        this.decisions = decisions;
        this.ledger = ledger;
        this.days = days;
        this.publicPlace = publicPlace;
    }

    /**
     * What a notice would rest on.
     *
     * @param referred the days that the referral speaks of: by them the authority's gates go
     * @param period the same, and on to the last session that can serve where that was missed later
     * @param offence the days from the first session that can serve to the last, as far as there is time to prosecute; those of the
     *     period where none can
     * @param used how many sessions of the period serve another notice or a prosecution already
     */
    record Basis(Route route, DateRange referred, DateRange period, DateRange offence, int used) {}

    /** As things stand. */
    Basis of(ParentCase parent) {
        Optional<Referral> referral = referrals.of(parent.parent());
        Route route = referral.map(Referral::route).orElse(Route.IRREGULAR);
        DateRange period = referral.map(Referral::period).orElseGet(() -> relied(parent));
        List<MarkedSession> serving = noticeSessions.of(parent, route, period);
        DateRange offence = serving.isEmpty()
                ? period
                : new DateRange(
                        serving.get(0).session().date(),
                        serving.get(serving.size() - 1).session().date());
        DateRange whole = offence.to().isAfter(period.to()) ? new DateRange(period.from(), offence.to()) : period;
        int all = referred.of(parent.file(), route, whole).size();
        return new Basis(
                route,
                period,
                whole,
                offence,
                all - sessions(parent, route, whole).size());
    }

    /** The proposal of a notice for the absence of these days. */
    Proposal proposal(ParentCase parent, Basis basis, DateRange offence, LocalDate postOn, String reason) {
        return new Proposal(
                parent.file().pupil(),
                parent.parent().contact(),
                basis.route().gates(),
                basis.referred(),
                sessions(parent, basis.route(), offence),
                postOn,
                Optional.of(parent.file().ref()),
                publicPlace.of(parent.file().ref(), offence).orElseGet(PublicPlaceFacts::unknown),
                parent.parent().liableBecause(),
                reason);
    }

    /** Where no referral says it: from the first session to the last on which a decision in the case rested. */
    private DateRange relied(ParentCase parent) {
        List<LocalDate> relied = decisions.of(parent.file().ref()).stream()
                .map(DecisionMade::sessions)
                .flatMap(List::stream)
                .map(marked -> marked.session().date())
                .sorted()
                .toList();
        return relied.isEmpty()
                ? new DateRange(parent.file().openedOn(), days.today())
                : new DateRange(relied.get(0), relied.get(relied.size() - 1));
    }

    /** The sessions of these days that can serve, and serve nothing else against this parent. */
    private List<Session> sessions(ParentCase parent, Route route, DateRange offence) {
        Set<Session> used =
                ledger.used(parent.parent().contact(), parent.file().pupil()).keySet();
        return referred.of(parent.file(), route, offence, used).stream()
                .map(MarkedSession::session)
                .toList();
    }
}
