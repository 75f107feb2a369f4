package uk.daymark.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFigures;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseMeasures;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Finding;
import uk.daymark.cases.Findings;
import uk.daymark.letters.Letter;
import uk.daymark.letters.Letters;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.worklist.Description;
import uk.daymark.worklist.TaskDescriber;

/** Describes every task about a case that no other feature knows better. */
@Component
@Order
class CaseTasks implements TaskDescriber {

    private static final String CONSIDER = "must-consider";
    private static final String ESTABLISH = "establish-reasons";
    private static final String HOLD_MEETING = "hold-meeting";

    private final OpenCases open;
    private final CaseMeasures measures;
    private final Findings findings;
    private final CasePolicy policy;
    private final Meetings meetings;
    private final Letters letters;
    private final TaskWords words;

    CaseTasks(
            OpenCases open,
            CaseMeasures measures,
            Findings findings,
            CasePolicy policy,
            Meetings meetings,
            Letters letters,
            TaskWords words) {
        this.open = open;
        this.measures = measures;
        this.findings = findings;
        this.policy = policy;
        this.meetings = meetings;
        this.letters = letters;
        this.words = words;
    }

    @Override
    public boolean describes(String model, String key) {
        return CaseRef.fits(key);
    }

    @Override
    public Description describe(OpenedTask task) {
        CaseFile file = open.of(task.key());
        boolean threshold = task.model().equals(Models.THRESHOLD);
        Optional<CaseFigures> figures = threshold ? Optional.of(measures.of(file)) : Optional.empty();
        return new Description(
                file.school(),
                file.enrolment(),
                file.pupilRef(),
                file.pupilName(),
                Optional.of(file.ref().value()),
                title(task, file, figures),
                why(task, file, figures),
                change(task, figures),
                due(task, file, figures),
                threshold ? 1 : 0,
                task.model().equals(Models.REVIEW) ? Optional.of(text(task, "decidedBy")) : Optional.empty());
    }

    private String title(OpenedTask task, CaseFile file, Optional<CaseFigures> figures) {
        Optional<String> variant = figures.filter(counted -> task.kind().equals(ESTABLISH))
                .flatMap(counted -> words.maybe(ESTABLISH + NotFirm.variant(counted) + ".title", file.pupilName()));
        if (variant.isPresent()) {
            return variant.get();
        }
        if (task.model().equals(Letters.MODEL)) {
            return words.maybe(task.kind() + ".title", file.pupilName(), letterTitle(task))
                    .orElseGet(() -> words.say("other.title", file.pupilName(), task.name()));
        }
        return words.maybe(task.kind() + ".title", file.pupilName())
                .orElseGet(() -> words.say("other.title", file.pupilName(), task.name()));
    }

    private String letterTitle(OpenedTask task) {
        String template = text(task, Letters.LETTER);
        return letters.ofKey(task.key()).stream()
                .filter(letter -> letter.template().endsWith(template))
                .reduce((earlier, later) -> later)
                .map(Letter::title)
                .orElse(task.name());
    }

    private String why(OpenedTask task, CaseFile file, Optional<CaseFigures> figures) {
        if (task.model().equals(Models.REVIEW)) {
            return words.say("review-decision.why", file.pupilName(), text(task, "decided"), text(task, "amended"));
        }
        return switch (task.kind()) {
            case CONSIDER ->
                findings.open(file.enrolment(), Models.THRESHOLD_FINDING)
                        .map(Finding::sentence)
                        .orElse(text(task, "sentence"));
            case ESTABLISH ->
                figures.map(counted -> words.say(
                                ESTABLISH + NotFirm.variant(counted) + ".why",
                                file.pupilName(),
                                counted.count(),
                                counted.provisional(),
                                counted.firm(),
                                counted.thresholdRequired(),
                                counted.unconfirmed()))
                        .orElse("");
            default -> text(task, "sentence").isBlank() ? file.openedWhy() : text(task, "sentence");
        };
    }

    private String change(OpenedTask task, Optional<CaseFigures> figures) {
        if (figures.isPresent()) {
            CaseFigures counted = figures.get();
            boolean provisional = task.kind().equals(CONSIDER) && counted.provisional() > 0;
            String variant = task.kind().equals(ESTABLISH) ? NotFirm.variant(counted) : "";
            return words.say(
                    task.kind() + (provisional ? "-provisional" : variant) + ".change",
                    "",
                    counted.count(),
                    counted.provisional(),
                    counted.firm(),
                    counted.thresholdRequired());
        }
        if (task.model().equals(Letters.MODEL)) {
            return words.say("letter.change");
        }
        return words.maybe(task.kind() + ".change").orElseGet(() -> words.say("step.change"));
    }

    private Instant due(OpenedTask task, CaseFile file, Optional<CaseFigures> figures) {
        LocalDate usual = policy.schoolDaysFromToday(
                file.school(),
                policy.number(file, task.kind().equals(CONSIDER) ? "consider.days" : "escalation.task_days"));
        Optional<LocalDate> day = switch (task.kind()) {
            case ESTABLISH -> figures.flatMap(CaseFigures::replaceBy);
            case HOLD_MEETING -> meetings.last(file.ref()).map(Meetings.Meeting::on);
            default -> Optional.empty();
        };
        return CasePolicy.endOf(day.orElse(usual));
    }

    private static String text(OpenedTask task, String variable) {
        return Optional.ofNullable(task.variables().get(variable))
                .map(String::valueOf)
                .orElse("");
    }
}
