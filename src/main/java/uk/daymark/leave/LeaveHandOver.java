package uk.daymark.leave;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.Cases;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.cases.Referring;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.measure.DateRange;
import uk.daymark.people.Contacts;
import uk.daymark.policy.Policy;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** The task in which leave without permission is handed over to the leave route, or is left at the record. */
@Component
class LeaveHandOver implements TaskHandler {

    private static final String KIND = "hand-over-leave";
    private static final String STAGE = "leave-route";

    private static final String LIABLE = "leave.liable_parent";
    /** As many parents as the form asks about. */
    private static final int MOST_PARENTS = 6;

    private final SuspicionStore suspicions;
    private final LeaveFacts facts;
    private final LeaveCount count;
    private final LeavePolicy policy;
    private final Cases cases;
    private final DecisionsMade decisions;
    private final Journal journal;
    private final Referring referring;

    LeaveHandOver(
            SuspicionStore suspicions,
            LeaveFacts facts,
            LeaveCount count,
            LeavePolicy policy,
            Cases cases,
            DecisionsMade decisions,
            Journal journal,
            Referring referring) {
        this.suspicions = suspicions;
        this.facts = facts;
        this.count = count;
        this.policy = policy;
        this.cases = cases;
        this.decisions = decisions;
        this.journal = journal;
        this.referring = referring;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(LeaveRequests.MODEL) && kind.equals(KIND);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        SuspectedLeave leave = suspicions.find(task.key()).orElseThrow();
        List<Fact> all = new ArrayList<>(facts.of(leave));
        LeaveCount.Counted counted = count.count(leave);
        all.add(new Fact("Counted under the policy", inWords(counted)));
        all.add(new Fact("Which parent, by the policy's rule", rule(leave)));
        List<Contacts.OfPupil> parents = parents(leave);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < parents.size(); i++) {
            lines.add("Parent " + (i + 1) + ": " + LeaveFacts.person(parents.get(i)));
        }
        all.add(new Fact("Parents and carers", lines.isEmpty() ? "None recorded" : String.join("\n", lines)));
        return all;
    }

    private static String inWords(LeaveCount.Counted counted) {
        return counted.counted() + " of " + LeaveFacts.sessions(counted.needed())
                + (counted.consecutive() ? " that must follow one another" : " in the policy's window of school weeks")
                + (counted.unconfirmed() == 0
                        ? ""
                        : "\n" + LeaveFacts.sessions(counted.unconfirmed())
                                + " more with a code decided here that the school's register has yet to bring; they do not count");
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        SuspectedLeave leave = suspicions.find(task.key()).orElseThrow();
        String why = answer.text("reason");
        if (!answer.text("next").equals("hand-over")) {
            suspicions.end(leave.ref(), "Recorded, goes no further: " + why);
            return Map.of("next", "no-further");
        }
        LeaveCount.Counted counted = count.count(leave);
        check(leave, counted);
        List<Contacts.OfPupil> parents = parents(leave);
        checkAnswers(parents.size(), answer);
        String rule = rule(leave);
        Policy under = policy.of(leave.school());
        String underRule = "policy " + under.name() + " " + under.version().substring(0, 12);
        // Leave has its own route: a case that is opened for it alone begins no letters about attendance.
        CaseFile file =
                cases.openAt(STAGE, leave.enrolment(), "Leave in term time without permission: " + why, underRule);
        List<String> named = new ArrayList<>();
        for (int i = 0; i < parents.size(); i++) {
            boolean liable = answer.text("parent" + (i + 1)).equals("yes");
            suspicions.liable(
                    leave.ref(),
                    parents.get(i).contact().id(),
                    liable,
                    rule,
                    why,
                    answer.by().userName());
            named.add(LeaveFacts.person(parents.get(i)) + ": "
                    + (liable ? "named by the rule" : "not named by the rule"));
        }
        suspicions.handedOver(leave.ref(), file.ref().value());
        suspicions.end(leave.ref(), "Handed over to the leave route, case " + file.ref() + ": " + why);
        cases.stage(file.ref(), STAGE, leave.ref() + ", " + facts.inWords(leave.days()) + ": " + why, underRule);
        decisions.record(
                file.ref(),
                KIND,
                "Hand over to the leave route: " + leave.ref(),
                why,
                List.of(),
                count.marked(leave.enrolment(), leave.days(), policy.codes(leave.school())));
        journal.write(Entry.of(
                        file.ref().value(),
                        "DECISION",
                        "Leave without permission was handed over to the leave route: " + leave.ref() + ", "
                                + inWords(counted) + ". " + String.join("; ", named) + ".",
                        why)
                .under(underRule + ": " + rule));
        referring.begin(
                file.ref(),
                new Referring.Wanted(
                        "leave",
                        Optional.of(new DateRange(
                                leave.days().from().date(), leave.days().to().date()))));
        return Map.of("next", "hand-over");
    }

    private void check(SuspectedLeave leave, LeaveCount.Counted counted) {
        if (counted.sessions().isEmpty()) {
            throw new InvalidInput(
                    "/fields/next",
                    "No session of this absence is coded as leave in the school's register, so there is nothing to hand over");
        }
        boolean discretion = policy.of(leave.school())
                .yesNo("below_threshold.discretion", policy.today())
                .orElse(false);
        if (!counted.reached() && !discretion) {
            throw new InvalidInput(
                    "/fields/next",
                    "The policy asks for " + LeaveFacts.sessions(counted.needed()) + "; " + counted.counted()
                            + " count");
        }
    }

    private static void checkAnswers(int parents, Answer answer) {
        List<Fault> faults = new ArrayList<>();
        if (parents == 0) {
            faults.add(new Fault(
                    "/fields/next",
                    "No parent or carer is recorded, so nobody can be named. Import the contacts first"));
        }
        if (parents > MOST_PARENTS) {
            faults.add(new Fault(
                    "/fields/next",
                    parents + " parents and carers are recorded and only " + MOST_PARENTS
                            + " can be named here. Have those who are not parents corrected in the contacts first"));
        }
        for (int i = 1; i <= MOST_PARENTS; i++) {
            boolean answered = !answer.text("parent" + i).isBlank();
            if (i <= parents && !answered) {
                faults.add(new Fault("/fields/parent" + i, "Choose whether the rule names parent " + i));
            } else if (i > parents && answered) {
                faults.add(new Fault("/fields/parent" + i, "There is no parent " + i + " in the list"));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private List<Contacts.OfPupil> parents(SuspectedLeave leave) {
        return facts.parents(leave.enrolment(), leave.school());
    }

    private String rule(SuspectedLeave leave) {
        return policy.of(leave.school()).text(LIABLE, policy.today()).orElse("The policy names no rule");
    }
}
