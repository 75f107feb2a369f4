package uk.daymark.enforcement.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.access.People;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.enforcement.ledger.LedgerEntries;
import uk.daymark.enforcement.ledger.Money;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeMoney;
import uk.daymark.enforcement.ledger.NoticeTerms;
import uk.daymark.enforcement.notice.WithdrawalRequest.Looked;
import uk.daymark.enforcement.notice.WithdrawalRequest.Outcome;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.time.Dates;
import uk.daymark.web.Conflict;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** An officer looks at a request to withdraw a notice; the panel or an officer decides, on one of the policy's grounds. */
@Component
class WithdrawalTasks implements TaskHandler {

    private static final Set<String> KINDS =
            Set.of(NoticeModels.LOOK, NoticeModels.DECIDE, NoticeModels.DECIDE_AT_PANEL);
    private static final String DECISION = "decision";
    private static final String GROUND = "ground";
    private static final String GRANT = "grant";

    private final NoticeOf notices;
    private final ParentCases parents;
    private final Withdrawals withdrawals;
    private final LedgerEntries entries;
    private final NoticeTerms terms;
    private final DecisionsMade decisions;
    private final People people;
    private final Dates dates;
    private final NoticeDays days;
    private final NoticeWords words;

    WithdrawalTasks(
            NoticeOf notices,
            ParentCases parents,
            Withdrawals withdrawals,
            LedgerEntries entries,
            NoticeTerms terms,
            DecisionsMade decisions,
            People people,
            Dates dates,
            NoticeDays days,
            NoticeWords words) {
        this.notices = notices;
        this.parents = parents;
        this.withdrawals = withdrawals;
        this.entries = entries;
        this.terms = terms;
        this.decisions = decisions;
        this.people = people;
        this.dates = dates;
        this.days = days;
        this.words = words;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(NoticeModels.WITHDRAWAL) && KINDS.contains(kind);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        NoticeFile file = notice(task);
        Notice notice = file.notice();
        WithdrawalRequest request = request(notice);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Notice",
                notice.ref() + " to " + notice.parentName() + ": "
                        + file.state().title(),
                Optional.of("/notices/" + notice.ref())));
        facts.add(new Fact("Asked by", request.from().title()));
        facts.add(new Fact("What is asked", request.words()));
        facts.add(new Fact(
                "Sessions it rests on",
                notice.sessions().stream()
                        .map(one -> dates.weekday(one.session().date())
                                + (one.session().half() == uk.daymark.measure.Half.AM ? ", morning: " : ", afternoon: ")
                                + one.code().token())
                        .collect(Collectors.joining("\n"))));
        file.money()
                .map(NoticeMoney::received)
                .filter(received -> received.any())
                .ifPresent(received -> facts.add(
                        new Fact("Money", received + " came. It is paid back where the notice is withdrawn.")));
        facts.add(new Fact("Grounds of the policy", String.join("\n", terms.grounds(notice))));
        request.looked()
                .ifPresent(looked -> facts.add(new Fact(
                        "What " + people.displayName(looked.by()) + " found",
                        looked.found() + "\n"
                                + (looked.advice()
                                        ? "Advises to withdraw: "
                                                + looked.ground().orElse("")
                                        : "Advises to let it stand"))));
        return facts;
    }

    @Override
    public Map<String, Object> values(TaskAbout task) {
        WithdrawalRequest request = request(notice(task).notice());
        return request.settledGround()
                .or(() -> request.looked().flatMap(Looked::ground))
                .<Map<String, Object>>map(ground -> Map.of(GROUND, ground))
                .orElse(Map.of());
    }

    @Override
    public Map<String, List<Choice>> options(TaskAbout task) {
        return Map.of(
                GROUND,
                terms.grounds(notice(task).notice()).stream()
                        .map(ground -> new Choice(
                                ground, ground.substring(0, 1).toUpperCase(Locale.ROOT) + ground.substring(1)))
                        .toList());
    }

    @Override
    public List<Fact> consequences(TaskAbout task, Answer answer) {
        NoticeFile file = notice(task);
        boolean grant = answer.text(DECISION).equals(GRANT);
        return List.of(new Fact(
                grant ? "The notice is withdrawn" : "The notice stands",
                words.say(
                        grant ? "then-granted" : "then-refused",
                        file.notice().ref(),
                        file.notice().parentName(),
                        file.money().map(NoticeMoney::received).orElse(Money.NONE))));
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        NoticeFile file = notice(task);
        WithdrawalRequest request = request(file.notice());
        return task.kind().equals(NoticeModels.LOOK) ? look(request, answer) : decide(file, request, answer);
    }

    private Map<String, Object> look(WithdrawalRequest request, Answer answer) {
        boolean grant = answer.text("advice").equals(GRANT);
        Conditions conditions = new Conditions(answer);
        if (grant) {
            conditions.text(GROUND, words.say("ground-missing")).check();
        }
        withdrawals.looked(
                request,
                new Looked(
                        answer.text("reason"),
                        grant,
                        Optional.of(answer.text(GROUND)).filter(ground -> grant && !ground.isEmpty()),
                        answer.by().userName()));
        return Map.of();
    }

    private Map<String, Object> decide(NoticeFile file, WithdrawalRequest request, Answer answer) {
        ParentCase parent = notices.parentOf(file.notice().ref()).orElseThrow();
        boolean grant = answer.text(DECISION).equals(GRANT);
        Conditions conditions = new Conditions(answer)
                .holds(
                        !parents.referrers(parent.file().ref())
                                .contains(answer.by().userName()),
                        DECISION,
                        words.say("referrer-decides"));
        if (grant) {
            conditions.text(GROUND, words.say("ground-missing"));
        }
        conditions.check();
        String by = answer.by().userName();
        String why = answer.text("reason");
        Optional<String> ground = grant ? Optional.of(answer.text(GROUND)) : Optional.empty();
        ground.ifPresent(on -> withdraw(file, on, why, by));
        withdrawals.decided(request, grant ? Outcome.GRANTED : Outcome.REFUSED, ground, why, by);
        decisions.record(
                parent.file().ref(),
                NoticeModels.DECIDE,
                words.say(
                        grant ? "decided-withdrawn" : "decided-stays",
                        file.notice().ref()),
                why,
                List.of());
        return Map.of("granted", grant);
    }

    private void withdraw(NoticeFile file, String ground, String why, String by) {
        try {
            WithdrawalSteps.carriedOut(file, ground, why, by, entries, people, days);
        } catch (InvalidInput refused) {
            throw new InvalidInput(refused.faults().stream()
                    .map(fault -> new Fault("/fields" + fault.pointer(), fault.message()))
                    .toList());
        }
    }

    private NoticeFile notice(TaskAbout task) {
        return notices.byRef(task.key()).orElseThrow();
    }

    private WithdrawalRequest request(Notice notice) {
        return withdrawals
                .open(notice.ref())
                .orElseThrow(() -> new Conflict(words.say("request-decided-already", notice.ref())));
    }
}
