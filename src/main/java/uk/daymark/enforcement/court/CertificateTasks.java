package uk.daymark.enforcement.court;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/**
 * The headteacher certifies the sessions that are charged, as the register shows them at that moment.
 *
 * <p>Source: Education Act 1996, section 566: such a certificate is evidence of what it states.
 */
@Component
class CertificateTasks implements TaskHandler {

    private static final String SIGN = "sign-certificate";
    private static final String SETTLE = "settle-certificate";
    private static final String SIGNED_AS = "signedAs";

    private final CourtDesk desk;
    private final Prosecutions prosecutions;
    private final DecisionsMade decisions;

    CertificateTasks(CourtDesk desk, Prosecutions prosecutions, DecisionsMade decisions) {
        this.desk = desk;
        this.prosecutions = prosecutions;
        this.decisions = decisions;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(CourtDesk.MODEL) && (kind.equals(SIGN) || kind.equals(SETTLE));
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        return desk.look(task.key())
                .map(opened -> {
                    List<MarkedSession> sessions = opened.chargeable();
                    List<Fact> facts = new ArrayList<>();
                    facts.add(new Fact(
                            "Certificate of attendance",
                            opened.parent().file().pupilName() + ", "
                                    + desk.period(opened.file().charged()) + ": " + sessions.size()
                                    + " sessions without leave"));
                    facts.add(new Fact("The register shows", desk.sessions(sessions)));
                    List<CheckedRule> against =
                            CourtRules.against(opened.facts(), opened.file().charged());
                    if (!against.isEmpty()) {
                        facts.add(new Fact("It cannot be signed while this stands", CourtDesk.inWords(against)));
                    }
                    facts.add(new Fact("Time limit", desk.limit(opened.file().limit())));
                    return facts;
                })
                .orElseGet(List::of);
    }

    @Override
    public List<Fact> consequences(TaskAbout task, Answer answer) {
        return task.kind().equals(SIGN) ? desk.follows(task.key(), SIGN, answer.text("decision")) : List.of();
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        CourtDesk.Opened opened = desk.hold(task.key());
        String why = answer.text("reason");
        String decision = answer.text("decision");
        if (task.kind().equals(SETTLE)) {
            if (decision.equals(CourtDesk.STOP)) {
                return desk.stop(opened, CourtDesk.NOT_BEGUN, why);
            }
            desk.write(opened, "The headteacher is asked again for the certificate.", why);
            return Map.of(CourtDesk.STEP, decision);
        }
        if (!decision.equals("sign")) {
            desk.write(opened, "The headteacher cannot sign the certificate.", why);
            return Map.of(CourtDesk.STEP, decision);
        }
        new Conditions(answer).text(SIGNED_AS, "Enter your name and office").check();
        CourtDesk.refuse(
                "decision", CourtRules.against(opened.facts(), opened.file().charged()));
        List<MarkedSession> sessions = opened.chargeable();
        ProsecutionLimit limit = CourtRules.limit(opened.facts(), opened.file().charged(), sessions);
        prosecutions.certified(opened.file(), sessions, limit, answer.text(SIGNED_AS));
        desk.limitMoves(opened, limit, "Other sessions are certified. The time limit is counted from them:");
        decisions.record(
                opened.parent().file().ref(),
                SIGN,
                "Certificate signed as " + answer.text(SIGNED_AS) + ": " + sessions.size() + " sessions, "
                        + desk.period(opened.file().charged()),
                why,
                List.of(),
                sessions);
        return Map.of(CourtDesk.STEP, "signed");
    }
}
