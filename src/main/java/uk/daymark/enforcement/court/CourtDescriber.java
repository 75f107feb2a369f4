package uk.daymark.enforcement.court;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.WorkingDays;
import uk.daymark.policy.BankHolidayChanges;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.worklist.Description;
import uk.daymark.worklist.TaskDescriber;

/** Says what the tasks of a prosecution are about, and by when: never later than the last day to begin. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CourtDescriber implements TaskDescriber {

    private static final String DAYS = "prosecution.task_days";
    private static final String OVER = "end-out-of-time";
    private static final String CONFIRM = "confirm-hearing";
    private static final Set<String> ON_THE_DAY = Set.of(CONFIRM, "record-result");
    private static final int FIRST = 9;
    private static final int NEAR = 8;
    private static final int ORDINARY = 1;

    private final ParentCases parents;
    private final Prosecutions prosecutions;
    private final CourtDesk desk;
    private final CourtWords words;
    private final WorkingDays workingDays;

    CourtDescriber(
            ParentCases parents,
            Prosecutions prosecutions,
            CourtDesk desk,
            CourtWords words,
            BankHolidayChanges changes) {
        this.parents = parents;
        this.prosecutions = prosecutions;
        this.desk = desk;
        this.words = words;
        this.workingDays = new WorkingDays(new BankHolidays(changes.extra(), changes.removed()));
    }

    @Override
    public boolean describes(String model, String key) {
        return (model.equals(CourtDesk.MODEL) || model.equals(CourtDesk.LIMIT_MODEL))
                && ParentKey.of(key).isPresent();
    }

    @Override
    public Description describe(OpenedTask task) {
        ParentCase parent = parents.of(task.key());
        Prosecution file = prosecutions.last(parent.parent().key()).orElseThrow();
        Description description = parent.task(
                words.say(
                        task.kind() + ".title",
                        parent.file().pupilName(),
                        parent.parent().name()),
                words.maybe(
                                task.kind() + ".why",
                                desk.day(file.limit().safe()),
                                desk.day(file.limit().outer()))
                        .orElseGet(() -> file.tier().title()),
                words.maybe(task.kind() + ".change").orElseGet(() -> words.say("any.change")),
                due(task, parent, file),
                urgent(task, parent, file));
        return task.kind().equals(CONFIRM)
                ? file.hearing()
                        .map(hearing -> forOne(description, hearing.attender()))
                        .orElse(description)
                : description;
    }

    private LocalDate due(OpenedTask task, ParentCase parent, Prosecution file) {
        LocalDate today = desk.today();
        Optional<LocalDate> hearing = file.hearing().map(Prosecution.Hearing::on);
        if (ON_THE_DAY.contains(task.kind()) && hearing.isPresent()) {
            return hearing.get();
        }
        LocalDate usual =
                workingDays.add(today, parent.policy().number(DAYS, today).orElseThrow());
        LocalDate last = file.limit().safe().isBefore(today)
                ? file.limit().outer()
                : file.limit().safe();
        return file.begun().isPresent() || usual.isBefore(last) ? usual : last;
    }

    private int urgent(OpenedTask task, ParentCase parent, Prosecution file) {
        if (task.kind().equals(OVER)) {
            return FIRST;
        }
        boolean near = !desk.today().isBefore(file.limit().safe().minusDays(desk.littleTime(parent, file)));
        return file.begun().isEmpty() && near ? NEAR : ORDINARY;
    }

    private static Description forOne(Description description, String assignee) {
        return new Description(
                description.school(),
                description.enrolment(),
                description.pupilRef(),
                description.pupilName(),
                description.caseRef(),
                description.title(),
                description.why(),
                description.whatWouldChangeThis(),
                description.dueAt(),
                description.urgent(),
                Optional.of(assignee));
    }
}
