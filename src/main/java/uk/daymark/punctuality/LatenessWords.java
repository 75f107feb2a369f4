package uk.daymark.punctuality;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.Cases;
import uk.daymark.people.Enrolment;
import uk.daymark.people.Pupil;
import uk.daymark.people.Pupils;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.worklist.Description;
import uk.daymark.worklist.TaskDescriber;

/** Says on the work list what a task about lateness is. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LatenessWords implements TaskDescriber {

    private final LatenessConcerns concerns;
    private final LateCount count;
    private final Pupils pupils;
    private final Cases cases;
    private final MessageSource words;

    LatenessWords(LatenessConcerns concerns, LateCount count, Pupils pupils, Cases cases, MessageSource words) {
        this.concerns = concerns;
        this.count = count;
        this.pupils = pupils;
        this.cases = cases;
        this.words = words;
    }

    @Override
    public boolean describes(String model, String key) {
        return model.equals(Lateness.MODEL) || key.startsWith(LatenessConcerns.LETTER + "-");
    }

    @Override
    public Description describe(OpenedTask task) {
        LatenessConcern concern = concerns.latest(task.key()).orElseThrow();
        Enrolment enrolment = count.on(concern.enrolment());
        String name = pupils.find(enrolment.pupil())
                .map(Pupil::details)
                .map(Pupil.Details::name)
                .orElse("");
        Optional<String> caseRef =
                cases.openOf(concern.enrolment()).map(CaseFile::ref).map(Object::toString);
        Object sentence = task.variables().getOrDefault("sentence", concern.sentence());
        return new Description(
                enrolment.school(),
                enrolment.id(),
                enrolment.pupilRef(),
                name,
                caseRef,
                word("lateness." + task.kind() + ".title", task.name() + ": " + name, name),
                String.valueOf(sentence),
                word("lateness.would-change", "", name),
                LateCount.endOf(count.after(concern.enrolment(), "lateness.tasks_within"))
                        .toInstant(),
                0,
                Optional.empty());
    }

    private String word(String key, String otherwise, String name) {
        return Optional.ofNullable(words.getMessage(key, new Object[] {name}, otherwise, Locale.UK))
                .orElse(otherwise);
    }
}
