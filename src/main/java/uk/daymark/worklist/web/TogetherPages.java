package uk.daymark.worklist.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;
import uk.daymark.worklist.TaskGiving;
import uk.daymark.worklist.TaskLetters;
import uk.daymark.worklist.WorkItem;
import uk.daymark.worklist.WorkLimits;
import uk.daymark.worklist.WorkList;

/**
 * What can be done with several tasks at once: giving them to a colleague and printing their letters. Each is done by itself, by the
 * same rights as alone, and the page that comes back says which were not and why. Tasks are never completed together.
 */
@Controller
@RequestMapping("/tasks/together")
class TogetherPages {

    private static final String PICK = "pick";
    private static final String RESULT = "result";

    private final Access access;
    private final WorkList list;
    private final TaskGiving giving;
    private final WorkLimits limits;
    private final ObjectProvider<TaskLetters> letters;

    TogetherPages(
            Access access, WorkList list, TaskGiving giving, WorkLimits limits, ObjectProvider<TaskLetters> letters) {
        this.access = access;
        this.list = list;
        this.giving = giving;
        this.limits = limits;
        this.letters = letters;
    }

    /**
     * A task that was ticked.
     *
     * @param pick names it as it stood
     * @param why why nothing was done with it; empty text where something was, or is still to be
     */
    record Ticked(String pick, String title, String why) {}

    /**
     * What became of them.
     *
     * @param print the address at which letters are printed; empty text where there are none
     * @param query of the list that they were ticked on
     */
    record Result(String done, List<Ticked> notDone, String print, String query) {}

    @PostMapping
    ModelAndView ticked(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes after) {
        SignedIn person = access.require(Action.WORK_TASKS);
        Place place = Place.of(sent.toSingleValueMap());
        List<Pick> picks = Pick.of(Optional.ofNullable(sent.get(PICK)));
        if (picks.isEmpty() || picks.size() > limits.list().together()) {
            after.addFlashAttribute(
                    "problems",
                    Map.of(
                            "pick-1",
                            picks.isEmpty()
                                    ? "Tick at least one task"
                                    : "Tick at most " + limits.list().together() + " tasks"));
            return TaskPages.to("/tasks" + place.query());
        }
        if ("letters".equals(sent.getFirst("do"))) {
            access.require(Action.PRINT_LETTERS);
            after.addFlashAttribute(RESULT, letters(picks, place, person));
            return TaskPages.to("/tasks/together");
        }
        access.require(Action.ASSIGN_TASK);
        return giving(picks, place, person, Map.of());
    }

    /** What became of the ticked tasks, once; the list where that was shown already. */
    @GetMapping
    ModelAndView result(Model model) {
        access.require(Action.WORK_TASKS);
        return model.containsAttribute(RESULT) ? new ModelAndView("worklist/together-done") : TaskPages.to("/tasks");
    }

    @PostMapping("/give")
    ModelAndView give(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes after) {
        SignedIn person = access.require(Action.ASSIGN_TASK);
        Place place = Place.of(sent.toSingleValueMap());
        List<Pick> picks = Pick.of(Optional.ofNullable(sent.get(PICK)));
        String assignee =
                Optional.ofNullable(sent.getFirst("assignee")).orElse("").strip();
        if (picks.isEmpty() || picks.size() > limits.list().together()) {
            return giving(picks, place, person, Map.of("pick-1", "Tick at least one task"));
        }
        if (assignee.isEmpty()) {
            return giving(picks, place, person, Map.of("assignee", "Select who does these tasks"));
        }
        List<Ticked> notDone = new ArrayList<>();
        for (Pick pick : picks) {
            String why = given(pick, assignee, person);
            if (!why.isEmpty()) {
                notDone.add(ticked(pick, why, person));
            }
        }
        int done = picks.size() - notDone.size();
        after.addFlashAttribute(
                RESULT,
                new Result("Done: " + done + ". Not done: " + notDone.size() + ".", notDone, "", place.query()));
        return TaskPages.to("/tasks/together");
    }

    /** Why it could not be given; empty text where it was. */
    private String given(Pick pick, String assignee, SignedIn person) {
        try {
            giving.assign(pick.id(), pick.version(), Optional.of(assignee), person);
            return "";
        } catch (InvalidInput refused) {
            return refused.faults().get(0).message();
        } catch (Conflict | NotFound refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private Result letters(List<Pick> picks, Place place, SignedIn person) {
        List<String> refs = new ArrayList<>();
        List<Ticked> notDone = new ArrayList<>();
        Optional<TaskLetters> known = letters.stream().findFirst();
        for (Pick pick : picks) {
            List<String> found = find(pick, person)
                    .filter(WorkItem::isOpen)
                    .flatMap(item -> known.map(one -> one.printable(item.forFeature(), person)))
                    .orElse(List.of());
            refs.addAll(found);
            if (found.isEmpty()) {
                notDone.add(ticked(pick, "It is about no letter that you can print now.", person));
            }
        }
        List<String> distinct = refs.stream().distinct().toList();
        return new Result(
                "Letters to print: " + distinct.size() + ". Tasks without one: " + notDone.size() + ".",
                notDone,
                distinct.isEmpty()
                        ? ""
                        : known.map(one -> one.address(distinct)).orElse(""),
                place.query());
    }

    private ModelAndView giving(List<Pick> picks, Place place, SignedIn person, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("worklist/together");
        page.addObject(
                "ticked", picks.stream().map(pick -> ticked(pick, "", person)).toList());
        Map<String, String> colleagues = new LinkedHashMap<>();
        colleagues.put("", "Choose a colleague");
        Map<String, WorkItem> oneOfEach = new LinkedHashMap<>();
        picks.stream()
                .flatMap(pick -> find(pick, person).stream())
                .forEach(item ->
                        oneOfEach.putIfAbsent(item.group() + item.school().value(), item));
        oneOfEach.values().stream()
                .flatMap(item -> list.whoCould(item).stream())
                .forEach(one -> colleagues.put(
                        one.userName(), one.displayName() + ", " + one.role().title()));
        page.addObject("colleagues", colleagues);
        page.addObject("place", place);
        page.addObject("errors", errors);
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        return page;
    }

    private Ticked ticked(Pick pick, String why, SignedIn person) {
        Optional<WorkItem> item = find(pick, person);
        return new Ticked(
                item.filter(WorkItem::isOpen).map(Pick::of).orElse(pick.id() + ":" + pick.version()),
                item.map(one -> one.about().title()).orElse("A task that is not there any more"),
                why);
    }

    private Optional<WorkItem> find(Pick pick, SignedIn person) {
        try {
            return Optional.of(list.find(pick.id(), person));
        } catch (NotFound gone) {
            return Optional.empty();
        }
    }
}
