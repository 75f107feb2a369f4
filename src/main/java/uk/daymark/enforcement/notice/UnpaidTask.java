package uk.daymark.enforcement.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.enforcement.ledger.LedgerEntries;
import uk.daymark.enforcement.ledger.Money;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeTerms;
import uk.daymark.enforcement.ledger.Payment;
import uk.daymark.enforcement.ledger.PaymentMatches;
import uk.daymark.enforcement.referral.LiableParent.Standing;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.Outcome;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.time.Dates;
import uk.daymark.web.Conflict;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/**
 * The time to pay is over and the notice is not paid: a person has it prosecuted or asks for its withdrawal. There is nothing else.
 *
 * <p>Source: Lincolnshire code of conduct and the DfE's statistics guidance (LINCS, EES-PRM): not paying is no offence of its own.
 */
@Component
class UnpaidTask implements TaskHandler {

    private static final String DECISION = "decision";
    private static final String PROSECUTE = "prosecute";

    private final ParentCases parents;
    private final LiableParents liable;
    private final NoticeOf notices;
    private final PaymentMatches matches;
    private final NoticeTerms terms;
    private final Withdrawals withdrawals;
    private final DecisionsMade decisions;
    private final Dates dates;
    private final NoticeDays days;
    private final NoticeWords words;

    UnpaidTask(
            ParentCases parents,
            LiableParents liable,
            NoticeOf notices,
            PaymentMatches matches,
            NoticeTerms terms,
            Withdrawals withdrawals,
            DecisionsMade decisions,
            Dates dates,
            NoticeDays days,
            NoticeWords words) {
        this.parents = parents;
        this.liable = liable;
        this.notices = notices;
        this.matches = matches;
        this.terms = terms;
        this.withdrawals = withdrawals;
        this.decisions = decisions;
        this.dates = dates;
        this.days = days;
        this.words = words;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(NoticeModels.NOTICE) && kind.equals(NoticeModels.UNPAID);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        NoticeFile file = notices.of(task);
        Notice notice = file.notice();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Notice",
                notice.ref() + " to " + notice.parentName() + ", issued " + dates.day(notice.issuedOn()),
                Optional.of("/notices/" + notice.ref())));
        notice.clock()
                .ifPresent(clock -> facts.add(new Fact(
                        "Time to pay",
                        "Posted " + dates.day(clock.postedOn()) + ", could be paid until "
                                + dates.day(clock.fullUntil()))));
        facts.add(new Fact("Money", money(file)));
        facts.add(new Fact(
                "Last day to begin a prosecution",
                dates.day(notice.prosecuteSafe()) + " counted from the first session, "
                        + dates.day(notice.prosecuteOuter()) + " counted from the last"
                        + (days.today().isAfter(notice.prosecuteSafe()) ? ". The first has gone by" : "")));
        stopped(notice).ifPresent(why -> facts.add(new Fact("What stops a decision", why)));
        return facts;
    }

    private static String money(NoticeFile file) {
        return file.money()
                .map(money -> (money.received().any() ? money.received() + " came" : "Nothing came")
                        + (money.inHand().any() ? ", of which " + money.inHand() + " is still here" : "")
                        + ", " + money.due() + " was left open. Part of the amount is not payment.")
                .orElse("");
    }

    private Optional<String> stopped(Notice notice) {
        List<Payment> waiting = matches.thatStop(notice);
        if (!waiting.isEmpty()) {
            return Optional.of(words.say(
                    "unmatched-stops",
                    waiting.size(),
                    waiting.stream().map(Payment::unmatched).reduce(Money.NONE, Money::plus)));
        }
        return withdrawals.open(notice.ref()).map(request -> words.say("request-stops", request.words()));
    }

    @Override
    public List<Fact> consequences(TaskAbout task, Answer answer) {
        NoticeFile file = notices.of(task);
        return List.of(new Fact(
                answer.text(DECISION).equals(PROSECUTE) ? "Prosecution" : "Withdrawal",
                words.say(
                        answer.text(DECISION).equals(PROSECUTE) ? "then-prosecuted" : "then-withdrawn",
                        file.notice().ref(),
                        file.notice().parentName())));
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        ParentCase parent = parents.of(task.key());
        NoticeFile file = notices.of(task);
        if (NoticeOf.cleared(file)) {
            throw new Conflict(words.say("paid-meanwhile", file.notice().ref()));
        }
        Optional<String> stopped = stopped(file.notice());
        new Conditions(answer)
                .holds(stopped.isEmpty(), DECISION, stopped.orElse(""))
                .holds(
                        !parents.referrers(parent.file().ref())
                                .contains(answer.by().userName()),
                        DECISION,
                        words.say("referrer-decides"))
                .check();
        return answer.text(DECISION).equals(PROSECUTE)
                ? prosecute(parent, file, answer)
                : withdraw(parent, file, answer);
    }

    private Map<String, Object> prosecute(ParentCase parent, NoticeFile file, Answer answer) {
        Notice notice = file.notice();
        new Conditions(answer)
                .text("tier", words.say("tier-missing"))
                .holds(
                        notice.kind() != Notice.Kind.PUBLIC_PLACE
                                || Outcome.ofWord(answer.text("tier"))
                                        .filter(Outcome.OPEN_COURT::equals)
                                        .isEmpty(),
                        "tier",
                        words.say("tier-public-place"))
                .holds(
                        !days.today().isAfter(notice.prosecuteOuter()),
                        DECISION,
                        words.say(
                                "limit-over",
                                dates.day(notice.prosecuteOuter()),
                                parent.policy()
                                        .entry("prosecution.limit", days.today())
                                        .map(entry -> entry.source())
                                        .orElse("")))
                .check();
        String reason = answer.text("reason");
        Outcome tier = Outcome.ofWord(answer.text("tier")).orElseThrow();
        liable.decide(parent.parent().key(), tier, Optional.empty(), "", reason, Optional.empty());
        liable.stands(parent.parent().key(), Standing.PROSECUTION, reason);
        recorded(parent, words.say("decided-prosecute", notice.ref(), notice.parentName()), reason, notice);
        return Map.of(
                DECISION,
                PROSECUTE,
                "tier",
                tier.word(),
                NoticeModels.FOR_NOTICE,
                notice.ref().value());
    }

    private Map<String, Object> withdraw(ParentCase parent, NoticeFile file, Answer answer) {
        Notice notice = file.notice();
        new Conditions(answer)
                .holds(
                        terms.grounds(notice).contains(LedgerEntries.UNPAID),
                        DECISION,
                        words.say(
                                "no-such-ground",
                                parent.policy().title(),
                                parent.policy()
                                        .entry("pn.withdrawal_grounds", days.today())
                                        .map(entry -> entry.source())
                                        .orElse("")))
                .check();
        withdrawals.enter(
                notice.ref(),
                WithdrawalRequest.From.OFFICER,
                answer.text("reason"),
                Optional.of(LedgerEntries.UNPAID),
                answer.by().userName());
        recorded(
                parent,
                words.say("decided-withdraw", notice.ref(), notice.parentName()),
                answer.text("reason"),
                notice);
        return Map.of(DECISION, "withdraw");
    }

    private void recorded(ParentCase parent, String what, String reason, Notice notice) {
        decisions.record(parent.file().ref(), NoticeModels.UNPAID, what, reason, List.of(), notice.sessions());
    }
}
