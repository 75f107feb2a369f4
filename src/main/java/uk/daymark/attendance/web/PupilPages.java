package uk.daymark.attendance.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.attendance.PupilAttendance;
import uk.daymark.attendance.PupilAttendance.Found;
import uk.daymark.figures.ProofWeek;
import uk.daymark.measure.RegisterDates;
import uk.daymark.people.Acquaintance;
import uk.daymark.people.Contacts;
import uk.daymark.people.Enrolment;
import uk.daymark.people.PupilSearch;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Scopes;
import uk.daymark.people.Stay;
import uk.daymark.time.Dates;
import uk.daymark.time.TypedDay;

/** Pupils within reach, and the page of one pupil. */
@Controller
@RequestMapping("/pupils")
class PupilPages {

    private static final int PUPILS_ON_A_PAGE = 50;
    private static final int LAST_PAGE = 10_000;

    private final Access access;
    private final Scopes scopes;
    private final Acquaintance acquaintance;
    private final PupilSearch search;
    private final PupilAttendance attendance;
    private final Schools schools;
    private final Contacts contacts;
    private final Dates dates;
    private final Clock clock;

    PupilPages(
            Access access,
            Scopes scopes,
            Acquaintance acquaintance,
            PupilSearch search,
            PupilAttendance attendance,
            Schools schools,
            Contacts contacts,
            Dates dates,
            Clock clock) {
        this.access = access;
        this.scopes = scopes;
        this.acquaintance = acquaintance;
        this.search = search;
        this.attendance = attendance;
        this.schools = schools;
        this.contacts = contacts;
        this.dates = dates;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") String page) {
        SignedIn person = access.require(Action.SEE_ATTENDANCE);
        Scope scope = scopes.of(person);
        int number = pageNumber(page);
        PupilSearch.Page found = search.search(scope, acquaintance.only(person), q, number, PUPILS_ON_A_PAGE);
        Map<String, String> names = new LinkedHashMap<>();
        schools.in(scope).forEach(school -> names.put(school.urn().value(), school.name()));
        ModelAndView view = new ModelAndView("attendance/pupils");
        view.addObject("q", q);
        view.addObject("total", found.total());
        view.addObject("pupils", found.found());
        view.addObject("schoolNames", names);
        view.addObject("page", number);
        view.addObject("last", Math.max(1, (found.total() + PUPILS_ON_A_PAGE - 1) / PUPILS_ON_A_PAGE));
        view.addObject("today", LocalDate.now(clock));
        return view;
    }

    @GetMapping("/{urn}/{ref}")
    ModelAndView pupil(
            @PathVariable String urn, @PathVariable String ref, @RequestParam(defaultValue = "") String asOf) {
        SignedIn person = access.require(Action.SEE_ATTENDANCE);
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<LocalDate> day = day(asOf, errors);
        Found found =
                attendance.of(ref, Optional.of(Addresses.urn(urn)), scopes.of(person), acquaintance.of(person), day);
        ModelAndView view = new ModelAndView("attendance/pupil");
        view.addObject("errors", errors);
        view.addObject("asOf", asOf);
        view.addObject("urn", urn);
        view.addObject("ref", ref);
        view.addObject("found", found);
        view.addObject("measured", found.measured());
        view.addObject("weeks", weeks(found));
        view.addObject("mayAmend", person.may(Action.AMEND_MARK));
        view.addObject("mayOpenCase", person.may(Action.WORK_CASES));
        view.addObject(
                "contacts",
                contacts.of(found.match().pupil()).stream()
                        .filter(contact -> contact.contact().school().value().equals(urn))
                        .toList());
        view.addObject("places", places(found, scopes.of(person)));
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.BAD_REQUEST);
        }
        return view;
    }

    /** All weeks with marks, the latest first, as a clerk looks for them. */
    private static List<ProofWeek> weeks(Found found) {
        return found.stored()
                .marked()
                .map(days -> {
                    LocalDate last = found.measured().figures().asOf();
                    LocalDate to = days.to().isBefore(last) ? days.to() : last;
                    List<ProofWeek> weeks = new ArrayList<>(ProofWeek.between(
                            days.from(),
                            to,
                            found.measured().register(),
                            found.measured().measurement().window()));
                    Collections.reverse(weeks);
                    return List.copyOf(weeks);
                })
                .orElse(List.of());
    }

    /** Where the pupil is and was on roll, in words; a school out of reach is not named. */
    private List<String> places(Found found, Scope scope) {
        return found.stored().enrolments().stream()
                .flatMap(enrolment -> enrolment.stays().stream().map(stay -> new Place(school(enrolment, scope), stay)))
                .sorted(Comparator.comparing(place -> place.stay.from().orElse(LocalDate.MIN)))
                .map(place -> place.school + days(place.stay))
                .toList();
    }

    private String school(Enrolment enrolment, Scope scope) {
        return schools.find(enrolment.school())
                .filter(scope::holds)
                .map(School::name)
                .orElse("Another school");
    }

    private record Place(String school, Stay stay) {}

    private String days(Stay stay) {
        return stay.from().map(from -> ", from " + dates.day(from)).orElse("")
                + stay.to().map(to -> ", until " + dates.day(to)).orElse("");
    }

    private static Optional<LocalDate> day(String asOf, Map<String, String> errors) {
        if (asOf.isBlank()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = TypedDay.read(asOf).filter(RegisterDates::plausible);
        if (day.isEmpty()) {
            errors.put("asOf", "Enter a day that exists, " + TypedDay.LIKE);
        }
        return day;
    }

    private static int pageNumber(String page) {
        return page.matches("[1-9][0-9]{0,4}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 1;
    }
}
