package uk.daymark.firstday.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.firstday.CallQueue;
import uk.daymark.firstday.ContactRounds;
import uk.daymark.forms.FormPage;
import uk.daymark.people.Scopes;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;
import uk.daymark.worklist.TaskDesk;
import uk.daymark.worklist.WorkItem;
import uk.daymark.worklist.WorkList;

/** Ringing families one after another: each saved answer opens the next call. */
@Controller
@RequestMapping("/calls")
class CallPages {

    private static final String THOUGHT_IN_SCHOOL = "missing-child";
    private static final String MESSAGE = "send-message";
    private static final int MOST_PASSED = 50;

    private final Access access;
    private final Scopes scopes;
    private final WorkList list;
    private final TaskDesk desk;
    private final CallQueue queue;
    private final ContactRounds rounds;
    private final CallViews views;

    CallPages(
            Access access,
            Scopes scopes,
            WorkList list,
            TaskDesk desk,
            CallQueue queue,
            ContactRounds rounds,
            CallViews views) {
        this.access = access;
        this.scopes = scopes;
        this.list = list;
        this.desk = desk;
        this.queue = queue;
        this.rounds = rounds;
        this.views = views;
    }

    @GetMapping
    ModelAndView calls() {
        SignedIn person = access.require(Action.RING_FAMILIES);
        return views.start(person, scopes.of(person));
    }

    @PostMapping("/next")
    ModelAndView next(@RequestParam(defaultValue = "") String passed) {
        return nextCall(access.require(Action.RING_FAMILIES), passed(passed));
    }

    @GetMapping("/{id}")
    ModelAndView call(@PathVariable String id, @RequestParam(defaultValue = "") String passed) {
        SignedIn person = access.require(Action.RING_FAMILIES);
        WorkItem item = find(id, person);
        if (!item.isOpen() || !isMine(item, person)) {
            return views.notOpen(item, person, passed(passed), Map.of());
        }
        TaskDesk.Opened opened = desk.open(id, person);
        return views.call(opened, person, passed(passed), opened.values(), Map.of(), "");
    }

    @PostMapping("/{id}/start")
    ModelAndView start(@PathVariable String id, RedirectAttributes after) {
        SignedIn person = access.require(Action.RING_FAMILIES);
        find(id, person);
        try {
            queue.open(id, person);
        } catch (Conflict refused) {
            after.addFlashAttribute("refused", refused.getMessage());
        }
        return to("/calls/" + id);
    }

    @PostMapping("/{id}")
    ModelAndView save(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String passed,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes after) {
        SignedIn person = access.require(Action.RING_FAMILIES);
        WorkItem item = find(id, person);
        TaskDesk.Opened opened;
        try {
            opened = desk.open(id, person);
        } catch (Conflict over) {
            return views.notOpen(find(id, person), person, passed(passed), sent);
        }
        Map<String, Object> typed = FormPage.typed(opened.form(), sent);
        try {
            desk.complete(id, version(sent), typed, person, "calls");
        } catch (InvalidInput refused) {
            return views.call(opened, person, passed(passed), typed, CallViews.errors(refused.faults()), "");
        } catch (Conflict refused) {
            WorkItem now = find(id, person);
            return now.isOpen() && isMine(now, person)
                    ? views.call(opened, person, passed(passed), typed, Map.of(), String.valueOf(refused.getMessage()))
                    : views.notOpen(now, person, passed(passed), sent);
        }
        return after(item, person, passed(passed), after);
    }

    /** What follows at once: the search for a pupil, else the next person of this household, else the next household. */
    private ModelAndView after(WorkItem item, SignedIn person, List<String> passed, RedirectAttributes after) {
        String round = item.key();
        rounds.find(round, scopes.of(person)).ifPresent(shown -> {
            after.addFlashAttribute(
                    "saved", shown.undoWords().isEmpty() ? item.about().title() : shown.undoWords());
            shown.undo().ifPresent(call -> after.addFlashAttribute("undo", new Undo(round, call)));
        });
        Optional<WorkItem> missing = queue.of(round, THOUGHT_IN_SCHOOL, person);
        if (missing.isPresent()) {
            after.addFlashAttribute(
                    "said",
                    "Saved. Nobody knows where " + item.about().pupilName()
                            + " is: tell the attendance lead now, in person. The search begins here.");
            return to("/tasks/" + missing.get().id() + "?from=/calls");
        }
        queue.of(round, MESSAGE, person)
                .ifPresent(message -> after.addFlashAttribute("message", "/tasks/" + message.id() + "?from=/calls"));
        return queue.nextOf(round, person)
                .map(next -> to("/calls/" + next + query(passed)))
                .orElseGet(() -> nextCall(person, passed));
    }

    /**
     * A call that can be undone.
     *
     * @param round the reference of its round
     * @param call its number
     */
    record Undo(String round, long call) {}

    @PostMapping("/{id}/skip")
    ModelAndView skip(@PathVariable String id, @RequestParam(defaultValue = "") String passed) {
        SignedIn person = access.require(Action.RING_FAMILIES);
        release(id, person);
        List<String> more = new ArrayList<>(passed(passed));
        more.add(id);
        return nextCall(person, more);
    }

    @PostMapping("/{id}/stop")
    ModelAndView stop(@PathVariable String id, RedirectAttributes after) {
        boolean free = release(id, access.require(Action.RING_FAMILIES));
        after.addFlashAttribute("said", "You have stopped." + (free ? " The call is free for others." : ""));
        return to("/calls");
    }

    /** Whether the call is free for others now; one that the person was given for good stays theirs. */
    private boolean release(String id, SignedIn person) {
        find(id, person);
        try {
            return list.releaseHeld(id, person);
        } catch (Conflict busy) {
            // It is being changed just now. It is freed when its time is over.
            return false;
        }
    }

    private ModelAndView nextCall(SignedIn person, List<String> passed) {
        return queue.next(person, passed)
                .map(id -> to("/calls/" + id + query(passed)))
                .orElseGet(() -> to("/calls"));
    }

    private WorkItem find(String id, SignedIn person) {
        WorkItem item = list.find(id, person);
        if (!queue.isCall(item)) {
            throw new NotFound("There is no such call at your school. Start from the list of calls.");
        }
        return item;
    }

    private static boolean isMine(WorkItem item, SignedIn person) {
        return item.assignee().filter(person.userName()::equals).isPresent();
    }

    private static long version(MultiValueMap<String, String> sent) {
        return Optional.ofNullable(sent.getFirst("version"))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    /** The calls that were skipped last, as they stand in the address. */
    private static List<String> passed(String sent) {
        List<String> all = Arrays.stream(sent.split("\\."))
                .filter(id -> id.matches("[A-Za-z0-9-]{1,64}"))
                .distinct()
                .toList();
        return all.subList(Math.max(0, all.size() - MOST_PASSED), all.size());
    }

    private static String query(List<String> passed) {
        return passed.isEmpty() ? "" : passed.stream().collect(Collectors.joining(".", "?passed=", ""));
    }

    private static ModelAndView to(String address) {
        return new ModelAndView("redirect:" + address);
    }
}
