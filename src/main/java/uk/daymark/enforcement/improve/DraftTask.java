package uk.daymark.enforcement.improve;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.improve.ImprovementNotice.Asks;
import uk.daymark.enforcement.improve.ImprovementNotice.EarlyGround;
import uk.daymark.enforcement.improve.ImprovementNotice.Issuer;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.measure.MarkedSession;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** Writing a notice to improve. Everything it rests on is counted again when it is given. */
@Component
class DraftTask implements TaskHandler {

    private static final String DECISION = "noticeDecision";
    private static final String WEEKS = "weeks";
    private static final String THRESHOLD = "threshold.sessions";

    private final ImprovementCases cases;
    private final Improvements notices;
    private final ImprovementFacts facts;
    private final TimeToImprove times;
    private final Offence offence;
    private final ParentCases parents;
    private final DecisionsMade decisions;

    DraftTask(
            ImprovementCases cases,
            Improvements notices,
            ImprovementFacts facts,
            TimeToImprove times,
            Offence offence,
            ParentCases parents,
            DecisionsMade decisions) {
        this.cases = cases;
        this.notices = notices;
        this.facts = facts;
        this.times = times;
        this.offence = offence;
        this.parents = parents;
        this.decisions = decisions;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(ImprovementTasks.MODEL) && kind.startsWith("draft-notice");
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        return facts.beforeGiving(cases.of(task.key()));
    }

    @Override
    public Map<String, Object> values(TaskAbout task) {
        ImprovementCase about = cases.of(task.key());
        return Map.of(WEEKS, times.length(about.policy()).get(1), "allowed", 0);
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        ImprovementCase about = cases.of(task.key());
        List<MarkedSession> missed = offence.of(about);
        boolean give = answer.text(DECISION).equals("give");
        if (give) {
            check(about, missed, answer);
        }
        decisions.record(
                about.file().ref(),
                task.kind(),
                (give ? "Give a notice to improve to " : "Do not give a notice to improve to ") + about.whom(),
                answer.text("reason"),
                List.of(),
                give ? missed : List.of());
        if (!give) {
            return Map.of("noticeGiven", false, ImprovementSteps.OUTCOME, ImprovementSteps.NOT_GIVEN);
        }
        notices.give(
                about,
                new Asks(
                        number(answer, WEEKS),
                        number(answer, "allowed"),
                        answer.text("enough"),
                        EarlyGround.ofWord(answer.text("earlyGround")),
                        answer.text("supportSoFar"),
                        answer.text("support")),
                answer.text("reason"));
        return Map.of("noticeGiven", true);
    }

    private void check(ImprovementCase about, List<MarkedSession> missed, Answer answer) {
        LocalDate today = times.today();
        List<Integer> length = times.length(about.policy());
        int weeks = number(answer, WEEKS);
        List<CheckedRule> held = facts.held(about);
        new Conditions(answer)
                .holds(
                        weeks >= length.get(0) && weeks <= length.get(1),
                        WEEKS,
                        "The policy allows " + length.get(0) + " to " + length.get(1) + " " + times.unit(about.policy())
                                + " (" + source(about, TimeToImprove.LENGTH) + ")")
                .holds(
                        weeks < 1 || times.writtenOn(today, about, weeks).isPresent(),
                        WEEKS,
                        "The school's calendar ends before that. Ask the school to enter its next term")
                .holds(
                        answer.fields().containsKey("allowed"),
                        "allowed",
                        "Enter how many sessions may still be missed without leave, or 0")
                .text("enough", "Enter what counts as enough for this family")
                .text("earlyGround", "Choose whether the time may end early")
                .text("supportSoFar", "Enter which help was given so far")
                .text("support", "Enter which help is offered and how the parent takes it up")
                .holds(
                        about.policy().yesNo("nti.used", today).orElse(false),
                        DECISION,
                        "The policy of " + about.policy().title() + " does not use notices to improve ("
                                + source(about, "nti.used") + ")")
                .holds(
                        !offence.leaveOnly(about, missed),
                        DECISION,
                        "All of it is leave taken in term time: a notice to improve is not used for it (COGNUS, NOTTS)."
                                + " Decide for the parent anew")
                .holds(
                        enough(about, missed, today),
                        DECISION,
                        missed.size() + " sessions without leave are firm; the policy asks for "
                                + about.policy()
                                        .number(THRESHOLD, today)
                                        .map(String::valueOf)
                                        .orElse("more") + " ("
                                + source(about, THRESHOLD)
                                + "). Further sessions without leave, or reasons established for sessions coded N,"
                                + " would change this")
                .holds(
                        held.isEmpty(),
                        DECISION,
                        facts.inWords(held) + " Until then support and contracts go on; the time limit runs on too")
                .holds(
                        about.issuer() == Issuer.SCHOOL
                                || !parents.referrers(about.file().ref())
                                        .contains(answer.by().userName()),
                        DECISION,
                        "You referred this case. Somebody else at the authority decides about it")
                .check();
    }

    /** Below its threshold an authority may act where its policy leaves it the discretion; a school may not. */
    private static boolean enough(ImprovementCase about, List<MarkedSession> missed, LocalDate today) {
        int asked = about.policy().number(THRESHOLD, today).orElse(1);
        boolean discretion = about.issuer() == Issuer.AUTHORITY
                && about.policy().yesNo("below_threshold.discretion", today).orElse(false);
        return missed.size() >= asked || discretion && !missed.isEmpty();
    }

    private String source(ImprovementCase about, String key) {
        return about.policy()
                .entry(key, times.today())
                .map(entry -> entry.source())
                .orElse("The policy " + about.policy().title());
    }

    private static int number(Answer answer, String field) {
        return answer.fields().get(field) instanceof Number number ? number.intValue() : 0;
    }
}
