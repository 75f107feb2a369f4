package uk.daymark.leave;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.Cases;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Urn;
import uk.daymark.time.Dates;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.worklist.Description;
import uk.daymark.worklist.TaskDescriber;

/** Says on the work list what a task about leave is. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LeaveWords implements TaskDescriber {

    private static final String DECIDE = "decide-leave-request";

    private final LeaveStore requests;
    private final SuspicionStore suspicions;
    private final LeavePolicy policy;
    private final Cases cases;
    private final MessageSource words;

    LeaveWords(LeaveStore requests, SuspicionStore suspicions, LeavePolicy policy, Cases cases, MessageSource words) {
        this.requests = requests;
        this.suspicions = suspicions;
        this.policy = policy;
        this.cases = cases;
        this.words = words;
    }

    @Override
    public boolean describes(String model, String key) {
        return key.startsWith(LeaveStore.LETTER + "-");
    }

    /** Whom a matter is about. */
    private record About(Urn school, EnrolmentId enrolment, String pupilRef, String pupilName) {}

    @Override
    public Description describe(OpenedTask task) {
        About about = suspicions
                .find(task.key())
                .map(leave -> new About(leave.school(), leave.enrolment(), leave.pupilRef(), leave.pupilName()))
                .or(() -> requests.find(task.key())
                        .map(request -> new About(
                                request.school(), request.enrolment(), request.pupilRef(), request.pupilName())))
                .orElseThrow();
        Optional<String> caseRef =
                cases.openOf(about.enrolment()).map(CaseFile::ref).map(Object::toString);
        boolean asked = suspicions.find(task.key()).isEmpty();
        return new Description(
                about.school(),
                about.enrolment(),
                about.pupilRef(),
                about.pupilName(),
                caseRef,
                word("leave." + task.kind() + ".title", task.name() + ": " + about.pupilName(), about.pupilName()),
                because(task),
                word(asked ? "leave.would-change.asked" : "leave.would-change.taken", "", about.pupilName()),
                LeavePolicy.endOf(policy.after(
                                about.school(),
                                task.kind().equals(DECIDE) ? "leave.answer_within" : "leave.check_within"))
                        .toInstant(),
                0,
                Optional.empty());
    }

    /** What the rule that fired last says, else what was found. */
    private String because(OpenedTask task) {
        return Optional.ofNullable(task.variables().get("sentence"))
                .map(String::valueOf)
                .orElseGet(() -> suspicions
                        .find(task.key())
                        .map(leave -> "absent from "
                                + Dates.inWords(leave.days().from().date()) + " to "
                                + Dates.inWords(leave.days().to().date()) + "; no leave was given")
                        .orElse("leave was asked for"));
    }

    private String word(String key, String otherwise, String name) {
        return Optional.ofNullable(words.getMessage(key, new Object[] {name}, otherwise, Locale.UK))
                .orElse(otherwise);
    }
}
