package uk.daymark.enforcement.court;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.measure.RegisterDates;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/**
 * An officer considers an education supervision order before anything else, and says which days are to be charged.
 *
 * <p>Source: Education Act 1996, section 447: the authority considers it before it begins proceedings.
 */
@Component
class OrderTask implements TaskHandler {

    private static final String KIND = "consider-supervision-order";
    private static final String PROSECUTE = "prosecute";
    private static final String INSTEAD = "order-instead";
    private static final String FROM = "chargedFrom";
    private static final String TO = "chargedTo";
    private static final String LADDER = "ladderReason";

    private final CourtDesk desk;
    private final Prosecutions prosecutions;
    private final DecisionsMade decisions;

    OrderTask(CourtDesk desk, Prosecutions prosecutions, DecisionsMade decisions) {
        this.desk = desk;
        this.prosecutions = prosecutions;
        this.decisions = decisions;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(CourtDesk.MODEL) && kind.equals(KIND);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        return desk.look(task.key())
                .map(opened -> {
                    List<Fact> facts = new ArrayList<>(desk.facts(opened));
                    facts.add(new Fact(
                            "Sessions that can be charged, "
                                    + desk.period(opened.file().charged()),
                            desk.sessions(opened.chargeable())));
                    List<CheckedRule> against =
                            CourtRules.against(opened.facts(), opened.file().charged());
                    if (!against.isEmpty()) {
                        facts.add(new Fact("What stands against it today", CourtDesk.inWords(against)));
                    }
                    List<String> leftOut =
                            CourtRules.leftOut(opened.facts(), opened.file().tier());
                    if (!leftOut.isEmpty()) {
                        facts.add(new Fact(
                                "Earlier steps of the policy that were not taken",
                                String.join("\n", leftOut) + "\n("
                                        + CourtRules.source(
                                                opened.facts(),
                                                "ladder",
                                                opened.facts().today())
                                        + ")"));
                    }
                    return facts;
                })
                .orElseGet(List::of);
    }

    @Override
    public Map<String, Object> values(TaskAbout task) {
        return desk.look(task.key())
                .<Map<String, Object>>map(opened -> Map.of(
                        FROM,
                        opened.file().charged().from().toString(),
                        TO,
                        opened.file().charged().to().toString()))
                .orElseGet(Map::of);
    }

    @Override
    public List<Fact> consequences(TaskAbout task, Answer answer) {
        return desk.follows(task.key(), KIND, answer.text("decision"));
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        CourtDesk.Opened opened = desk.hold(task.key());
        String decision = answer.text("decision");
        String why = answer.text("reason");
        if (decision.equals(PROSECUTE)) {
            return prosecute(opened, answer, why);
        }
        prosecutions.considered(opened.file(), answer.text("considered"), decision);
        decisions.record(
                opened.parent().file().ref(),
                KIND,
                (decision.equals(INSTEAD) ? "Apply for an education supervision order instead" : "Begin no proceedings")
                        + ": " + opened.parent().parent().name(),
                why,
                List.of());
        return desk.stop(opened, decision.equals(INSTEAD) ? "supervision-order" : CourtDesk.NOT_BEGUN, why);
    }

    /** Where it was decided for an unpaid notice, the offence charged is that of the notice. */
    private void theNotices(CourtDesk.Opened opened, DateRange charged) {
        desk.notice(opened.file()).ifPresent(file -> {
            DateRange offence = file.notice().offence();
            if (!offence.contains(charged.from()) || !offence.contains(charged.to())) {
                CourtDesk.refuse(
                        offence.contains(charged.from()) ? TO : FROM,
                        List.of(CourtRules.rule(
                                "NOT_OF_THIS_NOTICE",
                                "It was decided to prosecute for notice "
                                        + file.notice().ref() + ", which is about " + desk.period(offence) + ".",
                                "Education Act 1996, section 444A: the proceedings are for the offence that the notice was"
                                        + " about",
                                "Days of that notice. Other days are referred and decided by themselves.")));
            }
        });
    }

    private Map<String, Object> prosecute(CourtDesk.Opened opened, Answer answer, String why) {
        Optional<LocalDate> from = answer.date(FROM);
        Optional<LocalDate> to = answer.date(TO);
        List<String> leftOut = CourtRules.leftOut(opened.facts(), opened.file().tier());
        new Conditions(answer)
                .day(FROM, "Enter the first day to be charged")
                .day(FROM, RegisterDates::plausible, "Enter a day of the register")
                .day(TO, "Enter the last day to be charged")
                .day(TO, day -> !day.isAfter(opened.facts().today()), "The last day must be today or earlier")
                .holds(
                        from.isEmpty() || to.isEmpty() || !to.get().isBefore(from.get()),
                        TO,
                        "The last day must not come before the first")
                .holds(
                        leftOut.isEmpty() || !answer.text(LADDER).isBlank(),
                        LADDER,
                        "Enter why " + String.join(" and ", leftOut) + " was left out. The policy has it first")
                .check();
        DateRange charged = new DateRange(from.orElseThrow(), to.orElseThrow());
        theNotices(opened, charged);
        List<MarkedSession> sessions = CourtRules.chargeable(opened.facts(), charged);
        ProsecutionLimit limit = CourtRules.limit(opened.facts(), charged, sessions);
        List<CheckedRule> against = new ArrayList<>(CourtRules.against(opened.facts(), charged).stream()
                .filter(rule ->
                        rule.code().equals("NOTHING_TO_CHARGE") || rule.code().equals("NOTICE_CAN_STILL_BE_PAID"))
                .toList());
        CourtRules.outOfTime(opened.facts(), limit, opened.facts().today()).ifPresent(against::add);
        CourtDesk.refuse("decision", against);
        prosecutions.considered(opened.file(), answer.text("considered"), PROSECUTE);
        prosecutions.charges(opened.file(), charged, limit, answer.text(LADDER));
        desk.limitMoves(opened, limit, "Other days are charged. The time limit is counted from their sessions:");
        decisions.record(
                opened.parent().file().ref(),
                KIND,
                "Go on with the prosecution of " + opened.parent().parent().name()
                        + ". An education supervision order was considered",
                why + "\nAn education supervision order was considered: " + answer.text("considered"),
                List.of(),
                sessions);
        return Map.of(CourtDesk.STEP, PROSECUTE);
    }
}
