package uk.daymark.punctuality.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import uk.daymark.journal.Journal;
import uk.daymark.measure.Half;
import uk.daymark.measure.RegisterDates;
import uk.daymark.measure.Session;
import uk.daymark.people.Pupils;
import uk.daymark.people.Scopes;
import uk.daymark.punctuality.LateBook;
import uk.daymark.register.By;
import uk.daymark.time.Dates;
import uk.daymark.time.TypedDay;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;

/** The late book at the school office's desk. */
@Controller
@RequestMapping("/late-book")
class LateBookPages {

    /** Which field of the page shows a fault of which field of the book. */
    private static final Map<String, String> FIELDS = Map.of(
            "/time", "time",
            "/reason", "reason",
            "/pupilRef", "pupil",
            "/date", "day",
            "/atLateGate", "atLateGate",
            "/stoodBy", "stoodBy",
            "/note", "note");

    private static final Map<String, String> HALVES = new TreeMap<>(Map.of("AM", "Morning", "PM", "Afternoon"));

    private final Access access;
    private final Scopes scopes;
    private final LateBook book;
    private final PupilTyped pupils;
    private final Dates dates;
    private final Journal journal;
    private final Clock clock;

    LateBookPages(
            Access access, Scopes scopes, LateBook book, PupilTyped pupils, Dates dates, Journal journal, Clock clock) {
        this.access = access;
        this.scopes = scopes;
        this.book = book;
        this.pupils = pupils;
        this.dates = dates;
        this.journal = journal;
        this.clock = clock;
    }

    /** What was typed into either form. */
    record Typed(
            String pupil, String time, String reason, boolean atLateGate, String stoodBy, String half, String note) {

        static final Typed NOTHING = new Typed("", "", "", false, "", "", "");
    }

    @GetMapping
    ModelAndView day(@RequestParam(defaultValue = "") String day) {
        SignedIn person = access.require(Action.SEE_LATE_BOOK);
        return page(person, dayOf(day), Typed.NOTHING, Map.of(), List.of());
    }

    @PostMapping
    ModelAndView enter(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String pupil,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String atLateGate,
            RedirectAttributes after) {
        SignedIn person = access.require(Action.KEEP_LATE_BOOK);
        By by = new By(person.userName(), scopes.of(person));
        Typed typed = new Typed(pupil, time, reason, atLateGate.equals("yes"), "", "", "");
        Map<String, String> errors = new LinkedHashMap<>();
        List<Pupils.OnRoll> found = pupils.find(pupil, by.scope());
        if (pupil.isBlank()) {
            errors.put("pupil", "Enter the pupil's name or reference");
        } else if (found.isEmpty()) {
            errors.put("pupil", "Nobody of that name or reference is found. Try part of the name");
        } else if (found.size() > 1) {
            errors.put("pupil", "Several pupils fit. Choose one");
        }
        Optional<LocalTime> at = TimeTyped.read(time);
        if (at.isEmpty()) {
            errors.put("time", "Enter the time of arrival, like 9:25");
        }
        if (errors.isEmpty()) {
            try {
                LateBook.Entered entered = book.enter(
                        new LateBook.Arrival(
                                found.get(0).enrolment().school(),
                                found.get(0).enrolment().pupilRef(),
                                dayOf(day),
                                at.orElseThrow(),
                                reason,
                                typed.atLateGate()),
                        by);
                after.addFlashAttribute(
                        "said",
                        entered.arrival().pupilName() + " is in the late book: "
                                + dates.time(entered.arrival().arrivedAt()) + ". " + entered.aboutTheCode());
                return to(dayOf(day));
            } catch (InvalidInput invalid) {
                tell(invalid, errors);
            } catch (Conflict conflict) {
                errors.put("pupil", String.valueOf(conflict.getMessage()));
            }
        }
        return page(person, dayOf(day), typed, errors, found.size() > 1 ? found : List.of());
    }

    @PostMapping("/gate")
    ModelAndView gate(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String half,
            @RequestParam(defaultValue = "") String stoodBy,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes after) {
        SignedIn person = access.require(Action.KEEP_LATE_BOOK);
        By by = new By(person.userName(), scopes.of(person));
        Map<String, String> errors = new LinkedHashMap<>();
        if (!half.equals("AM") && !half.equals("PM")) {
            errors.put("half", "Choose morning or afternoon");
        }
        if (by.scope().homeSchool().isEmpty()) {
            errors.put("stoodBy", "Only staff of a school enter a late-gate check");
        }
        if (errors.isEmpty()) {
            try {
                book.enterGate(
                        by.scope().homeSchool().orElseThrow(),
                        new Session(dayOf(day), Half.valueOf(half)),
                        stoodBy,
                        note,
                        by);
                after.addFlashAttribute(
                        "said",
                        "The late-gate check is entered. Tick \"Met at the late gate\" for whoever was met there.");
                return to(dayOf(day));
            } catch (InvalidInput invalid) {
                tell(invalid, errors);
            } catch (Conflict conflict) {
                errors.put("half", String.valueOf(conflict.getMessage()));
            }
        }
        return page(person, dayOf(day), new Typed("", "", "", false, stoodBy, half, note), errors, List.of());
    }

    @GetMapping("/{id}/strike-out")
    ModelAndView strikeOut(@PathVariable long id) {
        SignedIn person = access.require(Action.KEEP_LATE_BOOK);
        return strikeOutPage(LateLine.of(book.find(id, scopes.of(person)), dates), "", Map.of());
    }

    @PostMapping("/{id}/strike-out")
    ModelAndView strikeOut(
            @PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes after) {
        SignedIn person = access.require(Action.KEEP_LATE_BOOK);
        By by = new By(person.userName(), scopes.of(person));
        LateLine line = LateLine.of(book.find(id, by.scope()), dates);
        Map<String, String> errors = new LinkedHashMap<>();
        try {
            book.strikeOut(id, reason, by);
            after.addFlashAttribute("said", "The line of " + line.pupil() + " is struck out. It stays readable.");
            return to(line.day());
        } catch (InvalidInput invalid) {
            tell(invalid, errors);
        }
        return strikeOutPage(line, reason, errors);
    }

    private ModelAndView page(
            SignedIn person, LocalDate day, Typed typed, Map<String, String> errors, List<Pupils.OnRoll> choices) {
        ModelAndView page = new ModelAndView("punctuality/late-book");
        List<LateLine> lines = book.between(day, day, scopes.of(person)).stream()
                .map(line -> LateLine.of(line, dates))
                .toList();
        journal.looked("LATE-BOOK", "/late-book?day=" + day + ", " + lines.size() + " lines");
        page.addObject("day", day);
        page.addObject("today", LocalDate.now(clock));
        page.addObject("before", day.minusDays(1));
        page.addObject("next", day.plusDays(1));
        page.addObject("lines", lines);
        page.addObject("standing", lines.stream().filter(line -> !line.struck()).count());
        page.addObject("gates", book.gates(day, scopes.of(person)));
        page.addObject("mayKeep", person.may(Action.KEEP_LATE_BOOK));
        page.addObject("typed", typed);
        page.addObject("choices", choices);
        page.addObject("halves", HALVES);
        page.addObject("errors", errors);
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        return page;
    }

    private static ModelAndView strikeOutPage(LateLine line, String reason, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("punctuality/strike-out");
        page.addObject("line", line);
        page.addObject("reason", reason);
        page.addObject("errors", errors);
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        return page;
    }

    private static void tell(InvalidInput invalid, Map<String, String> errors) {
        invalid.faults().forEach(fault -> errors.put(FIELDS.getOrDefault(fault.pointer(), "pupil"), fault.message()));
    }

    private LocalDate dayOf(String typed) {
        return TypedDay.read(typed).filter(RegisterDates::plausible).orElseGet(() -> LocalDate.now(clock));
    }

    private static ModelAndView to(LocalDate day) {
        return new ModelAndView("redirect:/late-book?day=" + day);
    }
}
