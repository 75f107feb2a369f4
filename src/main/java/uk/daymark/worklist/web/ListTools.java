package uk.daymark.worklist.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.worklist.FilterChoices;
import uk.daymark.worklist.SavedView;
import uk.daymark.worklist.SavedViews;
import uk.daymark.worklist.WorkFilter.View;
import uk.daymark.worklist.web.TaskListPages.Tab;

/** What stands around a list of tasks: the lists that are saved under a name, and what can be done with ticked tasks. */
@Component
class ListTools {

    private final SavedViews views;
    private final FilterChoices choices;

    ListTools(SavedViews views, FilterChoices choices) {
        this.views = views;
        this.choices = choices;
    }

    /** Adds it to the page of a list. */
    void add(ModelAndView page, Place place, boolean ticked, SignedIn person) {
        boolean mayGive = person.may(Action.ASSIGN_TASK);
        boolean mayPrint = person.may(Action.PRINT_LETTERS);
        boolean mayKeep = person.may(Action.KEEP_VIEWS);
        page.addObject("mayGive", mayGive);
        page.addObject("mayPrint", mayPrint);
        page.addObject("mayTick", (mayGive || mayPrint) && person.may(Action.WORK_TASKS));
        page.addObject("ticked", ticked);
        page.addObject("tickAll", "/tasks" + (ticked ? place.query() : with(place.query(), "ticked=all")));
        page.addObject("mayKeep", mayKeep);
        page.addObject("savedViews", mayKeep ? saved(place, person) : List.of());
        page.addObject("saving", "/tasks/views" + place.query());
    }

    private List<Tab> saved(Place here, SignedIn person) {
        return views.of(person).stream().map(view -> tab(view, here, person)).toList();
    }

    /** A saved list with its number of tasks, where that is known without counting one by one. */
    private Tab tab(SavedView view, Place here, SignedIn person) {
        Place place = Place.of(parameters(view.asks()));
        String count = choices.cheapCount(place.filter(View.MINE), person)
                .map(number -> " (" + number + ")")
                .orElse("");
        return new Tab(
                view.title() + count,
                "/tasks" + place.query(),
                place.query().equals(here.kept().query()));
    }

    private static Map<String, String> parameters(String query) {
        return UriComponentsBuilder.fromUriString("/tasks" + query).build().getQueryParams().entrySet().stream()
                .filter(part -> part.getValue().get(0) != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        part -> UriUtils.decode(part.getValue().get(0), "UTF-8")));
    }

    private static String with(String query, String parameter) {
        return query.isEmpty() ? "?" + parameter : query + "&" + parameter;
    }
}
