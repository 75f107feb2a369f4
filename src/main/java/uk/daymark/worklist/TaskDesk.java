package uk.daymark.worklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.forms.FormDefinition;
import uk.daymark.forms.FormPart;
import uk.daymark.forms.Forms;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.time.Dates;
import uk.daymark.time.Turn;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;
import uk.daymark.workflow.CausedBy;
import uk.daymark.workflow.TaskGoneException;
import uk.daymark.workflow.Tasks;
import uk.daymark.worklist.TaskHandler.Fact;

/** Where a task is opened and done: the form, its check, what follows from it, all in one transaction. */
@Service
public class TaskDesk {

    /** The field in which decisions are explained. */
    private static final String REASON = "reason";

    private final WorkList list;
    private final WorkItems items;
    private final ObjectProvider<Tasks> tasks;
    private final ObjectProvider<Journal> journal;
    private final ObjectProvider<TaskHandler> handlers;
    private final Forms forms;
    private final Sayings sayings;
    private final Dates dates;
    private final Turn turn;
    private final TransactionTemplate transaction;

    TaskDesk(
            WorkList list,
            WorkItems items,
            ObjectProvider<Tasks> tasks,
            ObjectProvider<Journal> journal,
            ObjectProvider<TaskHandler> handlers,
            Forms forms,
            Sayings sayings,
            Dates dates,
            Turn turn,
            PlatformTransactionManager transactions) {
        this.list = list;
        this.items = items;
        this.tasks = tasks;
        this.journal = journal;
        this.handlers = handlers;
        this.forms = forms;
        this.sayings = sayings;
        this.dates = dates;
        this.turn = turn;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A task with all that is needed to do it.
     *
     * @param json the form's file as it was deployed with the model
     * @param values what the form is filled with when it is opened, by the field's key
     * @param facts what is known, to show above the form; none for somebody who neither may do the task nor sees cases
     */
    public record Opened(
            WorkItem item, String json, FormDefinition form, Map<String, Object> values, List<Fact> facts) {}

    /**
     * Opens a task to read or to do it, and records who looked.
     *
     * @throws NotFound where there is none, or it is not that person's to see
     * @throws Conflict where it has ended
     */
    public Opened open(String id, SignedIn person) {
        return transaction.execute(status -> {
            WorkItem item = list.find(id, person);
            list.open(item, person);
            String json = whileItIsThere(item, () -> tasks.getObject().form(id));
            Optional<TaskHandler> handler = handlerOf(item);
            TaskAbout about = item.forFeature();
            // Who neither does the task nor sees cases sees that it is there and why, not what is known about the
            // family.
            Optional<TaskHandler> telling =
                    handler.filter(feature -> list.mayDo(item, person) || person.may(Action.SEE_CASES));
            journal.getObject()
                    .looked(WorkList.subjectOf(item), "Task: " + item.about().title());
            return new Opened(
                    item,
                    json,
                    offering(forms.read(json), handler, about),
                    telling.map(feature -> feature.values(about)).orElse(Map.of()),
                    telling.map(feature -> feature.facts(about)).orElse(List.of()));
        });
    }

    /**
     * A question and what was answered.
     *
     * @param label the question
     * @param text the answer as people read it
     */
    public record Said(String label, String text) {}

    /**
     * Answers before they are confirmed.
     *
     * @param consequences what will happen, to whom and when
     */
    public record Rehearsed(List<Said> answers, List<Fact> consequences) {}

    /**
     * Checks answers by the form's own rules, says them in words with what will follow, and does nothing.
     *
     * @throws NotFound as {@link #complete} does
     * @throws InvalidInput as {@link #complete} does, for what the form itself refuses
     */
    public Rehearsed rehearse(Opened opened, Map<String, ?> given, SignedIn person) {
        WorkItem item = list.workable(opened.item().id(), person);
        Map<String, Object> fields = AnswerCheck.checked(forms, opened.form(), given, person);
        return new Rehearsed(
                Answers.each(opened.form(), fields, dates),
                transaction.execute(status -> handlerOf(item)
                        .map(feature -> feature.consequences(item.forFeature(), new Answer(person, fields)))
                        .orElse(List.of())));
    }

    /**
     * Checks that the task is still as the person saw it.
     *
     * @param version the version that the person saw
     * @throws Conflict where it changed since
     */
    public void asSeen(WorkItem item, long version) {
        if (item.version() != version) {
            throw new Conflict("This task has changed since you opened it. Look at it again.");
        }
    }

    /**
     * Does a task. When this returns, everything that follows from it is committed.
     *
     * @param version the version that the person saw
     * @param given the answers, by the field's key, as {@link Forms#check} takes them
     * @param source by which page or interface
     * @return the task as it was
     * @throws NotFound where there is none, or it is not that person's to see
     * @throws InvalidInput with pointers {@code /fields/key} in the form's order
     * @throws Conflict where it has ended, somebody else has it, or it changed since
     */
    public WorkItem complete(String id, long version, Map<String, ?> given, SignedIn person, String source) {
        try {
            return turn.alone(() -> doIt(id, version, given, person, source));
        } catch (ConcurrencyFailureException lost) {
            throw afterARace(id, person);
        }
    }

    private WorkItem doIt(String id, long version, Map<String, ?> given, SignedIn person, String source) {
        list.find(id, person);
        items.lock(id);
        WorkItem item = list.workable(id, person);
        list.open(item, person);
        list.notHeldByAnother(item, person);
        asSeen(item, version);
        FormDefinition form = offering(
                forms.read(whileItIsThere(item, () -> tasks.getObject().form(id))), handlerOf(item), item.forFeature());
        Map<String, Object> fields = AnswerCheck.checked(forms, form, given, person);
        if (item.assignee().isEmpty()) {
            list.claim(id, person);
        }
        Map<String, Object> variables = handlerOf(item)
                .map(feature -> feature.complete(item.forFeature(), new Answer(person, fields)))
                .orElseGet(() -> Answers.asVariables(form, fields));
        CausedBy done = list.record(Entry.of(
                        WorkList.subjectOf(item),
                        "TASK",
                        "Done: " + item.about().title(),
                        String.valueOf(fields.getOrDefault(REASON, "")))
                .changing("", Answers.inWords(form, fields, dates))
                .from(source));
        whileItIsThere(item, () -> {
            done.lead(() -> tasks.getObject().complete(id, variables));
            return "";
        });
        return item;
    }

    private static FormDefinition offering(FormDefinition form, Optional<TaskHandler> handler, TaskAbout about) {
        Map<String, List<FormPart.Option>> options = new LinkedHashMap<>();
        handler.map(feature -> feature.options(about))
                .orElse(Map.of())
                .forEach((key, choices) -> options.put(
                        key,
                        choices.stream()
                                .map(choice -> new FormPart.Option(choice.value(), choice.label()))
                                .toList()));
        return options.isEmpty() ? form : form.offering(options);
    }

    private Conflict afterARace(String id, SignedIn person) {
        WorkItem now = list.find(id, person);
        return new Conflict(
                now.isOpen()
                        ? "Somebody else changed something about this at the same moment. Try again."
                        : sayings.ended(now, person));
    }

    private static String whileItIsThere(WorkItem item, java.util.function.Supplier<String> what) {
        try {
            return what.get();
        } catch (TaskGoneException gone) {
            throw new Conflict("This task has just ended: " + item.about().title() + ".");
        }
    }

    private Optional<TaskHandler> handlerOf(WorkItem item) {
        return handlers.orderedStream()
                .filter(handler -> handler.handles(item.model(), item.kind()))
                .findFirst();
    }
}
