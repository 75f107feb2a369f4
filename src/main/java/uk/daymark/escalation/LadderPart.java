package uk.daymark.escalation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFigures;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseMeasures;
import uk.daymark.cases.CasePart;
import uk.daymark.cases.Cases;
import uk.daymark.policy.Policy;
import uk.daymark.time.Dates;
import uk.daymark.workflow.Processes;

/** What the case page says of the steps: those taken, those not open and why, and what holds a sanction back. */
@Component
class LadderPart implements CasePart {

    private static final String NOTICE = "Penalty notice";
    private static final String IMPROVE = "Notice to improve";

    private final StepsTaken steps;
    private final SupportFirst support;
    private final CaseMeasures measures;
    private final CasePolicy policies;
    private final Cases cases;
    private final Meetings meetings;
    private final Dates dates;
    private final TaskWords words;
    private final CaseFacts facts;
    private final Processes processes;

    LadderPart(
            StepsTaken steps,
            SupportFirst support,
            CaseMeasures measures,
            CasePolicy policies,
            Cases cases,
            Meetings meetings,
            Dates dates,
            TaskWords words,
            CaseFacts facts,
            Processes processes) {
        this.steps = steps;
        this.support = support;
        this.measures = measures;
        this.policies = policies;
        this.cases = cases;
        this.meetings = meetings;
        this.dates = dates;
        this.words = words;
        this.facts = facts;
        this.processes = processes;
    }

    @Override
    public List<Line> lines(CaseFile file) {
        List<Line> lines = new ArrayList<>();
        steps.of(file.ref())
                .forEach(step -> lines.add(new Line(
                        "Steps",
                        dates.day(step.begunOn()) + ": " + step.sentence()
                                + step.waitingUntil()
                                        .map(until -> " Looked at again on " + dates.day(until) + ".")
                                        .orElse(""),
                        Optional.empty(),
                        Optional.empty())));
        meetings.contract(file.ref())
                .ifPresent(contract -> lines.add(new Line(
                        "Meetings",
                        "Attendance contract from " + dates.day(contract.from()) + " until "
                                + dates.day(contract.until()) + ", reviewed on " + dates.day(contract.reviewOn()),
                        Optional.empty(),
                        Optional.empty())));
        return lines;
    }

    @Override
    public List<NotOpen> notOpen(CaseFile file) {
        if (file.status() == CaseFile.Status.CLOSED) {
            return List.of();
        }
        List<NotOpen> notOpen = new ArrayList<>();
        CaseFigures figures = measures.of(file);
        if (!figures.thresholdMet()) {
            notOpen.add(new NotOpen(
                    NOTICE,
                    figures.count() + " of the " + figures.thresholdRequired()
                            + " sessions count at which it must be considered."));
        } else if (!figures.thresholdFirm()) {
            notOpen.add(new NotOpen(
                    NOTICE,
                    "Only " + figures.firm() + " of " + figures.count() + " sessions are firm. "
                            + NotFirm.inWords(figures, words)));
        }
        support.holds(file, figures).forEach(hold -> notOpen.add(new NotOpen(NOTICE, hold.because())));
        Policy policy = policies.of(file);
        if (!policies.text(policy, "nti.issuer").contains("school")) {
            notOpen.add(new NotOpen(
                    IMPROVE,
                    "Under this policy it is issued by the " + policies.text(policy, "nti.issuer")
                            + ", not by the school."));
        }
        rungs(file, notOpen);
        if (!cases.wasReferred(file.ref())) {
            notOpen.add(new NotOpen(
                    "Prosecution", "Only the local authority can prosecute, and the case was not referred."));
        }
        return notOpen;
    }

    /** The steps at school that have not been taken and are not under way. */
    private void rungs(CaseFile file, List<NotOpen> notOpen) {
        Map<String, Object> known = facts.of(file);
        String under = steps.last(file.ref()).map(StepsTaken.Taken::rung).orElse("");
        for (Rung rung : Rung.values()) {
            if (!rung.id().equals(under) && rung.stillToCome(known)) {
                words.maybe("not-open." + rung.id() + ".why")
                        .ifPresent(because ->
                                notOpen.add(new NotOpen(words.say("not-open." + rung.id() + ".step"), because)));
            }
        }
    }

    @Override
    public Optional<String> whyNotToClose(CaseFile file) {
        return Optional.of(file.ref().value())
                .filter(key -> processes.running(Models.THRESHOLD, key))
                .map(key -> "The headteacher has still to decide whether to consider a penalty notice."
                        + " Until then only the headteacher closes the case");
    }

    @Override
    public List<Waiting> waiting(CaseFile file) {
        return steps
                .last(file.ref())
                .filter(last -> last.waitingUntil()
                        .filter(until -> until.isAfter(policies.today()))
                        .isPresent())
                .map(last -> new Waiting(
                        words.say(
                                "monitoring.what", dates.day(last.waitingUntil().orElseThrow())),
                        last.sentence(),
                        words.say("monitoring.change")))
                .or(() -> meetings.contract(file.ref())
                        .filter(contract -> contract.kept().isEmpty()
                                && !contract.reviewOn().isBefore(policies.today()))
                        .map(contract -> new Waiting(
                                words.say("contract.what", dates.day(contract.reviewOn())),
                                words.say("contract.why", dates.day(contract.signedOn())),
                                words.say("monitoring.change"))))
                .stream()
                .toList();
    }

    @Override
    public List<Hold> holds(CaseFile file) {
        return file.status() == CaseFile.Status.CLOSED ? List.of() : support.holds(file, measures.of(file));
    }
}
