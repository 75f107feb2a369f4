package uk.daymark.practice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import uk.daymark.access.People;
import uk.daymark.access.SignedIn;
import uk.daymark.access.SignedInUser;
import uk.daymark.forms.FormDefinition;
import uk.daymark.forms.FormPart;
import uk.daymark.practice.sample.ReferralsFile;
import uk.daymark.practice.sample.ReferralsFile.Referred;
import uk.daymark.practice.sample.ReferralsFile.Step;
import uk.daymark.practice.sample.SampleSchools;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.TaskDesk;
import uk.daymark.worklist.WorkFilter;
import uk.daymark.worklist.WorkFilter.View;
import uk.daymark.worklist.WorkItem;
import uk.daymark.worklist.WorkList;

/**
 * Lets the people of the sample's first school and of its authority do the tasks that bring two cases to the authority, as they would do
 * them themselves: every check is made, and everything is put down to them.
 */
@Component
@Profile("practice")
class SampleReferrals {

    private static final Logger LOG = LoggerFactory.getLogger(SampleReferrals.class);

    private final People people;
    private final WorkList list;
    private final TaskDesk desk;
    private final PracticeClock clock;

    SampleReferrals(People people, WorkList list, TaskDesk desk, PracticeClock clock) {
        this.people = people;
        this.list = list;
        this.desk = desk;
        this.clock = clock;
    }

    /** Does them. Where a task is not there, or a check speaks against its answer, that pupil's case stays as it stands. */
    void make() {
        for (Referred referred : ReferralsFile.load().pupils()) {
            long done = referred.steps().stream()
                    .takeWhile(step -> isDone(referred.pupil(), step))
                    .count();
            LOG.info(
                    "Sample: {} of {} steps on the way of pupil {} to the authority",
                    done,
                    referred.steps().size(),
                    referred.pupil());
        }
    }

    private boolean isDone(String pupil, Step step) {
        SignedIn person = people.find(step.by()).orElseThrow();
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(new SignedInUser(person, ""), null, List.of())));
        try {
            Optional<WorkItem> task = task(pupil, step.task(), person);
            task.ifPresent(item -> does(item, step.answers(), person));
            return task.isPresent();
        } catch (InvalidInput | Conflict refused) {
            LOG.warn("Sample: {} of pupil {} was refused: {}", step.task(), pupil, refused.getMessage());
            return false;
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private Optional<WorkItem> task(String pupil, String kind, SignedIn person) {
        WorkFilter filter = new WorkFilter(
                View.AVAILABLE,
                Optional.of(kind),
                Optional.empty(),
                "",
                Optional.of(SampleSchools.firstUrn()),
                Optional.empty(),
                Optional.of(pupil));
        return list.page(filter, person, 1, 1).items().stream().findFirst();
    }

    private void does(WorkItem task, Map<String, String> answers, SignedIn person) {
        TaskDesk.Opened opened = desk.open(task.id(), person);
        Map<String, Object> given = new HashMap<>(opened.values());
        answers.forEach((field, answer) -> given.put(field, answer(answer, options(opened.form(), field))));
        desk.complete(task.id(), opened.item().version(), given, person, "page");
    }

    private Object answer(String written, List<String> options) {
        return switch (written) {
            case "first" -> options.stream().findFirst().orElse("");
            case "all" -> options;
            case "today" -> clock.wallTime().toLocalDate().toString();
            default -> written;
        };
    }

    private static List<String> options(FormDefinition form, String field) {
        return form.field(field).map(FormPart.Field::options).orElse(List.of()).stream()
                .map(FormPart.Option::value)
                .toList();
    }
}
