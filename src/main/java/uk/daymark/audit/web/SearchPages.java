package uk.daymark.audit.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.People;
import uk.daymark.access.SignedIn;
import uk.daymark.audit.CaseSearch;
import uk.daymark.cases.Cases;
import uk.daymark.journal.Journal;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Scopes;
import uk.daymark.people.Urn;
import uk.daymark.time.TypedDay;

/** Finds cases by what happened in them. */
@Controller
@RequestMapping("/history")
class SearchPages {

    private static final int CASES_ON_A_PAGE = 50;
    private static final int LONGEST = 200;

    private final Access access;
    private final CaseSearch search;
    private final People people;
    private final Schools schools;
    private final Scopes scopes;
    private final Journal journal;

    SearchPages(Access access, CaseSearch search, People people, Schools schools, Scopes scopes, Journal journal) {
        this.access = access;
        this.search = search;
        this.people = people;
        this.schools = schools;
        this.scopes = scopes;
        this.journal = journal;
    }

    @GetMapping
    ModelAndView find(@RequestParam Map<String, String> asked) {
        SignedIn person = access.require(Action.AUDIT);
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<LocalDate> from = day(asked, "from", errors);
        Optional<LocalDate> to = day(asked, "to", errors);
        if (errors.isEmpty()
                && from.isPresent()
                && to.filter(day -> day.isBefore(from.get())).isPresent()) {
            errors.put("to", "The last day must not be before the first");
        }
        CaseSearch.Wanted wanted = new CaseSearch.Wanted(
                text(asked, "q"), text(asked, "model"), text(asked, "rule"), text(asked, "decider"), from, to);
        String given = text(asked, "page");
        int page = given.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(given) : 1;
        Cases.Page found =
                errors.isEmpty() ? search.find(wanted, person, page, CASES_ON_A_PAGE) : new Cases.Page(0, List.of());
        long last = Math.max(1, (found.total() + CASES_ON_A_PAGE - 1) / CASES_ON_A_PAGE);
        if (page > last) {
            page = (int) last;
            found = search.find(wanted, person, page, CASES_ON_A_PAGE);
        }
        journal.looked("CASES", "A search across cases by what happened in them, page " + page);
        ModelAndView view = new ModelAndView("audit/search");
        view.addObject("cases", found.items());
        view.addObject("total", found.total());
        view.addObject("page", page);
        view.addObject("last", last);
        view.addObject("errors", errors);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/history");
        for (String name : List.of("q", "model", "rule", "decider", "from", "to")) {
            view.addObject(name, text(asked, name));
            address.queryParam(name, text(asked, name));
        }
        view.addObject("address", address.encode().build().toUriString() + "&page=");
        Map<String, String> deciders = new LinkedHashMap<>();
        deciders.put("", "Anybody");
        Scope reach = scopes.of(person);
        people.all().stream()
                .filter(one -> one.may(Action.WORK_TASKS) && worksIn(reach, one))
                .forEach(one -> deciders.put(
                        one.userName(), one.displayName() + ", " + one.role().title()));
        view.addObject("deciders", deciders);
        return view;
    }

    /** Whether somebody's school, or authority, is one of those. */
    private boolean worksIn(Scope reach, SignedIn somebody) {
        return somebody.homeSchoolUrn()
                .flatMap(urn -> schools.find(new Urn(urn)))
                .filter(reach::holds)
                .isPresent();
    }

    private static String text(Map<String, String> asked, String name) {
        String given = asked.getOrDefault(name, "").strip();
        return given.substring(0, Math.min(LONGEST, given.length()));
    }

    private static Optional<LocalDate> day(Map<String, String> asked, String name, Map<String, String> errors) {
        String given = text(asked, name);
        Optional<LocalDate> day = TypedDay.read(given);
        if (!given.isEmpty() && day.isEmpty()) {
            errors.put(name, "Enter a day that exists, " + TypedDay.LIKE);
        }
        return day;
    }
}
