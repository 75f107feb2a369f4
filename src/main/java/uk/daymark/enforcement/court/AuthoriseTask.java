package uk.daymark.enforcement.court;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** A second person authorises the prosecution: neither who referred the case nor who gathered the evidence. */
@Component
class AuthoriseTask implements TaskHandler {

    private static final String KIND = "authorise-prosecution";
    /** Where the policy has no panel. */
    private static final String KIND_BY_OFFICER = "authorise-prosecution-by-officer";

    private static final String PROSECUTE = "prosecute";
    private static final String MORE = "more-evidence";

    private final CourtDesk desk;
    private final Prosecutions prosecutions;
    private final ParentCases parents;
    private final DecisionsMade decisions;

    AuthoriseTask(CourtDesk desk, Prosecutions prosecutions, ParentCases parents, DecisionsMade decisions) {
        this.desk = desk;
        this.prosecutions = prosecutions;
        this.parents = parents;
        this.decisions = decisions;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(CourtDesk.MODEL) && (kind.equals(KIND) || kind.equals(KIND_BY_OFFICER));
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        return desk.look(task.key())
                .map(opened -> {
                    Prosecution file = opened.file();
                    List<Fact> facts = new ArrayList<>(desk.facts(opened));
                    facts.add(new Fact("Sessions certified", desk.sessions(file.sessions())));
                    facts.add(new Fact("Evidence", evidence(file)));
                    file.order().ifPresent(order -> facts.add(new Fact("Supervision order", order.considered())));
                    if (!file.ladderReason().isBlank()) {
                        facts.add(new Fact("Why an earlier step was left out", file.ladderReason()));
                    }
                    file.caution()
                            .filter(caution -> caution.act().isPresent())
                            .ifPresent(caution -> facts.add(new Fact(
                                    "Caution and knowledge",
                                    caution.cautionedOn()
                                                    .map(day -> "Cautioned on " + desk.day(day))
                                                    .orElse("Not cautioned")
                                            + (caution.answered() ? ". Said: " + caution.answers() : ". No answer")
                                            + (caution.knowledge().isBlank() ? "" : "\n" + caution.knowledge()))));
                    List<CheckedRule> against = against(opened);
                    if (!against.isEmpty()) {
                        facts.add(new Fact("What stands against it today", CourtDesk.inWords(against)));
                    }
                    desk.notice(file)
                            .ifPresent(notice -> facts.add(new Fact(
                                    "If you do not prosecute",
                                    "A notice that stays unpaid has to be withdrawn then: "
                                            + notice.notice().ref() + ". Ask for that on its page.")));
                    return facts;
                })
                .orElseGet(List::of);
    }

    private static String evidence(Prosecution file) {
        StringBuilder lines = new StringBuilder("Headteacher's certificate: ")
                .append(file.certificate()
                        .map(signed -> "signed as " + signed.signedAs())
                        .orElse("not signed"));
        file.evidence()
                .forEach(line -> lines.append('\n')
                        .append(line.item().title())
                        .append(": ")
                        .append(line.found().title())
                        .append(line.note().isBlank() ? "" : ", " + line.note()));
        return lines.toString();
    }

    private List<CheckedRule> against(CourtDesk.Opened opened) {
        List<CheckedRule> against =
                new ArrayList<>(CourtRules.against(opened.facts(), opened.file().charged()));
        CourtRules.outOfTime(
                        opened.facts(), opened.file().limit(), opened.facts().today())
                .ifPresent(against::add);
        if (!opened.certificateHolds()) {
            against.add(stale());
        }
        return against;
    }

    static CheckedRule stale() {
        return CourtRules.rule(
                "CERTIFICATE_DOES_NOT_HOLD",
                "The register or the ledger no longer bears out what the headteacher certified.",
                "Education Act 1996, section 566",
                "The headteacher signs a new certificate.");
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
        CourtDesk.refuse("decision", somebodyElse(opened, answer.by().userName()));
        if (decision.equals(MORE)) {
            desk.write(opened, "More evidence is needed before the prosecution is authorised.", why);
            return Map.of(CourtDesk.STEP, MORE);
        }
        boolean prosecute = decision.equals(PROSECUTE);
        if (prosecute) {
            CourtDesk.refuse("decision", against(opened));
            prosecutions.authorised(opened.file(), why);
        }
        decisions.record(
                opened.parent().file().ref(),
                task.kind(),
                (prosecute
                                ? "Prosecute"
                                : decision.equals("withdraw")
                                        ? "Do not prosecute, the evidence does not suffice"
                                        : "Do not prosecute, it is not in the public interest")
                        + ": " + opened.parent().parent().name() + ", "
                        + opened.file().tier().title(),
                why,
                List.of(),
                opened.file().sessions());
        return prosecute ? Map.of(CourtDesk.STEP, PROSECUTE) : desk.stop(opened, CourtDesk.NOT_BEGUN, why);
    }

    private List<CheckedRule> somebodyElse(CourtDesk.Opened opened, String by) {
        Set<String> referrers = parents.referrers(opened.parent().file().ref());
        List<CheckedRule> faults = new ArrayList<>();
        if (referrers.contains(by)) {
            faults.add(CourtRules.rule(
                    "DECIDER_REFERRED_IT",
                    "Whoever referred the case does not authorise its prosecution.",
                    "Fairness: nobody decides on their own referral",
                    "Somebody else decides."));
        }
        if (opened.file().gathered().filter(act -> act.by().equals(by)).isPresent()) {
            faults.add(CourtRules.rule(
                    "DECIDER_GATHERED_IT",
                    "Whoever gathered the evidence does not authorise the prosecution.",
                    "Fairness: a second person weighs the evidence",
                    "Somebody else decides."));
        }
        return faults;
    }
}
