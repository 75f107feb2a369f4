package uk.daymark.worklist.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
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
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.SavedView;
import uk.daymark.worklist.SavedViews;

/** Lists of tasks kept under a name: saving one, renaming, sharing and deleting it. */
@Controller
@RequestMapping("/tasks/views")
class SavedViewPages {

    private static final String TITLE = "title";

    private final Access access;
    private final SavedViews views;

    SavedViewPages(Access access, SavedViews views) {
        this.access = access;
        this.views = views;
    }

    @GetMapping
    ModelAndView views(@RequestParam Map<String, String> asked) {
        SignedIn person = access.require(Action.KEEP_VIEWS);
        return page(Place.of(asked), "", false, person, Map.of());
    }

    @PostMapping
    ModelAndView save(@RequestParam Map<String, String> sent, RedirectAttributes after) {
        SignedIn person = access.require(Action.KEEP_VIEWS);
        Place place = Place.of(sent).kept();
        String title = sent.getOrDefault(TITLE, "");
        boolean shared = sent.containsKey("shared");
        try {
            views.save(title, place.query(), shared, person);
        } catch (InvalidInput refused) {
            return page(place, title, shared, person, errors(refused));
        }
        after.addFlashAttribute("said", "Saved: " + title.strip());
        return TaskPages.to("/tasks" + place.query());
    }

    @GetMapping("/{id}")
    ModelAndView changing(@PathVariable long id) {
        SignedIn person = access.require(Action.KEEP_VIEWS);
        SavedView view = views.toChange(id, person);
        return changing(view, view.title(), view.shared(), person, Map.of());
    }

    @PostMapping("/{id}")
    ModelAndView change(@PathVariable long id, @RequestParam Map<String, String> sent, RedirectAttributes after) {
        SignedIn person = access.require(Action.KEEP_VIEWS);
        SavedView view = views.toChange(id, person);
        String title = sent.getOrDefault(TITLE, "");
        boolean shared = sent.containsKey("shared");
        try {
            views.change(id, title, shared, person);
        } catch (InvalidInput refused) {
            return changing(view, title, shared, person, errors(refused));
        }
        after.addFlashAttribute("said", "Saved: " + title.strip());
        return TaskPages.to("/tasks/views");
    }

    @GetMapping("/{id}/delete")
    ModelAndView deleting(@PathVariable long id) {
        SignedIn person = access.require(Action.KEEP_VIEWS);
        ModelAndView page = new ModelAndView("worklist/view-delete");
        page.addObject("view", views.toChange(id, person));
        return page;
    }

    @PostMapping("/{id}/delete")
    ModelAndView delete(@PathVariable long id, RedirectAttributes after) {
        SavedView gone = views.delete(id, access.require(Action.KEEP_VIEWS));
        after.addFlashAttribute("said", "Deleted: " + gone.title());
        return TaskPages.to("/tasks/views");
    }

    private ModelAndView page(Place place, String title, boolean shared, SignedIn person, Map<String, String> errors) {
        ModelAndView page = form("worklist/views", title, shared, person, errors);
        page.addObject("place", place.kept());
        page.addObject("back", "/tasks" + place.query());
        List<SavedView> all = views.of(person);
        page.addObject("views", all);
        page.addObject(
                "changeable",
                all.stream()
                        .filter(view -> views.mayChange(view, person))
                        .map(SavedView::id)
                        .toList());
        return page;
    }

    private ModelAndView changing(
            SavedView view, String title, boolean shared, SignedIn person, Map<String, String> errors) {
        ModelAndView page = form("worklist/view", title, shared, person, errors);
        page.addObject("view", view);
        return page;
    }

    private ModelAndView form(
            String template, String title, boolean shared, SignedIn person, Map<String, String> errors) {
        ModelAndView page = new ModelAndView(template);
        page.addObject("named", title);
        page.addObject("shared", shared);
        page.addObject("mayShare", views.mayShare(person));
        page.addObject("errors", errors);
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        return page;
    }

    private static Map<String, String> errors(InvalidInput refused) {
        Map<String, String> errors = new LinkedHashMap<>();
        refused.faults().forEach(fault -> errors.put(fault.pointer().substring(1), fault.message()));
        return errors;
    }
}
