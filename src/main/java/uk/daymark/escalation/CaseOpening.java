package uk.daymark.escalation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.access.People;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseFollower;
import uk.daymark.cases.CaseMeasures;
import uk.daymark.cases.Cases;
import uk.daymark.cases.DecisionFollower;
import uk.daymark.cases.DecisionMade;
import uk.daymark.cases.Finding;
import uk.daymark.cases.FindingFollower;
import uk.daymark.cases.Findings;
import uk.daymark.letters.Letters;
import uk.daymark.measure.Half;
import uk.daymark.people.Enrolment;
import uk.daymark.people.Pupils;
import uk.daymark.policy.Policy;
import uk.daymark.register.By;
import uk.daymark.register.MarkChange;
import uk.daymark.time.Dates;
import uk.daymark.workflow.Decisions;
import uk.daymark.workflow.Decisions.Fired;
import uk.daymark.workflow.Processes;

/** Starts, moves and withdraws the processes of a case as things are found, fall away, are closed or amended. */
@Component
class CaseOpening implements FindingFollower, CaseFollower, DecisionFollower {

    private static final String OPENS_ON = "escalation.opens_on";

    private final Cases cases;
    private final CaseMeasures measures;
    private final Findings findings;
    private final StepsTaken steps;
    private final CaseFacts facts;
    private final CasePolicy policies;
    private final Pupils pupils;
    private final Letters letters;
    private final Processes processes;
    private final Decisions decisions;
    private final Closing closing;
    private final DecisionReviews reviews;
    private final People people;
    private final Dates dates;

    CaseOpening(
            Cases cases,
            CaseMeasures measures,
            Findings findings,
            StepsTaken steps,
            CaseFacts facts,
            CasePolicy policies,
            Pupils pupils,
            Letters letters,
            Processes processes,
            Decisions decisions,
            Closing closing,
            DecisionReviews reviews,
            People people,
            Dates dates) {
        this.cases = cases;
        this.measures = measures;
        this.findings = findings;
        this.steps = steps;
        this.facts = facts;
        this.policies = policies;
        this.pupils = pupils;
        this.letters = letters;
        this.processes = processes;
        this.decisions = decisions;
        this.closing = closing;
        this.reviews = reviews;
        this.people = people;
        this.dates = dates;
    }

    @Override
    public void found(Finding finding) {
        Optional<CaseFile> standing = cases.openOf(finding.enrolment());
        standing.map(CaseOpening::key)
                .filter(key ->
                        !processes.running(Models.CASE, key) && opens(finding).isPresent())
                .ifPresent(key -> processes.start(Models.CASE, key, Map.of()));
        Optional<CaseFile> file = standing.or(() -> open(finding));
        if (isThreshold(finding)) {
            file.ifPresent(this::askTheHead);
        }
    }

    @Override
    public void changed(Finding before, Finding now) {
        Optional<CaseFile> standing = cases.openOf(now.enrolment());
        if (standing.isEmpty()) {
            relapse(now);
        } else if (isThreshold(now) && !askedWhereItStands(standing.get())) {
            countedAgain(standing.get(), before, now);
        }
    }

    /** Asks for a decision where the count has become firm, and says anew what has to be done where it is short of that otherwise. */
    private void countedAgain(CaseFile file, Finding before, Finding now) {
        boolean firm = measures.of(file).thresholdFirm();
        if (firm || !notFirmBy(before).equals(notFirmBy(now))) {
            processes.signal(
                    Models.THRESHOLD_CHANGED,
                    key(file),
                    Map.of(
                            Processes.BECAUSE,
                            (firm ? "the count is firm: " : "the count has changed: ") + now.sentence()));
        }
    }

    /** Whether reasons are missing, and whether codes are still to be entered in the register. */
    private static List<Boolean> notFirmBy(Finding finding) {
        return List.of(finding.provisional() > 0, finding.count() - finding.firm() - finding.provisional() > 0);
    }

    /** Opens a case again where what was found before the last one was closed still stands, and so much was missed since. */
    private void relapse(Finding finding) {
        Optional<LocalDate> closed = cases.lastClosed(finding.enrolment());
        long since = finding.sessions().stream()
                .filter(marked -> closed.isEmpty() || marked.session().date().isAfter(closed.get()))
                .count();
        if (since >= (isThreshold(finding) ? 1 : reopensAfter(finding))) {
            open(finding).filter(file -> isThreshold(finding)).ifPresent(this::askTheHead);
        }
    }

    private int reopensAfter(Finding finding) {
        Enrolment enrolment = pupils.enrolment(finding.enrolment()).orElseThrow();
        return policies.ofSchool(enrolment.school())
                .number("escalation.reopen_after", policies.today())
                .orElseThrow(() -> new IllegalStateException("No policy settles escalation.reopen_after"));
    }

    /** Asks the head where the threshold stands and nobody was asked in this case: what was decided in an earlier one is not this one's. */
    private boolean askedWhereItStands(CaseFile file) {
        boolean missing =
                findings.open(file.enrolment(), Models.THRESHOLD_FINDING).isPresent()
                        && facts.lastDecision(file).isEmpty()
                        && !processes.running(Models.THRESHOLD, key(file));
        if (missing) {
            askTheHead(file);
        }
        return missing;
    }

    private void askTheHead(CaseFile file) {
        if (!processes.running(Models.THRESHOLD, key(file))) {
            processes.start(Models.THRESHOLD, key(file), Map.of());
        }
    }

    @Override
    public void lapsed(Finding finding, String because) {
        Optional<CaseFile> file = cases.openOf(finding.enrolment());
        if (isThreshold(finding)) {
            file.ifPresent(
                    open -> processes.signal(Models.THRESHOLD_LAPSED, key(open), Map.of(Processes.BECAUSE, because)));
        }
        file.filter(open -> nothingIsLeftOf(open, finding))
                .ifPresent(open -> cases.close(
                        open.ref(), "What opened the case holds no longer: " + because + ".", "case-opening"));
    }

    @Override
    public String wouldLapse(Finding finding) {
        Optional<CaseFile> file = cases.openOf(finding.enrolment());
        if (file.isEmpty()) {
            return "";
        }
        if (isThreshold(finding) && processes.running(Models.THRESHOLD, key(file.get()))) {
            return "withdraws 1 decision task";
        }
        int waiting = nothingIsLeftOf(file.get(), finding) ? letters.wouldWithdraw(key(file.get())) : 0;
        return waiting == 0 ? "" : "withdraws " + waiting + (waiting == 1 ? " letter" : " letters");
    }

    @Override
    public void opened(CaseFile file) {
        if (file.stage().equals(Cases.OPENED)) {
            processes.start(Models.CASE, key(file), Map.of());
        }
        askedWhereItStands(file);
    }

    @Override
    public void closed(CaseFile file, String why) {
        String key = key(file);
        if (!closing.isByItsModel()) {
            processes.signal(Models.CASE_CLOSED, key, Map.of(Processes.BECAUSE, why));
        }
        processes.withdraw(Models.THRESHOLD, key, why);
        processes.withdraw(Models.REVIEW, key, why);
        letters.withdraw(key, why);
    }

    @Override
    public void shaken(DecisionMade decision, List<MarkChange> changes, By by) {
        String key = decision.caseRef().value();
        if (!reviews.underWay(decision.id())) {
            processes.start(
                    Models.REVIEW,
                    key,
                    Map.of(
                            DecisionReviews.DECISION,
                            String.valueOf(decision.id()),
                            "decidedIn",
                            decision.taskKind(),
                            "decidedBy",
                            decision.by(),
                            "decidedAt",
                            decidedAt(decision),
                            "decided",
                            decision.what(),
                            "amended",
                            changes.stream().map(this::inWords).collect(Collectors.joining("; "))));
        }
    }

    /** Where whoever decided works: their task lies on that list. */
    private String decidedAt(DecisionMade decision) {
        return people.find(decision.by())
                .map(SignedIn::role)
                .filter(role -> role == Role.OFFICER || role == Role.PANEL)
                .map(role -> role == Role.PANEL ? "panel" : "officer")
                .orElse("school");
    }

    private Optional<CaseFile> open(Finding finding) {
        return opens(finding).map(fired -> {
            CaseFile opened = cases.open(
                    finding.enrolment(),
                    fired.out("sentence") + " " + finding.sentence() + ".",
                    Models.OPENING_TABLE + ": " + fired.out("source"));
            steps.begin(opened.ref(), StepsTaken.OPENED, fired.out("sentence"), fired.out("source"));
            decisions.decide(Models.OPENING_TABLE, key(opened), known(finding));
            return opened;
        });
    }

    /** The rule of the table by which a finding opens a case, if it does; for a pupil who has left nothing does. */
    private Optional<Fired> opens(Finding finding) {
        Enrolment enrolment = pupils.enrolment(finding.enrolment()).orElseThrow();
        if (enrolment.details().leavingDate().filter(policies.today()::isAfter).isPresent()) {
            return Optional.empty();
        }
        return decisions.ask(Models.OPENING_TABLE, known(finding)).stream()
                .filter(fired -> Boolean.TRUE.equals(fired.outputs().get("opens")))
                .findFirst();
    }

    /** What the table asks of a finding. */
    private Map<String, Object> known(Finding finding) {
        Enrolment enrolment = pupils.enrolment(finding.enrolment()).orElseThrow();
        Policy policy = policies.ofSchool(enrolment.school());
        return Map.of(
                "listed", policies.list(policy, OPENS_ON).contains(finding.kind()),
                "found", finding.kind(),
                "style", policies.text(policy, "escalation.style"));
    }

    /** Whether a rule opened the case, nobody was told of it yet, and nothing else that would open one holds. */
    private boolean nothingIsLeftOf(CaseFile file, Finding lapsed) {
        List<String> opening = policies.list(policies.of(file), OPENS_ON);
        return opening.contains(lapsed.kind())
                && steps.openedByRule(file.ref())
                && !facts.familyHeard(file)
                && !facts.atAuthority(file)
                && findings.open(file.enrolment()).stream()
                        .filter(other -> other.id() != lapsed.id())
                        .noneMatch(other -> opening.contains(other.kind()));
    }

    private String inWords(MarkChange change) {
        return dates.day(change.session().date())
                + (change.session().half() == Half.AM ? " morning" : " afternoon") + " is now "
                + change.after().token();
    }

    private static boolean isThreshold(Finding finding) {
        return finding.kind().equals(Models.THRESHOLD_FINDING);
    }

    private static String key(CaseFile file) {
        return file.ref().value();
    }
}
