package uk.daymark.leave.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.journal.Journal;
import uk.daymark.leave.LeaveGround;
import uk.daymark.leave.LeaveRequest;
import uk.daymark.leave.LeaveRequests;
import uk.daymark.leave.Suspicions;
import uk.daymark.people.Contacts;
import uk.daymark.people.PupilSearch;
import uk.daymark.people.Pupils;
import uk.daymark.people.Schools;
import uk.daymark.people.Scopes;
import uk.daymark.people.Urn;
import uk.daymark.register.By;
import uk.daymark.time.Dates;
import uk.daymark.time.TypedDay;
import uk.daymark.web.Conflict;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;

/** Leave in term time at the school office's desk: requests, what became of them, replies about suspected leave. */
@Controller
@RequestMapping("/leave")
class LeavePages {

    private static final int PAGE_SIZE = 50;
    private static final int MOST_PUPILS = 20;

    private final Access access;
    private final Scopes scopes;
    private final LeaveRequests requests;
    private final Suspicions suspicions;
    private final PupilSearch search;
    private final Pupils pupils;
    private final Schools schools;
    private final Contacts contacts;
    private final Dates dates;
    private final Journal journal;
    private final Clock clock;

    LeavePages(
            Access access,
            Scopes scopes,
            LeaveRequests requests,
            Suspicions suspicions,
            PupilSearch search,
            Pupils pupils,
            Schools schools,
            Contacts contacts,
            Dates dates,
            Journal journal,
            Clock clock) {
        this.access = access;
        this.scopes = scopes;
        this.requests = requests;
        this.suspicions = suspicions;
        this.search = search;
        this.pupils = pupils;
        this.schools = schools;
        this.contacts = contacts;
        this.dates = dates;
        this.journal = journal;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "1") int page) {
        SignedIn person = access.require(Action.SEE_LEAVE);
        List<LeaveLine> all = requests.in(scopes.of(person)).stream()
                .filter(request -> state.isBlank() || request.state().name().equals(state))
                .map(request -> LeaveLine.of(request, dates))
                .toList();
        int last = Math.max(1, (all.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int shown = Math.min(Math.max(page, 1), last);
        ModelAndView view = new ModelAndView("leave/leave");
        journal.looked("LEAVE", "/leave, page " + shown + " of " + all.size() + " requests");
        view.addObject("total", all.size());
        view.addObject("lines", all.subList((shown - 1) * PAGE_SIZE, Math.min(shown * PAGE_SIZE, all.size())));
        view.addObject("page", shown);
        view.addObject("last", last);
        view.addObject("state", state);
        view.addObject("states", states());
        view.addObject(
                "suspected",
                suspicions.in(scopes.of(person)).stream()
                        .filter(leave -> leave.ended().isEmpty())
                        .map(leave -> LeaveLine.of(leave, dates))
                        .toList());
        view.addObject("mayEnter", person.may(Action.ENTER_LEAVE));
        return view;
    }

    private static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("", "All");
        for (LeaveRequest.State one : LeaveRequest.State.values()) {
            states.put(one.name(), one.title());
        }
        return states;
    }

    @GetMapping("/new")
    ModelAndView form(@RequestParam(defaultValue = "") String q) {
        SignedIn person = access.require(Action.ENTER_LEAVE);
        ModelAndView view = new ModelAndView("leave/find-pupil");
        view.addObject("q", q);
        view.addObject(
                "found",
                q.isBlank()
                        ? List.of()
                        : search.search(scopes.of(person), q, 1, MOST_PUPILS).found());
        return view;
    }

    @GetMapping("/new/{urn}/{ref}")
    ModelAndView form(@PathVariable String urn, @PathVariable String ref) {
        SignedIn person = access.require(Action.ENTER_LEAVE);
        return form(pupil(urn, ref, person), TypedRequest.nothing(), Map.of());
    }

    @PostMapping("/new/{urn}/{ref}")
    ModelAndView enter(
            @PathVariable String urn,
            @PathVariable String ref,
            @ModelAttribute TypedRequest typed,
            RedirectAttributes after) {
        SignedIn person = access.require(Action.ENTER_LEAVE);
        Pupils.OnRoll pupil = pupil(urn, ref, person);
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<LeaveRequests.Asked> asked = typed.read(pupil.enrolment().school(), ref, errors);
        if (asked.isPresent()) {
            try {
                LeaveRequest entered = requests.enter(asked.get(), new By(person.userName(), scopes.of(person)));
                after.addFlashAttribute(
                        "said",
                        "The request is entered as " + entered.ref() + ". It waits for the headteacher to decide.");
                return to(entered.ref());
            } catch (InvalidInput invalid) {
                tell(invalid, errors);
            } catch (Conflict conflict) {
                errors.put("from", String.valueOf(conflict.getMessage()));
            }
        }
        return form(pupil, typed, errors);
    }

    private ModelAndView form(Pupils.OnRoll pupil, TypedRequest typed, Map<String, String> errors) {
        ModelAndView view = new ModelAndView("leave/request-form");
        view.addObject("pupil", pupil);
        view.addObject("typed", typed);
        view.addObject("today", LocalDate.now(clock));
        Map<String, String> grounds = new LinkedHashMap<>();
        for (LeaveGround ground : LeaveGround.values()) {
            grounds.put(ground.word(), ground.title());
        }
        view.addObject("grounds", grounds);
        Map<String, String> people = new LinkedHashMap<>();
        people.put("", "Not known");
        contacts.of(pupil.pupil().id()).stream()
                .filter(one -> one.contact().school().equals(pupil.enrolment().school()))
                .forEach(one -> people.put(
                        String.valueOf(one.contact().id().number()),
                        (one.contact().details().forename() + " "
                                                + one.contact().details().surname())
                                        .strip()
                                + (one.link().relationship().isBlank()
                                        ? ""
                                        : ", " + one.link().relationship())));
        view.addObject("people", people);
        Map<String, String> halves = new LinkedHashMap<>();
        halves.put("AM", "Morning");
        halves.put("PM", "Afternoon");
        view.addObject("halves", halves);
        return withErrors(view, errors);
    }

    @GetMapping("/{ref}")
    ModelAndView request(@PathVariable String ref) {
        ModelAndView page = page(ref, access.require(Action.SEE_LEAVE), Map.of(), "", "", "");
        journal.looked(ref, "/leave/" + ref);
        return page;
    }

    @PostMapping("/{ref}/take-back")
    ModelAndView takeBack(
            @PathVariable String ref, @RequestParam(defaultValue = "") String reason, RedirectAttributes after) {
        SignedIn person = access.require(Action.ENTER_LEAVE);
        try {
            requests.takeBack(ref, reason, new By(person.userName(), scopes.of(person)));
            after.addFlashAttribute("said", "The request is taken back. What waited for the headteacher is withdrawn.");
            return to(ref);
        } catch (InvalidInput invalid) {
            Map<String, String> errors = new LinkedHashMap<>();
            tell(invalid, errors);
            return page(ref, person, errors, reason, "", "");
        }
    }

    @PostMapping("/{ref}/reply")
    ModelAndView reply(
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String reply,
            @RequestParam(defaultValue = "") String repliedOn,
            RedirectAttributes after) {
        SignedIn person = access.require(Action.ENTER_LEAVE);
        suspicions.find(ref, scopes.of(person));
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<LocalDate> on = TypedRequest.day(repliedOn);
        if (on.isEmpty()) {
            errors.put("repliedOn", "Enter the day of the reply, " + TypedDay.LIKE);
        }
        if (reply.isBlank()) {
            errors.put("reply", "Enter what the parent said");
        }
        if (errors.isEmpty()) {
            try {
                suspicions.replied(ref, reply, on.orElseThrow(), new By(person.userName(), scopes.of(person)));
                after.addFlashAttribute("said", "The reply is entered. The headteacher weighs it.");
                return to(ref);
            } catch (InvalidInput invalid) {
                tell(invalid, errors);
            }
        }
        return page(ref, person, errors, "", reply, repliedOn);
    }

    private ModelAndView page(
            String ref, SignedIn person, Map<String, String> errors, String reason, String reply, String repliedOn) {
        Optional<LeaveRequest> request = requests.in(scopes.of(person)).stream()
                .filter(one -> one.ref().equals(ref))
                .findFirst();
        Optional<LeaveLine> suspected = suspicions.in(scopes.of(person)).stream()
                .filter(one -> one.ref().equals(ref))
                .findFirst()
                .map(leave -> LeaveLine.of(leave, dates));
        if (request.isEmpty() && suspected.isEmpty()) {
            throw new NotFound("There is nothing of this address for your schools.");
        }
        ModelAndView view = new ModelAndView("leave/one-leave");
        view.addObject(
                "line",
                request.map(one -> LeaveLine.of(one, dates)).or(() -> suspected).orElseThrow());
        view.addObject(
                "request", request.map(one -> LeaveLine.summary(one, dates)).orElse(null));
        view.addObject("suspected", suspected.map(LeaveLine::facts).orElse(null));
        view.addObject(
                "mayTakeBack",
                person.may(Action.ENTER_LEAVE)
                        && request.filter(LeavePages::open).isPresent());
        view.addObject(
                "mayReply",
                person.may(Action.ENTER_LEAVE)
                        && suspected.filter(LeaveLine::goesOn).isPresent());
        view.addObject("reason", reason);
        view.addObject("reply", reply);
        view.addObject("repliedOn", repliedOn);
        return withErrors(view, errors);
    }

    private static boolean open(LeaveRequest request) {
        return request.state() != LeaveRequest.State.REFUSED && request.state() != LeaveRequest.State.TAKEN_BACK;
    }

    private Pupils.OnRoll pupil(String urn, String ref, SignedIn person) {
        return Optional.of(urn)
                .filter(number -> number.matches("[0-9]{6}"))
                .map(Urn::new)
                .filter(school ->
                        schools.find(school).filter(scopes.of(person)::holds).isPresent())
                .flatMap(school -> pupils.find(school, ref))
                .orElseThrow(() -> new NotFound("There is nothing of this address for your schools."));
    }

    private static ModelAndView withErrors(ModelAndView view, Map<String, String> errors) {
        view.addObject("errors", errors);
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.BAD_REQUEST);
        }
        return view;
    }

    private static void tell(InvalidInput invalid, Map<String, String> errors) {
        for (Fault fault : invalid.faults()) {
            String field = fault.pointer().substring(1);
            errors.put(field.equals("pupilRef") ? "from" : field, fault.message());
        }
    }

    private static ModelAndView to(String ref) {
        return new ModelAndView("redirect:/leave/" + ref);
    }
}
