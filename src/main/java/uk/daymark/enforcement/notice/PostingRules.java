package uk.daymark.enforcement.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.check.EnoughSessions;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeTerms;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.Referral;
import uk.daymark.enforcement.referral.Referrals;
import uk.daymark.enforcement.referral.ReferredSessions;
import uk.daymark.enforcement.referral.Route;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Session;
import uk.daymark.time.Dates;

/** What stands against posting a notice that is issued: between the one and the other the register, or the day, may have moved on. */
@Component
class PostingRules {

    private final Withdrawals withdrawals;
    private final Referrals referrals;
    private final ReferredSessions referred;
    private final NoticeTerms terms;
    private final Dates dates;
    private final NoticeWords words;

    PostingRules(
            Withdrawals withdrawals,
            Referrals referrals,
            ReferredSessions referred,
            NoticeTerms terms,
            Dates dates,
            NoticeWords words) {
        this.withdrawals = withdrawals;
        this.referrals = referrals;
        this.referred = referred;
        this.terms = terms;
        this.dates = dates;
        this.words = words;
    }

    /** Everything that stands against posting it on a day, as sentences with their sources; empty where nothing does. */
    List<String> against(ParentCase parent, NoticeFile file, LocalDate day) {
        Notice notice = file.notice();
        List<String> against = new ArrayList<>();
        withdrawals.open(notice.ref()).ifPresent(request -> against.add(words.say("request-stops", request.words())));
        notCarried(parent, notice).ifPresent(against::add);
        LocalDate paidUntil = terms.clock(notice, day).fullUntil();
        if (!paidUntil.isBefore(notice.prosecuteSafe())) {
            against.add(words.say(
                    "posted-too-late",
                    dates.day(day),
                    notice.ref(),
                    dates.day(paidUntil),
                    dates.day(notice.prosecuteSafe()),
                    parent.policy()
                            .entry("prosecution.limit", day)
                            .map(entry -> entry.source())
                            .orElse("")));
        }
        return against;
    }

    /** Those of its sessions on which it may still rest have to be enough, as they had to be when it was issued. */
    private Optional<String> notCarried(ParentCase parent, Notice notice) {
        Route route = notice.kind() == Notice.Kind.PUBLIC_PLACE
                ? Route.PUBLIC_PLACE
                : referrals.of(parent.parent()).map(Referral::route).orElse(Route.IRREGULAR);
        Set<Session> own =
                notice.sessions().stream().map(MarkedSession::session).collect(Collectors.toSet());
        List<MarkedSession> firm = referred.of(parent.file(), route, notice.offence()).stream()
                .filter(marked -> own.contains(marked.session()))
                .toList();
        if (firm.isEmpty()) {
            return Optional.of(words.say("none-carries", notice.ref()));
        }
        return referred.register(parent.file(), notice.offence())
                .flatMap(register ->
                        new EnoughSessions(route.gates(), notice.offence(), parent.policy(), register).tooFew(firm))
                .map(rule -> words.say("too-few-carry", notice.ref(), rule.message(), rule.source()));
    }
}
