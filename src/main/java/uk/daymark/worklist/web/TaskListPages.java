package uk.daymark.worklist.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import uk.daymark.worklist.Sayings;
import uk.daymark.worklist.WorkFilter;
import uk.daymark.worklist.WorkFilter.View;
import uk.daymark.worklist.WorkList;

/** The work list for people. */
@Controller
@RequestMapping("/tasks")
class TaskListPages {

    private static final int ON_A_PAGE = 50;

    private static final Map<View, String> HEADINGS = Map.of(
            View.MINE, "Your tasks",
            View.AVAILABLE, "Tasks not taken",
            View.STANDING, "Everyone's tasks",
            View.POSTPONED, "Postponed tasks");

    private final Access access;
    private final WorkList list;
    private final Sayings sayings;
    private final Scopes scopes;
    private final Schools schools;
    private final Dates dates;
    private final Clock clock;

    TaskListPages(
            Access access, WorkList list, Sayings sayings, Scopes scopes, Schools schools, Dates dates, Clock clock) {
        this.access = access;
        this.list = list;
        this.sayings = sayings;
        this.scopes = scopes;
        this.schools = schools;
        this.dates = dates;
        this.clock = clock;
    }

    /** A list that can be chosen, with how many tasks it has. */
    record Tab(String title, String address, boolean open) {}

    @GetMapping
    ModelAndView list(@RequestParam Map<String, String> asked) {
        SignedIn person = access.require(Action.SEE_TASKS);
        Map<View, Long> counts = counts(person);
        Place asks = Place.of(asked);
        View view = asks.view().orElseGet(() -> first(person, counts));
        Place wanted = asks.in(view);
        WorkFilter filter = wanted.filter(view);
        long total = list.count(filter, person);
        int last = (int) Math.max(1, (total + ON_A_PAGE - 1) / ON_A_PAGE);
        Place place = wanted.onPage(Math.min(asks.page(), last));
        WorkList.Page page = list.page(filter, person, place.page(), ON_A_PAGE);
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("", "Any");
        kinds.putAll(list.kinds(WorkFilter.of(view), person));
        if (!place.kind().isEmpty()) {
            kinds.putIfAbsent(place.kind(), "A kind that is not on this list");
        }
        ModelAndView model = new ModelAndView("worklist/tasks");
        model.addObject("heading", HEADINGS.get(view));
        model.addObject("total", total);
        model.addObject("tabs", tabs(person, counts, view));
        model.addObject("groups", TaskRow.groups(page.items(), place, person, sayings, dates, clock.instant()));
        model.addObject("place", place);
        model.addObject("view", Place.name(view));
        model.addObject("viewOf", view.name());
        model.addObject("available", counts.getOrDefault(View.AVAILABLE, 0L));
        model.addObject("kinds", kinds);
        model.addObject("dues", dues());
        model.addObject("clear", "/tasks" + place.unfiltered().query());
        model.addObject("first", (place.page() - 1L) * ON_A_PAGE + 1);
        model.addObject("page", place.page());
        model.addObject("last", last);
        String query = place.onPage(1).query();
        model.addObject("pages", "/tasks" + query + (query.isEmpty() ? "?" : "&") + "page=");
        Map<String, String> names = new LinkedHashMap<>();
        for (School school : schools.in(scopes.of(person))) {
            names.put(school.urn().value(), school.name());
        }
        model.addObject("schoolNames", names);
        model.addObject("noSchool", names.isEmpty());
        return model;
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

    private static Map<String, String> dues() {
        Map<String, String> dues = new LinkedHashMap<>();
        dues.put("", "Any time");
        dues.put("overdue", "Overdue");
        dues.put("today", "Today");
        dues.put("week", "This week");
        return dues;
    }
}
