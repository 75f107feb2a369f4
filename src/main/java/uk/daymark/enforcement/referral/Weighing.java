package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.NoticeAnswer;
import uk.daymark.enforcement.NoticeCheck;
import uk.daymark.enforcement.NoticeKind;
import uk.daymark.enforcement.NoticeQuestion;
import uk.daymark.enforcement.NoticeRate;
import uk.daymark.enforcement.PreviousNotice;
import uk.daymark.enforcement.check.EnoughSessions;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.Parties;
import uk.daymark.enforcement.ledger.PartyId;
import uk.daymark.enforcement.referral.Referral.Check;
import uk.daymark.enforcement.referral.Referral.Result;
import uk.daymark.enforcement.referral.ReferredCase.Named;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MarkedSession;
import uk.daymark.policy.Policy;

/**
 * Measures and weighs afresh what is to be decided for one parent: the register, the ledger, what holds a sanction back and the time that
 * is left. It proposes nothing: the table {@code sanction-route} does, and a person decides.
 */
@Component
class Weighing {

    /** The checks that hold a sanction back while support has its time. */
    private static final Set<String> HOLDS = Set.of(
            "SUPPORT_OPEN_UNDER_12_WEEKS",
            "SPECIALIST_TEACHING_UNDER_12_WEEKS",
            "IAEP_UNDER_TWO_REVIEWS",
            "EHCP_NOT_RECENTLY_REVIEWED",
            "EARLY_HELP_NOT_OFFERED",
            "HELD_BY_A_PERSON");
    /** The checks that say how many sessions there have to be. */
    private static final Set<String> ENOUGH =
            Set.of("TOO_FEW_UNAUTHORISED", "LEAVE_RUN_TOO_SHORT", "NO_SESSIONS", "NOT_SEEN_IN_THE_FIRST_DAYS");

    /** The check that no session of the referral can be prosecuted any more. */
    static final String TIME_PASSED = "TIME_LIMIT_PASSED";

    private final Referrals referrals;
    private final Preflight preflight;
    private final ReferredSessions sessions;
    private final NoticeSessions noticeSessions;
    private final ReferralCases cases;
    private final NoticeCheck notices;
    private final Ledger ledger;
    private final Parties parties;
    private final EarlierSteps earlier;
    private final TriedBefore tried;
    private final Clock clock;

    Weighing(
            Referrals referrals,
            Preflight preflight,
            ReferredSessions sessions,
            NoticeSessions noticeSessions,
            ReferralCases cases,
            NoticeCheck notices,
            Ledger ledger,
            Parties parties,
            EarlierSteps earlier,
            TriedBefore tried,
            Clock clock) {
        this.referrals = referrals;
        this.preflight = preflight;
        this.sessions = sessions;
        this.noticeSessions = noticeSessions;
        this.cases = cases;
        this.notices = notices;
        this.ledger = ledger;
        this.parties = parties;
        this.earlier = earlier;
        this.tried = tried;
        this.clock = clock;
    }

    /** @param improved how a notice to improve ended, where one did: {@code failed}; empty text else */
    Weighed of(ParentCase parent, String improved) {
        Referral referral = referrals
                .of(parent.parent())
                .orElseThrow(() -> new IllegalStateException(
                        "No referral of " + parent.parent().key()));
        Set<PartyId> person =
                parties.of(parent.parent().contact()).map(parties::same).orElse(Set.of());
        List<Check> checks = preflight.preview(
                parent.file(),
                referral.route(),
                referral.period(),
                List.of(new Named(
                        parent.parent().key().number(),
                        parent.parent().contact(),
                        parent.parent().liableBecause())));
        List<MarkedSession> firm = sessions.of(
                parent.file(),
                referral.route(),
                referral.period(),
                ledger.used(parent.parent().contact(), parent.file().pupil()).keySet());
        List<MarkedSession> forNotice = noticeSessions.of(parent, referral.route(), referral.period());
        Optional<NoticeAnswer> notice = notice(parent, referral, forNotice, person);
        String improvement = improvement(parent, referral.route(), improved);
        return new Weighed(
                referral,
                checks,
                firm,
                forNotice,
                notice,
                improvement,
                facts(parent, referral, checks, firm, notice, improvement, person));
    }

    private Map<String, Object> facts(
            ParentCase parent,
            Referral referral,
            List<Check> checks,
            List<MarkedSession> firm,
            Optional<NoticeAnswer> notice,
            String improvement,
            Set<PartyId> person) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("limitPassed", fails(checks, Set.of(TIME_PASSED)) && !inTime(notice));
        facts.put("held", fails(checks, HOLDS));
        facts.put("enough", !firm.isEmpty() && !fails(checks, ENOUGH) && enoughLeave(parent, referral, firm));
        facts.put("route", referral.route().word());
        facts.put("longLeave", longLeave(parent.policy(), referral.route(), firm));
        facts.put("ladder", Ladder.word(parent.policy(), LocalDate.now(clock)));
        facts.put("prosecuted", earlier.convicted(parent));
        facts.put("noticed", earlier.noticed(parent));
        facts.put("improvement", improvement);
        facts.put(
                "room",
                notice.map(answer -> answer.rate()
                                .map(rate -> rate == NoticeRate.FIRST ? "first" : "second")
                                .orElse("full"))
                        .orElse("first"));
        facts.put("panel", cases.panel(parent.policy()));
        return facts;
    }

    /** Whether what a notice would rest on can be prosecuted still: sessions missed since a notice to improve among it. */
    private boolean inTime(Optional<NoticeAnswer> notice) {
        return notice.filter(answer -> !answer.prosecuteBy().outer().isBefore(LocalDate.now(clock)))
                .isPresent();
    }

    private static boolean fails(List<Check> checks, Set<String> codes) {
        return checks.stream().anyMatch(check -> check.result() == Result.NOT_MET && codes.contains(check.code()));
    }

    private Optional<NoticeAnswer> notice(
            ParentCase parent, Referral referral, List<MarkedSession> firm, Set<PartyId> person) {
        if (firm.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(clock);
        List<PreviousNotice> previous = ledger.about(List.of(parent.file().pupil())).stream()
                .filter(file -> person.contains(file.notice().party()))
                .map(Weighing::previous)
                .toList();
        return Optional.of(notices.check(new NoticeQuestion(
                parent.policy(),
                referral.route() == Route.PUBLIC_PLACE ? NoticeKind.PUBLIC_PLACE : NoticeKind.ATTENDANCE,
                today,
                today,
                new DateRange(
                        firm.get(0).session().date(),
                        firm.get(firm.size() - 1).session().date()),
                sessions.stored(parent.file().pupil()).flatMap(stored -> stored.dateOfBirth()),
                previous)));
    }

    private static PreviousNotice previous(NoticeFile file) {
        return new PreviousNotice(
                NoticeKind.valueOf(file.notice().kind().name()),
                file.notice().issuedOn(),
                Optional.of(file.notice().offence().to()),
                file.outcome());
    }

    /**
     * A notice to improve is possible once in a case, by a policy that uses it for this route. One that was decided and that nobody gave
     * did not fail: it is left to whoever decides.
     */
    private String improvement(ParentCase parent, Route route, String improved) {
        LocalDate today = LocalDate.now(clock);
        boolean used = parent.policy()
                        .entry("nti.used", today)
                        .filter(entry -> entry.appliesTo(route.gates().matter()))
                        .isPresent()
                && parent.policy().yesNo("nti.used", today).orElse(false);
        if (!used) {
            return "not-used";
        }
        if (improved.equals("failed") || tried.improvement(parent.parent().key())) {
            return "failed";
        }
        boolean decided =
                parent.parent().decisions().stream().anyMatch(before -> before.outcome() == Outcome.NOTICE_TO_IMPROVE);
        return decided ? "not-given" : "possible";
    }

    /** The checks look at the whole leave; here only what serves nothing else yet is counted. */
    private boolean enoughLeave(ParentCase parent, Referral referral, List<MarkedSession> firm) {
        return referral.route() != Route.LEAVE
                || sessions.register(parent.file(), referral.period())
                        .flatMap(register -> new EnoughSessions(
                                        referral.route().gates(), referral.period(), parent.policy(), register)
                                .tooFew(firm))
                        .isEmpty();
    }

    private boolean longLeave(Policy policy, Route route, List<MarkedSession> firm) {
        long days =
                firm.stream().map(marked -> marked.session().date()).distinct().count();
        return route == Route.LEAVE
                && policy.number("leave.prosecute_from", LocalDate.now(clock))
                        .filter(from -> days >= from)
                        .isPresent();
    }
}
