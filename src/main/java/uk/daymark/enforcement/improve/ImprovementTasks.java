package uk.daymark.enforcement.improve;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.daymark.measure.SchoolDays;
import uk.daymark.people.Schools;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.worklist.Description;
import uk.daymark.worklist.TaskDescriber;

/** Says on the work list what there is to do about a notice to improve. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ImprovementTasks implements TaskDescriber {

    static final String MODEL = "notice-to-improve";
    private static final String DAYS = "escalation.task_days";
    private static final LocalTime END_OF_DAY = LocalTime.of(16, 0);

    private final ImprovementCases cases;
    private final ImprovementStore store;
    private final TimeToImprove times;
    private final Schools schools;
    private final Dates dates;
    private final ImprovementWords words;

    ImprovementTasks(
            ImprovementCases cases,
            ImprovementStore store,
            TimeToImprove times,
            Schools schools,
            Dates dates,
            ImprovementWords words) {
        this.cases = cases;
        this.store = store;
        this.times = times;
        this.schools = schools;
        this.dates = dates;
        this.words = words;
    }

    @Override
    public boolean describes(String model, String key) {
        return model.equals(MODEL) && ImprovementCases.fits(key);
    }

    @Override
    public Description describe(OpenedTask task) {
        ImprovementCase about = cases.of(task.key());
        String until = store.standing(task.key())
                .flatMap(ImprovementNotice::time)
                .map(time -> dates.day(time.to()))
                .orElse("");
        return new Description(
                about.file().school(),
                about.file().enrolment(),
                about.file().pupilRef(),
                about.file().pupilName(),
                Optional.of(about.file().ref().value()),
                words.say(task.kind() + ".title", about.file().pupilName(), about.whom()),
                words.say(task.kind() + ".why", until),
                words.say(task.kind() + ".change"),
                due(about).atTime(END_OF_DAY).atZone(LondonTime.ZONE).toInstant(),
                1,
                Optional.empty());
    }

    private LocalDate due(ImprovementCase about) {
        int days = about.policy()
                .number(DAYS, times.today())
                .orElseThrow(() -> new IllegalStateException("No policy settles " + DAYS));
        return new SchoolDays(schools.timetable(about.file().school()))
                .add(times.today(), days)
                .orElse(times.today().plusDays(days));
    }
}
