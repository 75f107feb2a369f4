package uk.daymark.letters.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
import uk.daymark.letters.HeldFamilies;
import uk.daymark.letters.HeldFamilies.Held;
import uk.daymark.letters.HeldFamilies.Kind;
import uk.daymark.measure.RegisterDates;
import uk.daymark.people.Pupils;
import uk.daymark.people.Scopes;
import uk.daymark.people.Urn;
import uk.daymark.time.TypedDay;
import uk.daymark.web.NotFound;

/** Families to whom a person holds letters. */
@Controller
@RequestMapping("/letters/holds")
class HeldFamiliesPages {

    private static final int LONGEST = 2000;

    private final Access access;
    private final Scopes scopes;
    private final Pupils pupils;
    private final HeldFamilies heldFamilies;
    private final Clock clock;

    HeldFamiliesPages(Access access, Scopes scopes, Pupils pupils, HeldFamilies heldFamilies, Clock clock) {
        this.access = access;
        this.scopes = scopes;
        this.pupils = pupils;
        this.heldFamilies = heldFamilies;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView holds(@RequestParam(defaultValue = "") String pupil) {
        return page(access.require(Action.HOLD_LETTERS), Map.of("pupil", pupil), Map.of());
    }

    @PostMapping
    ModelAndView hold(
            @RequestParam(defaultValue = "") String pupil,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String until,
            RedirectAttributes after) {
        SignedIn person = access.require(Action.HOLD_LETTERS);
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<Pupils.OnRoll> found = person.homeSchoolUrn().flatMap(urn -> pupils.find(new Urn(urn), pupil.strip()));
        if (found.isEmpty()) {
            errors.put("pupil", "Enter the reference of a pupil at your school");
        }
        Optional<Kind> known =
                Stream.of(Kind.values()).filter(one -> one.name().equals(kind)).findFirst();
        if (known.isEmpty()) {
            errors.put("kind", "Choose why letters are held");
        }
        if (why.isBlank() || why.strip().length() > LONGEST) {
            errors.put("why", "Enter what should be known, in at most " + LONGEST + " characters");
        }
        Optional<LocalDate> last = Optional.empty();
        if (!until.isBlank()) {
            last = day(until);
            if (last.filter(day -> !day.isBefore(LocalDate.now(clock))).isEmpty()) {
                errors.put("until", "Enter a day from today on, " + TypedDay.LIKE + ", or leave it empty");
            }
        }
        if (!errors.isEmpty() || found.isEmpty() || known.isEmpty()) {
            ModelAndView page = page(person, Map.of("pupil", pupil, "kind", kind, "why", why, "until", until), errors);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        heldFamilies.hold(found.get().enrolment().id(), known.get(), why.strip(), last);
        after.addFlashAttribute(
                "said",
                "Letters to the family of " + found.get().pupil().details().name() + " are held.");
        return new ModelAndView("redirect:/letters/holds");
    }

    @PostMapping("/{id}/lift")
    ModelAndView lift(@PathVariable long id, @RequestParam(defaultValue = "") String why, RedirectAttributes after) {
        SignedIn person = access.require(Action.HOLD_LETTERS);
        Held held = heldFamilies.in(scopes.of(person)).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(
                        () -> new NotFound("There is no such hold at your schools; it may have been lifted already."));
        if (why.isBlank() || why.strip().length() > LONGEST) {
            ModelAndView page = page(person, Map.of(), Map.of("why-" + id, "Enter why letters are no longer held"));
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        heldFamilies.lift(held, why.strip());
        after.addFlashAttribute("said", "Letters to the family of " + held.pupilName() + " are no longer held.");
        return new ModelAndView("redirect:/letters/holds");
    }

    private ModelAndView page(SignedIn person, Map<String, String> typed, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("letters/holds");
        page.addObject("holds", heldFamilies.in(scopes.of(person)));
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        Map<String, String> kinds = new LinkedHashMap<>();
        Stream.of(Kind.values()).forEach(kind -> kinds.put(kind.name(), kind.title()));
        page.addObject("kinds", kinds);
        return page;
    }

    private static Optional<LocalDate> day(String typed) {
        return TypedDay.read(typed).filter(RegisterDates::plausible);
    }
}
