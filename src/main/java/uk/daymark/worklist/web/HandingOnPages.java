package uk.daymark.worklist.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.forms.FieldKind;
import uk.daymark.forms.FormDefinition;
import uk.daymark.forms.FormPage;
import uk.daymark.forms.FormPart.Field;
import uk.daymark.forms.FormPart.Rules;
import uk.daymark.forms.Forms;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.TaskGiving;
import uk.daymark.worklist.WorkItem;
import uk.daymark.worklist.WorkList;

/** Giving a task to a colleague, and putting one off. */
@Controller
@RequestMapping("/tasks/{id}")
class HandingOnPages {

    private static final String REASON = "reason";
    private static final String UNTIL = "until";

    /** The page's own questions, checked as those of the forms are. */
    private static final FormDefinition POSTPONING = new FormDefinition(
            "postpone",
            List.of(
                    question(
                            UNTIL,
                            FieldKind.DATE,
                            "Day on which it comes back",
                            "A day after today, for example 22 Sep 2025"),
                    question(
                            REASON,
                            FieldKind.TEXT_AREA,
                            "Why it waits",
                            "For example: the family is away until then. Kept for good, with your name and the time")),
            false);

    private final Access access;
    private final WorkList list;
    private final TaskGiving giving;
    private final Forms forms;

    HandingOnPages(Access access, WorkList list, TaskGiving giving, Forms forms) {
        this.access = access;
        this.list = list;
        this.giving = giving;
        this.forms = forms;
    }

    @GetMapping("/postpone")
    ModelAndView postponing(@PathVariable String id, @RequestParam Map<String, String> asked) {
        SignedIn person = access.require(Action.WORK_TASKS);
        return postponing(list.find(id, person), Place.of(asked), Map.of(), Map.of());
    }

    @PostMapping("/postpone")
    ModelAndView postpone(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes after) {
        SignedIn person = access.require(Action.WORK_TASKS);
        Place place = Place.of(sent.toSingleValueMap());
        WorkItem item = list.find(id, person);
        Map<String, Object> typed = FormPage.typed(POSTPONING, sent);
        Forms.Checked checked = forms.check(POSTPONING, typed);
        Map<String, String> errors = new LinkedHashMap<>(checked.errors());
        if (errors.isEmpty()) {
            try {
                list.postpone(
                        id,
                        String.valueOf(checked.fields().get(REASON)),
                        LocalDate.parse(String.valueOf(checked.fields().get(UNTIL))),
                        person);
            } catch (InvalidInput refused) {
                refused.faults().forEach(fault -> errors.put(fault.pointer().substring(1), fault.message()));
            } catch (Conflict refused) {
                after.addFlashAttribute("refused", refused.getMessage());
                return TaskPages.to("/tasks/" + id + place.query());
            }
        }
        if (!errors.isEmpty()) {
            return postponing(item, place, typed, FormPage.errors(errors));
        }
        after.addFlashAttribute("said", "Postponed: " + item.about().title());
        return TaskPages.to("/tasks" + place.query());
    }

    @GetMapping("/assign")
    ModelAndView assigning(@PathVariable String id, @RequestParam Map<String, String> asked) {
        SignedIn person = access.require(Action.ASSIGN_TASK);
        WorkItem item = list.find(id, person);
        return assigning(item, Place.of(asked), item.assignee().orElse(""), Map.of());
    }

    @PostMapping("/assign")
    ModelAndView assign(@PathVariable String id, @RequestParam Map<String, String> sent, RedirectAttributes after) {
        SignedIn person = access.require(Action.ASSIGN_TASK);
        Place place = Place.of(sent);
        WorkItem item = list.find(id, person);
        String assignee = sent.getOrDefault("assignee", "").strip();
        try {
            giving.assign(id, Optional.of(assignee).filter(user -> !user.isEmpty()), person);
        } catch (InvalidInput refused) {
            return assigning(item, place, assignee, Map.of("assignee", "Select somebody who can do this task"));
        } catch (Conflict refused) {
            after.addFlashAttribute("refused", refused.getMessage());
            return TaskPages.to("/tasks/" + id + place.query());
        }
        after.addFlashAttribute(
                "said",
                list.find(id, person).assignee().isPresent()
                        ? "The task has a new owner"
                        : "The task is free for anybody");
        return TaskPages.to("/tasks/" + id + place.query());
    }

    private static ModelAndView postponing(
            WorkItem item, Place place, Map<String, Object> typed, Map<String, String> errors) {
        ModelAndView page = page("worklist/postpone", item, place, errors);
        page.addObject("lines", FormPage.lines(POSTPONING, typed));
        return page;
    }

    private ModelAndView assigning(WorkItem item, Place place, String chosen, Map<String, String> errors) {
        ModelAndView page = page("worklist/assign", item, place, errors);
        Map<String, String> colleagues = new LinkedHashMap<>();
        colleagues.put("", "Nobody in particular");
        list.whoCould(item)
                .forEach(person -> colleagues.put(
                        person.userName(),
                        person.displayName() + ", " + person.role().title()));
        page.addObject("colleagues", colleagues);
        page.addObject("chosen", chosen);
        return page;
    }

    private static ModelAndView page(String template, WorkItem item, Place place, Map<String, String> errors) {
        ModelAndView page = new ModelAndView(template);
        page.addObject("item", item);
        page.addObject("errors", errors);
        page.addObject("here", "/tasks/" + item.id());
        page.addObject("query", place.query());
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        return page;
    }

    private static Field question(String key, FieldKind kind, String label, String hint) {
        return new Field(
                key,
                kind,
                label,
                hint,
                "",
                List.of(),
                new Rules(true, 0, WorkList.LONGEST_REASON, 0, 0, Optional.empty()),
                Optional.empty());
    }
}
