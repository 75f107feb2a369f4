package uk.daymark.enforcement.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.enforcement.panel.Minute;
import uk.daymark.enforcement.panel.Minutes;
import uk.daymark.enforcement.referral.Sittings;
import uk.daymark.journal.Journal;
import uk.daymark.people.Scope;
import uk.daymark.time.Dates;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;

/**
 * The sittings of the panel: the agenda, each parent an item of its own, and the minutes. An item is decided as the task it is, one at a
 * time; after each the next is open.
 */
@Controller
class PanelPages {

    private final Access access;
    private final ReferralDesk desk;
    private final Sittings sittings;
    private final Agenda agenda;
    private final MinutesView minutesView;
    private final Minutes minutes;
    private final Journal journal;
    private final Dates dates;

    PanelPages(
            Access access,
            ReferralDesk desk,
            Sittings sittings,
            Agenda agenda,
            MinutesView minutesView,
            Minutes minutes,
            Journal journal,
            Dates dates) {
        this.access = access;
        this.desk = desk;
        this.sittings = sittings;
        this.agenda = agenda;
        this.minutesView = minutesView;
        this.minutes = minutes;
        this.journal = journal;
        this.dates = dates;
    }

    /** A sitting in the list. */
    record Sitting(LocalDate day, String title, int items, int undecided) {}

    /** A sitting that was. */
    record Earlier(LocalDate day, String title) {}

    @GetMapping("/panel")
    ModelAndView sittings() {
        SignedIn person = access.require(Action.SEE_REFERRALS);
        List<Sittings.Sitting> next = sittings.next(desk.scope(person));
        ModelAndView view = new ModelAndView("panel/sittings");
        view.addObject(
                "next",
                next.stream()
                        .map(one -> new Sitting(one.day(), dates.weekday(one.day()), one.items(), one.undecided()))
                        .toList());
        view.addObject(
                "earlier",
                minutes.days(authority(person)).stream()
                        .filter(day -> next.stream().noneMatch(one -> one.day().equals(day)))
                        .map(day -> new Earlier(day, dates.weekday(day)))
                        .toList());
        return view;
    }

    @GetMapping("/panel/{date}")
    ModelAndView sitting(
            @PathVariable String date,
            @RequestParam(defaultValue = "") String done,
            Model before,
            RedirectAttributes after) {
        SignedIn person = access.require(Action.SEE_REFERRALS);
        LocalDate day = day(date);
        if (!done.isBlank()) {
            Optional<String> next = agenda.next(day, person);
            if (next.isPresent()) {
                Optional.ofNullable(before.getAttribute("said"))
                        .ifPresent(said -> after.addFlashAttribute("said", said));
                return new ModelAndView("redirect:" + next.get());
            }
        }
        journal.looked(Minutes.subject(authority(person), day), "The agenda and the minutes of the sitting");
        return page(day, person, Map.of(), Map.of());
    }

    @PostMapping("/panel/{date}/minutes")
    ModelAndView write(@PathVariable String date, @RequestParam Map<String, String> typed, RedirectAttributes after) {
        SignedIn person = access.require(Action.KEEP_MINUTES);
        LocalDate day = day(date);
        exists(day, person);
        try {
            minutes.write(authority(person), day, part(typed), typed.getOrDefault("words", ""));
        } catch (InvalidInput invalid) {
            return page(day, person, LedgerPages.errors(invalid), typed);
        }
        after.addFlashAttribute("said", "It is written in the minutes.");
        return new ModelAndView("redirect:/panel/" + day);
    }

    @GetMapping("/panel/{date}/minutes/{id}/correct")
    ModelAndView correct(@PathVariable String date, @PathVariable long id) {
        SignedIn person = access.require(Action.KEEP_MINUTES);
        LocalDate day = day(date);
        return correctForm(day, line(day, id, person), Map.of(), Map.of());
    }

    @PostMapping("/panel/{date}/minutes/{id}/correct")
    ModelAndView correct(
            @PathVariable String date,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            RedirectAttributes after) {
        SignedIn person = access.require(Action.KEEP_MINUTES);
        LocalDate day = day(date);
        Minute line = line(day, id, person);
        try {
            minutes.correct(authority(person), day, id, typed.getOrDefault("words", ""), typed.getOrDefault("why", ""));
        } catch (InvalidInput invalid) {
            return correctForm(day, line, LedgerPages.errors(invalid), typed);
        } catch (Conflict conflict) {
            ModelAndView view = correctForm(day, line, LedgerPages.error("words", conflict), typed);
            view.setStatus(HttpStatus.CONFLICT);
            return view;
        }
        after.addFlashAttribute("said", "The line is corrected. The earlier one stays readable.");
        return new ModelAndView("redirect:/panel/" + day);
    }

    private ModelAndView page(LocalDate day, SignedIn person, Map<String, String> errors, Map<String, String> typed) {
        List<Agenda.Item> items = agenda.of(day, person);
        List<Minute> lines = minutes.of(authority(person), day);
        if (items.isEmpty() && lines.isEmpty()) {
            throw notThere();
        }
        ModelAndView view = new ModelAndView("panel/sitting");
        view.addObject("day", day);
        view.addObject("dayName", dates.weekday(day));
        view.addObject("items", items);
        view.addObject("undecided", items.stream().filter(Agenda.Item::waits).count());
        view.addObject(
                "left",
                items.stream().filter(item -> !item.waits() && !item.decided()).count());
        view.addObject("first", Agenda.next(items).orElse(""));
        view.addObject("minutes", minutesView.of(lines));
        view.addObject("mayWrite", person.may(Action.KEEP_MINUTES));
        Map<String, String> parts = new LinkedHashMap<>();
        for (Minute.Part part : Minute.Part.values()) {
            parts.put(part.name(), part.title());
        }
        view.addObject("parts", parts);
        view.addObject("typed", typed);
        return LedgerPages.withErrors(view, errors);
    }

    private ModelAndView correctForm(
            LocalDate day, Minute line, Map<String, String> errors, Map<String, String> typed) {
        ModelAndView view = new ModelAndView("panel/correct");
        view.addObject("day", day);
        view.addObject("dayName", dates.weekday(day));
        view.addObject("line", line);
        view.addObject("words", typed.getOrDefault("words", line.words()));
        view.addObject("why", typed.getOrDefault("why", ""));
        return LedgerPages.withErrors(view, errors);
    }

    private Minute line(LocalDate day, long id, SignedIn person) {
        return minutes.of(authority(person), day).stream()
                .filter(line -> line.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such line in the minutes of this sitting."));
    }

    private static Minute.Part part(Map<String, String> typed) {
        return IntStream.range(0, Minute.Part.values().length)
                .mapToObj(at -> Minute.Part.values()[at])
                .filter(part -> part.name().equals(typed.get("part")))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("/part", "Choose what the line is about"));
    }

    private void exists(LocalDate day, SignedIn person) {
        if (agenda.of(day, person).isEmpty()
                && minutes.of(authority(person), day).isEmpty()) {
            throw notThere();
        }
    }

    private static NotFound notThere() {
        return new NotFound("Your authority's panel has no sitting on that day.");
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException none) {
            throw notThere();
        }
    }

    /** The authority whose sittings this person sees; empty text for none. */
    private String authority(SignedIn person) {
        return desk.scope(person) instanceof Scope.OneAuthority one ? one.name() : "";
    }
}
