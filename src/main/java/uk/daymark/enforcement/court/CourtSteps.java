package uk.daymark.enforcement.court;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.referral.LiableParent.Standing;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.enforcement.referral.Referral;
import uk.daymark.enforcement.referral.Referrals;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MarkedSession;
import uk.daymark.people.Scope;
import uk.daymark.time.LondonTime;
import uk.daymark.workflow.NamedStep;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.StepContext;

/** What the model {@code prosecution} does by itself: it opens the file, reckons dates and closes the file. */
@Configuration(proxyBeanMethods = false)
class CourtSteps {

    @Bean
    Step openCourtFile(
            ParentCases parents,
            LiableParents liable,
            Prosecutions prosecutions,
            CourtGathering gathering,
            Referrals referrals,
            Ledger ledger,
            CourtDesk desk) {
        return new NamedStep("openCourtFile", context -> {
            ParentCase parent = parents.of(context.key());
            Optional<NoticeFile> notice = forNotice(context, ledger);
            Optional<NoticeRef> ref = notice.map(file -> file.notice().ref());
            CourtFacts facts = gathering.of(parent, ref);
            Tier tier = facts.publicPlace()
                    ? Tier.PUBLIC_PLACE
                    : Tier.ofWord(context.text("tier").orElse(""));
            DateRange days = notice.map(file -> file.notice().offence())
                    .or(() -> referrals.of(parent.parent()).map(Referral::period))
                    .map(period -> fromFirstToLast(facts, period))
                    .orElseGet(() -> withinTheLimit(facts));
            List<MarkedSession> sessions = CourtRules.chargeable(facts, days);
            Prosecution file = prosecutions.open(
                    parent.parent().key(), tier, ref, days, CourtRules.limit(facts, days, sessions), parent.policy());
            liable.stands(parent.parent().key(), Standing.PROSECUTION, tier.title() + ". " + desk.limit(file.limit()));
            return Map.of(
                    "tier",
                    tier.word(),
                    CourtDesk.OUTCOME,
                    CourtDesk.NOT_BEGUN,
                    "outOfTime",
                    false,
                    "panel",
                    parent.policy().yesNo("panel.exists", facts.today()).orElse(false));
        });
    }

    /** The unpaid notice for which a person decided to prosecute; a notice that is settled by now is none. */
    private static Optional<NoticeFile> forNotice(StepContext context, Ledger ledger) {
        return context.text(CourtDesk.FOR_NOTICE)
                .flatMap(ref -> ledger.lookUp(new NoticeRef(ref), Scope.everywhere()))
                .filter(file ->
                        file.state() == NoticeFile.State.UNPAID || file.state().payable());
    }

    private static DateRange withinTheLimit(CourtFacts facts) {
        LocalDate today = facts.today();
        return fromFirstToLast(
                facts,
                new DateRange(
                        today.minusMonths(
                                facts.policy().number(CourtFacts.LIMIT, today).orElseThrow()),
                        today));
    }

    /** From the first to the last session of the period that can be charged; the period itself where there is none. */
    private static DateRange fromFirstToLast(CourtFacts facts, DateRange period) {
        List<MarkedSession> sessions = CourtRules.chargeable(facts, period);
        return sessions.isEmpty()
                ? period
                : new DateRange(
                        sessions.get(0).session().date(),
                        sessions.get(sessions.size() - 1).session().date());
    }

    @Bean
    Step setCourtClocks(Prosecutions prosecutions, ParentCases parents, CourtDesk desk, Clock clock) {
        return new NamedStep("setCourtClocks", context -> {
            ParentCase parent = parents.of(context.key());
            Prosecution file = prosecutions.last(parent.parent().key()).orElseThrow();
            Instant near = morning(file.limit().safe().minusDays(desk.littleTime(parent, file)));
            Instant now = clock.instant();
            return Map.of(
                    "courtLittleTimeAt",
                    near.isBefore(now) ? now : near,
                    "courtLimitPassedAt",
                    morning(file.limit().outer().plusDays(1)),
                    "outOfTime",
                    false,
                    "limitMoved",
                    false);
        });
    }

    @Bean
    Step closeCourtFile(Prosecutions prosecutions) {
        return new NamedStep("closeCourtFile", context -> {
            ParentKey key = ParentKey.of(context.key()).orElseThrow();
            prosecutions
                    .last(key)
                    .filter(Prosecution::open)
                    .ifPresent(file -> prosecutions.end(
                            file,
                            context.text(CourtDesk.OUTCOME).orElse(CourtDesk.NOT_BEGUN),
                            file.result().isPresent()
                                    ? ""
                                    : context.text(Processes.BECAUSE).orElse("")));
            return Map.of();
        });
    }

    private static Instant morning(LocalDate day) {
        return day.atStartOfDay(LondonTime.ZONE).toInstant();
    }
}
