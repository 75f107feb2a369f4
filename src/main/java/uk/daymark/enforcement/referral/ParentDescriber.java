package uk.daymark.enforcement.referral;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.worklist.Description;
import uk.daymark.worklist.TaskDescriber;

/** Describes the tasks of a decision about one parent. */
@Component
class ParentDescriber implements TaskDescriber {

    private final ParentCases parentCases;
    private final Referrals referrals;
    private final Due due;
    private final TaskSayings words;

    ParentDescriber(ParentCases parentCases, Referrals referrals, Due due, TaskSayings words) {
        this.parentCases = parentCases;
        this.referrals = referrals;
        this.due = due;
        this.words = words;
    }

    @Override
    public boolean describes(String model, String key) {
        return model.equals(Models.PARENT) && ParentKey.of(key).isPresent();
    }

    @Override
    public Description describe(OpenedTask task) {
        ParentCase parent = parentCases.of(task.key());
        Optional<Referral> referral = referrals.of(parent.parent());
        Optional<ProsecutionLimit> limit = referral.flatMap(referrals::waiting).flatMap(Referrals.Waiting::actBy);
        LocalDate sitting = parent.parent()
                .sittingOn()
                .filter(day -> task.kind().equals(Models.DECIDE_AT_PANEL) && !day.isBefore(due.today()))
                .orElseGet(() -> due.atAuthority(parent.file(), due.today(), limit));
        return parent.task(
                words.say(
                        task.kind() + ".title",
                        parent.parent().name(),
                        parent.file().pupilName()),
                why(task),
                words.say("parent.change"),
                sitting,
                due.urgency(parent.file(), limit));
    }

    private String why(OpenedTask task) {
        boolean deciding =
                task.kind().equals(Models.DECIDE_AT_PANEL) || task.kind().equals(Models.DECIDE_BY_OFFICER);
        return deciding
                ? words.say(
                        "decide.why",
                        Outcome.ofWord(text(task, "proposed"))
                                .map(Outcome::title)
                                .orElse(""),
                        text(task, "sentence"))
                : words.say(task.kind() + ".why");
    }

    private static String text(OpenedTask task, String variable) {
        return Optional.ofNullable(task.variables().get(variable))
                .map(String::valueOf)
                .orElse("");
    }
}
