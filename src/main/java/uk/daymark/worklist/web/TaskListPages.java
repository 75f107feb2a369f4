package uk.daymark.worklist.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Scopes;
import uk.daymark.time.Dates;
import uk.daymark.worklist.FilterChoices;
import uk.daymark.worklist.HeadOfList;
import uk.daymark.worklist.Sayings;
import uk.daymark.worklist.WorkFilter;
import uk.daymark.worklist.WorkFilter.View;
import uk.daymark.worklist.WorkItem;
import uk.daymark.worklist.WorkLimits;
import uk.daymark.worklist.WorkList;
import uk.daymark.worklist.WorkOrder;
import uk.daymark.worklist.web.Narrowed.Choices;

/** The work list for people. */
@Controller
@RequestMapping("/tasks")
class TaskListPages {

    private static final Map<View, String> HEADINGS = Map.of(
            View.MINE, "Your tasks",
            View.AVAILABLE, "Tasks not taken",
            View.STANDING, "Everyone's tasks",
            View.POSTPONED, "Postponed tasks");

    private final Access access;
    private final WorkList list;
    private final FilterChoices choices;
    private final WorkLimits limits;
    private final ObjectProvider<HeadOfList> heads;
    private final ListTools tools;
    private final Sayings sayings;
    private final Scopes scopes;
    private final Schools schools;
    private final Dates dates;
    private final Clock clock;

    TaskListPages(
            Access access,
            WorkList list,
            FilterChoices choices,
            WorkLimits limits,
            ObjectProvider<HeadOfList> heads,
            ListTools tools,
            Sayings sayings,
            Scopes scopes,
            Schools schools,
            Dates dates,
            Clock clock) {
        this.access = access;
        this.list = list;
        this.choices = choices;
        this.limits = limits;
        this.heads = heads;
        this.tools = tools;
        this.sayings = sayings;
        this.scopes = scopes;
        this.schools = schools;
        this.dates = dates;
        this.clock = clock;
    }

    /** A list or a way to show it that can be chosen. */
    record Tab(String title, String address, boolean open) {}

    @GetMapping
    ModelAndView list(@RequestParam Map<String, String> asked) {
        SignedIn person = access.require(Action.SEE_TASKS);
        Map<View, Long> counts = counts(person);
        Place asks = Place.of(asked);
        View view = asks.view().orElseGet(() -> first(person, counts));
        Place wanted = asks.in(view);
        WorkFilter filter = wanted.filter(view);
        int size = wanted.size(limits.list().pageSizes());
        long total = list.count(filter, person);
        int last = (int) Math.max(1, (total + size - 1) / size);
        Place place = wanted.onPage(Math.min(asks.page(), last));
        List<WorkItem> items =
                list.page(filter, place.order(), person, place.page(), size).items();
        ModelAndView model = new ModelAndView("worklist/tasks");
        tools.add(model, place, asked.containsKey("ticked"), person);
        model.addObject("heading", HEADINGS.get(view));
        model.addObject("total", total);
        model.addObject("tabs", tabs(person, counts, view));
        addTables(model, items, place, person);
        addFilter(model, place, view, person);
        model.addObject("view", Place.name(view));
        model.addObject("viewOf", view.name());
        model.addObject("available", counts.getOrDefault(View.AVAILABLE, 0L));
        model.addObject("showing", showing(place.page(), size, total));
        model.addObject("sizes", total > limits.list().pageSizes().get(0) ? sizes(place, size) : List.of());
        model.addObject("page", place.page());
        model.addObject("last", last);
        String query = place.onPage(1).query();
        model.addObject("pages", "/tasks" + query + (query.isEmpty() ? "?" : "&") + "page=");
        model.addObject(
                "heads",
                heads.orderedStream().flatMap(one -> one.head(person).stream()).toList());
        Map<String, String> names = new LinkedHashMap<>();
        for (School school : schools.in(scopes.of(person))) {
            names.put(school.urn().value(), school.name());
        }
        model.addObject("schoolNames", names);
        model.addObject("noSchool", names.isEmpty());
        return model;
    }

    /** What comes before everything stands on top whatever the list shows; the rest in groups, or sorted in one table. */
    private void addTables(ModelAndView model, List<WorkItem> items, Place place, SignedIn person) {
        Instant now = clock.instant();
        List<String> shown = items.stream().map(WorkItem::id).toList();
        List<WorkItem> above = list.firstOfAll(person, limits.list().beforeEverything()).stream()
                .filter(item -> !shown.contains(item.id()))
                .toList();
        model.addObject(
                "above",
                TaskRow.together(
                        "First of all, whatever this list shows", "first", above, place, person, sayings, dates, now));
        model.addObject(
                "groups",
                place.order().isByUrgency()
                        ? TaskRow.groups(items, place, person, sayings, dates, now)
                        : TaskRow.together("Sorted list", "sorted", items, place, person, sayings, dates, now));
        model.addObject("columns", SortLink.of(place));
        model.addObject("sorted", !place.order().isByUrgency());
        model.addObject(
                "unsorted", "/tasks" + place.sorted(WorkOrder.URGENT_FIRST).query());
    }

    private void addFilter(ModelAndView model, Place place, View view, SignedIn person) {
        Choices offered = Choices.of(
                choices.kinds(WorkFilter.of(view), person), choices.yearGroups(person), choices.stages(person), place);
        model.addObject("place", place);
        model.addObject("choices", offered);
        model.addObject("narrowed", Narrowed.of(place, offered));
        model.addObject("clear", "/tasks" + place.unfiltered().query());
    }

    /** "Showing 51 to 100 of 131 tasks". */
    private static String showing(int page, int size, long total) {
        long first = (page - 1L) * size + 1;
        return "Showing " + first + " to " + Math.min(first + size - 1, total) + " of " + total + " tasks";
    }

    private List<Tab> sizes(Place place, int size) {
        int usual = limits.list().pageSizes().get(0);
        return limits.list().pageSizes().stream()
                .map(one -> new Tab(
                        String.valueOf(one),
                        "/tasks" + place.sized(one == usual ? 0 : one).query(),
                        one == size))
                .toList();
    }

    /** One's own tasks where there are any, else what waits for somebody, else everything. */
    private static View first(SignedIn person, Map<View, Long> counts) {
        if (!person.may(Action.WORK_TASKS)) {
            return View.STANDING;
        }
        return counts.getOrDefault(View.MINE, 0L) == 0 && counts.getOrDefault(View.AVAILABLE, 0L) > 0
                ? View.AVAILABLE
                : View.MINE;
    }

    private Map<View, Long> counts(SignedIn person) {
        Map<View, Long> counts = new LinkedHashMap<>();
        List<View> views = person.may(Action.WORK_TASKS)
                ? List.of(View.MINE, View.AVAILABLE, View.STANDING, View.POSTPONED)
                : List.of(View.STANDING, View.POSTPONED);
        views.forEach(view -> counts.put(view, list.count(WorkFilter.of(view), person)));
        return counts;
    }

    private static List<Tab> tabs(SignedIn person, Map<View, Long> counts, View open) {
        Map<View, String> titles = Map.of(
                View.MINE, "Yours",
                View.AVAILABLE, "Not taken",
                View.STANDING, person.may(Action.WORK_TASKS) ? "Everyone" : "All",
                View.POSTPONED, "Postponed");
        List<Tab> tabs = new ArrayList<>();
        counts.forEach((view, count) -> tabs.add(
                new Tab(titles.get(view) + " (" + count + ")", "/tasks?view=" + Place.name(view), view == open)));
        return tabs;
    }
}
