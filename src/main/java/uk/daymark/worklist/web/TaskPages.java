package uk.daymark.worklist.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.forms.FormPage;
import uk.daymark.time.Dates;
import uk.daymark.web.Conflict;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.OwnPage;
import uk.daymark.worklist.Sayings;
import uk.daymark.worklist.TaskDesk;
import uk.daymark.worklist.WorkFilter.View;
import uk.daymark.worklist.WorkItem;
import uk.daymark.worklist.WorkList;

/** One task: what is known, the form to fill in, and what became of it. */
@Controller
@RequestMapping("/tasks/{id}")
class TaskPages {

    private static final String FIELDS = "/fields/";
    private static final int LOOKED_THROUGH = 50;

    private final Access access;
    private final WorkList list;
    private final TaskDesk desk;
    private final ObjectProvider<OwnPage> ownPages;
    private final Sayings sayings;
    private final Dates dates;
    private final Clock clock;

    TaskPages(
            Access access,
            WorkList list,
            TaskDesk desk,
            ObjectProvider<OwnPage> ownPages,
            Sayings sayings,
            Dates dates,
            Clock clock) {
        this.access = access;
        this.list = list;
        this.desk = desk;
        this.ownPages = ownPages;
        this.sayings = sayings;
        this.dates = dates;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView task(@PathVariable String id, @RequestParam Map<String, String> asked) {
        SignedIn person = access.require(Action.SEE_TASKS);
        Place place = Place.of(asked);
        WorkItem item = list.find(id, person);
        if (!item.isOpen()) {
            return ended(item, place, person, List.of());
        }
        TaskDesk.Opened opened = desk.open(id, person);
        return form(opened, place, person, opened.values(), Map.of(), "");
    }

    @PostMapping
    ModelAndView save(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes after) {
        SignedIn person = access.require(Action.WORK_TASKS);
        Place place = Place.of(sent.toSingleValueMap());
        WorkItem item = list.find(id, person);
        if (!item.isOpen()) {
            return ended(item, place, person, Typed.of(sent));
        }
        TaskDesk.Opened opened;
        try {
            opened = desk.open(id, person);
        } catch (Conflict justEnded) {
            return ended(list.find(id, person), place, person, Typed.of(sent));
        }
        Map<String, Object> typed = FormPage.typed(opened.form(), sent);
        if (sent.containsKey("change")) {
            return form(opened, place, person, typed, Map.of(), "").addObject("version", version(sent));
        }
        try {
            desk.asSeen(opened.item(), version(sent));
            if (opened.form().confirmed() && !sent.containsKey("confirmed")) {
                return toConfirm(opened, desk.rehearse(opened, typed, person), place, sent);
            }
            desk.complete(id, version(sent), typed, person, "page");
        } catch (InvalidInput refused) {
            return form(opened, place, person, typed, errors(refused.faults()), "");
        } catch (Conflict refused) {
            WorkItem now = list.find(id, person);
            return now.isOpen()
                    ? form(
                            opened(id, person, opened),
                            place,
                            person,
                            typed,
                            Map.of(),
                            String.valueOf(refused.getMessage()))
                    : ended(now, place, person, Typed.of(sent));
        }
        after.addFlashAttribute("said", "Saved: " + item.about().title());
        return to(next(id, place, person));
    }

    private ModelAndView toConfirm(
            TaskDesk.Opened opened, TaskDesk.Rehearsed said, Place place, MultiValueMap<String, String> sent) {
        ModelAndView page = new ModelAndView("worklist/confirm");
        page.addObject("item", opened.item());
        page.addObject("answers", said.answers());
        page.addObject("consequences", said.consequences());
        page.addObject("version", version(sent));
        page.addObject("sent", Typed.asSent(sent));
        page.addObject("here", "/tasks/" + opened.item().id());
        page.addObject("query", place.query());
        return page;
    }

    /** As the task stands by now; as it stood where it has just ended. */
    private TaskDesk.Opened opened(String id, SignedIn person, TaskDesk.Opened before) {
        try {
            return desk.open(id, person);
        } catch (Conflict justEnded) {
            return before;
        }
    }

    @PostMapping("/claim")
    ModelAndView claim(@PathVariable String id, @RequestParam Map<String, String> sent, RedirectAttributes after) {
        SignedIn person = access.require(Action.WORK_TASKS);
        try {
            list.claim(id, person);
            after.addFlashAttribute("said", "This task is yours now");
        } catch (Conflict refused) {
            after.addFlashAttribute("refused", refused.getMessage());
            after.addFlashAttribute("nextTask", next(id, Place.of(sent), person));
        }
        return to("/tasks/" + id + Place.of(sent).query());
    }

    @PostMapping("/release")
    ModelAndView release(@PathVariable String id, @RequestParam Map<String, String> sent, RedirectAttributes after) {
        SignedIn person = access.require(Action.WORK_TASKS);
        try {
            list.release(id, person);
        } catch (Conflict refused) {
            after.addFlashAttribute("refused", refused.getMessage());
            return to("/tasks/" + id + Place.of(sent).query());
        }
        after.addFlashAttribute(
                "said", "Put back for others: " + list.find(id, person).about().title());
        return to("/tasks" + Place.of(sent).query());
    }

    private ModelAndView form(
            TaskDesk.Opened opened,
            Place place,
            SignedIn person,
            Map<String, ?> values,
            Map<String, String> errors,
            String conflict) {
        WorkItem item = opened.item();
        boolean mine = item.assignee().filter(person.userName()::equals).isPresent();
        boolean free = item.assignee().isEmpty();
        boolean mayDo = list.mayDo(item, person);
        ModelAndView page = new ModelAndView("worklist/task");
        page.addObject("item", item);
        page.addObject("version", item.version());
        page.addObject("facts", opened.facts());
        page.addObject("known", known(item, person));
        page.addObject("lines", FormPage.lines(opened.form(), values));
        page.addObject("errors", errors);
        page.addObject("conflict", conflict);
        // What was typed and refused is never lost, wherever it came from.
        page.addObject("own", errors.isEmpty() && conflict.isEmpty() ? ownPage(item, person) : null);
        page.addObject("mine", mine);
        page.addObject("free", free);
        page.addObject("mayFill", mayDo && (mine || free));
        page.addObject("mayDo", mayDo);
        page.addObject("mayAssign", person.may(Action.ASSIGN_TASK));
        page.addObject("held", free || mine ? "" : sayings.held(item, person));
        page.addObject("mayOpenPupil", person.may(Action.SEE_ATTENDANCE));
        page.addObject("mayOpenCase", person.may(Action.SEE_CASES));
        page.addObject("here", "/tasks/" + item.id());
        page.addObject("query", place.query());
        page.addObject("back", place.back());
        if (!conflict.isEmpty()) {
            page.setStatus(HttpStatus.CONFLICT);
        } else if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        return page;
    }

    private OwnPage.@Nullable Way ownPage(WorkItem item, SignedIn person) {
        return ownPages.stream()
                .flatMap(pages -> pages.wayTo(item, person).stream())
                .findFirst()
                .orElse(null);
    }

    private Map<String, String> known(WorkItem item, SignedIn person) {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("Why now", item.about().why());
        known.put(
                "Due",
                TaskRow.due(item.about().dueAt(), dates, clock.instant())
                        + (item.about().dueAt().isBefore(clock.instant()) ? " (overdue)" : ""));
        if (!item.about().whatWouldChangeThis().isBlank()) {
            known.put("What would change this", item.about().whatWouldChangeThis());
        }
        if (item.isPostponed(clock.instant())) {
            known.put("Postponed", sayings.postponed(item));
        }
        known.put("Who has it", item.assignee().isEmpty() ? "Nobody yet" : sayings.held(item, person));
        return known;
    }

    private ModelAndView ended(WorkItem item, Place place, SignedIn person, List<Typed> typed) {
        ModelAndView page = new ModelAndView("worklist/task-ended");
        page.addObject("item", item);
        page.addObject("ended", sayings.ended(item, person));
        page.addObject("typed", typed);
        page.addObject("next", next(item.id(), place, person));
        page.addObject("back", place.back());
        if (!typed.isEmpty()) {
            page.setStatus(HttpStatus.CONFLICT);
        }
        return page;
    }

    /** The page that led here; else the first task of the same list that this person can do now; the list itself where there is none. */
    private String next(String id, Place place, SignedIn person) {
        if (!place.from().isEmpty()) {
            return place.from() + "?done=" + id;
        }
        Place first = place.onPage(1);
        return list.page(first.filter(View.AVAILABLE), first.order(), person, 1, LOOKED_THROUGH).items().stream()
                .filter(item -> !item.id().equals(id) && list.mayDo(item, person))
                .filter(item -> item.assignee().map(person.userName()::equals).orElse(true))
                .findFirst()
                .map(item -> "/tasks/" + item.id() + first.query())
                .orElse("/tasks" + first.query());
    }

    private static Map<String, String> errors(List<Fault> faults) {
        Map<String, String> byKey = new LinkedHashMap<>();
        faults.forEach(fault -> byKey.put(
                fault.pointer().startsWith(FIELDS)
                        ? fault.pointer()
                                .substring(FIELDS.length())
                                .replace("~1", "/")
                                .replace("~0", "~")
                        : fault.pointer(),
                fault.message()));
        return FormPage.errors(byKey);
    }

    private static long version(MultiValueMap<String, String> sent) {
        return Optional.ofNullable(sent.getFirst("version"))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    static ModelAndView to(String address) {
        RedirectView view = new RedirectView(address, true);
        // The address is written in full already.
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }
}
