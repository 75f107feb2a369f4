package uk.daymark.enforcement.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.Warning;
import uk.daymark.enforcement.check.NoticeRules;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.notice.NoticeBasis.Basis;
import uk.daymark.enforcement.referral.LiableParent.Standing;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.measure.DateRange;
import uk.daymark.people.Scope;
import uk.daymark.time.Dates;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/**
 * An officer authorises a notice. Whatever the page said, every rule is looked at again here, in the transaction that issues: what
 * stands against it refuses the answer, each rule with its source and with what would change it.
 */
@Component
class AuthoriseNoticeTask implements TaskHandler {

    private static final String ISSUE = "issue";
    private static final String WAIT = "wait";
    private static final String DECISION = "decision";

    private final ParentCases parents;
    private final LiableParents liable;
    private final NoticeBasis basis;
    private final Issuing issuing;
    private final IssueWords issueWords;
    private final Ledger ledger;
    private final DecisionsMade decisions;
    private final Dates dates;
    private final NoticeWords words;
    private final NoticeDays days;

    AuthoriseNoticeTask(
            ParentCases parents,
            LiableParents liable,
            NoticeBasis basis,
            Issuing issuing,
            IssueWords issueWords,
            Ledger ledger,
            DecisionsMade decisions,
            Dates dates,
            NoticeWords words,
            NoticeDays days) {
        this.parents = parents;
        this.liable = liable;
        this.basis = basis;
        this.issuing = issuing;
        this.issueWords = issueWords;
        this.ledger = ledger;
        this.decisions = decisions;
        this.dates = dates;
        this.words = words;
        this.days = days;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(NoticeModels.NOTICE) && kind.equals(NoticeModels.AUTHORISE);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        ParentCase parent = parents.of(task.key());
        Basis rests = basis.of(parent);
        Proposal proposal = basis.proposal(parent, rests, rests.offence(), days.today(), words.say("not-said-yet"));
        return new ArrayList<>(issueWords.facts(parent, rests, proposal, issuing.check(proposal)));
    }

    @Override
    public Map<String, Object> values(TaskAbout task) {
        DateRange offence = basis.of(parents.of(task.key())).offence();
        return Map.of(
                "offenceFrom", offence.from().toString(),
                "offenceTo", offence.to().toString(),
                "postOn", days.today().toString());
    }

    @Override
    public List<Fact> consequences(TaskAbout task, Answer answer) {
        Optional<LocalDate> from = answer.date("offenceFrom");
        Optional<LocalDate> to = answer.date("offenceTo")
                .filter(day -> from.filter(day::isBefore).isEmpty());
        Optional<LocalDate> postOn = answer.date("postOn");
        if (!answer.text(DECISION).equals(ISSUE) || from.isEmpty() || to.isEmpty() || postOn.isEmpty()) {
            return List.of();
        }
        ParentCase parent = parents.of(task.key());
        Proposal proposal = basis.proposal(
                parent, basis.of(parent), new DateRange(from.get(), to.get()), postOn.get(), answer.text("reason"));
        return issueWords.consequences(parent, proposal, issuing.check(proposal));
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        ParentCase parent = parents.of(task.key());
        new Conditions(answer)
                .holds(
                        !parents.referrers(parent.file().ref())
                                .contains(answer.by().userName()),
                        DECISION,
                        words.say("referrer-decides"))
                .check();
        return switch (answer.text(DECISION)) {
            case ISSUE -> issue(parent, answer);
            case WAIT -> wait(parent, answer);
            default -> doNotIssue(parent, answer);
        };
    }

    private Map<String, Object> issue(ParentCase parent, Answer answer) {
        new Conditions(answer)
                .day("offenceFrom", words.say("offence-from-missing"))
                .day("offenceTo", words.say("offence-to-missing"))
                .day("postOn", words.say("post-on-missing"))
                .check();
        DateRange offence = offence(parent, answer);
        LocalDate postOn = answer.date("postOn").orElseThrow();
        Basis rests = basis.of(parent);
        Proposal proposal = basis.proposal(parent, rests, offence, postOn, answer.text("reason"));
        Issuing.Outcome outcome = issuing.issue(proposal, answer.by());
        NoticeRef ref = outcome.notice().orElseThrow(() -> refused(outcome.blocked()));
        liable.issued(parent.parent().key(), ref);
        liable.stands(parent.parent().key(), Standing.PENALTY_NOTICE, answer.text("reason"));
        NoticeFile file = ledger.find(ref, Scope.everywhere());
        decisions.record(
                parent.file().ref(),
                NoticeModels.AUTHORISE,
                words.say("decided-issue", ref, parent.parent().name()),
                inFull(answer.text("reason"), outcome.warnings()),
                List.of(),
                file.notice().sessions());
        Map<String, Object> variables = new HashMap<>();
        variables.put(DECISION, ISSUE);
        variables.put(NoticeModels.NOTICE_REF, ref.value());
        variables.put(
                NoticeModels.LETTER,
                file.notice().kind() == Notice.Kind.PUBLIC_PLACE
                        ? NoticeModels.PUBLIC_PLACE_LETTER
                        : NoticeModels.NOTICE_LETTER);
        variables.put("postLater", postOn.isAfter(days.today()));
        variables.put("postFrom", days.morningOf(postOn));
        return variables;
    }

    /** No longer than the time limit: whoever is prosecuted for its first day is prosecuted within that time. */
    private DateRange offence(ParentCase parent, Answer answer) {
        LocalDate from = answer.date("offenceFrom").orElseThrow();
        LocalDate to = answer.date("offenceTo").orElseThrow();
        int months = parent.policy().number("prosecution.limit", days.today()).orElseThrow();
        new Conditions(answer)
                .holds(!to.isBefore(from), "offenceTo", words.say("offence-backwards"))
                .holds(!from.plusMonths(months).isBefore(to), "offenceFrom", words.say("offence-too-long", months))
                .check();
        return new DateRange(from, to);
    }

    private InvalidInput refused(List<CheckedRule> blocked) {
        return new InvalidInput(
                "/fields/" + DECISION,
                words.say("cannot-be-issued", blocked.size())
                        + blocked.stream().map(IssueWords::inFull).collect(Collectors.joining("\n", "\n", "")));
    }

    /** What Daymark warned of stands with the decision, so that it is known to have been seen. */
    private String inFull(String reason, List<Warning> warnings) {
        return warnings.isEmpty()
                ? reason
                : reason + "\n"
                        + words.say(
                                "warned",
                                warnings.stream().map(Warning::message).collect(Collectors.joining(" ")));
    }

    private Map<String, Object> wait(ParentCase parent, Answer answer) {
        new Conditions(answer)
                .day("lookAgainOn", words.say("look-again-missing"))
                .day("lookAgainOn", days.today()::isBefore, words.say("look-again-past"))
                .check();
        LocalDate day = answer.date("lookAgainOn").orElseThrow();
        tooLate(parent, day, answer.text("reason"))
                .ifPresent(rule -> new Conditions(answer)
                        .holds(false, "lookAgainOn", words.say("look-again-too-late", IssueWords.inFull(rule)))
                        .check());
        decided(parent, words.say("decided-wait", parent.parent().name(), dates.day(day)), answer.text("reason"));
        return Map.of(DECISION, WAIT, "lookAgainOn", days.morningOf(day));
    }

    /** What stands against waiting until then: a notice that is posted on that day and not paid could not be prosecuted any more. */
    private Optional<CheckedRule> tooLate(ParentCase parent, LocalDate day, String reason) {
        Basis rests = basis.of(parent);
        return issuing.check(basis.proposal(parent, rests, rests.offence(), day, reason)).blocked().stream()
                .filter(rule -> rule.code().equals(NoticeRules.NO_TIME))
                .findFirst();
    }

    private Map<String, Object> doNotIssue(ParentCase parent, Answer answer) {
        decided(parent, words.say("decided-not", parent.parent().name()), answer.text("reason"));
        liable.stands(parent.parent().key(), Standing.TO_DECIDE, answer.text("reason"));
        return Map.of(DECISION, "do-not-issue", NoticeModels.OUTCOME, "not-issued");
    }

    private void decided(ParentCase parent, String what, String reason) {
        decisions.record(parent.file().ref(), NoticeModels.AUTHORISE, what, reason, List.of());
    }
}
