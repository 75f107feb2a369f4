package uk.daymark.enforcement.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import uk.daymark.cases.CaseRef;
import uk.daymark.enforcement.publicplace.PublicPlaces;
import uk.daymark.enforcement.publicplace.Sighting;
import uk.daymark.enforcement.publicplace.Suspension;
import uk.daymark.journal.Journal;
import uk.daymark.measure.RegisterDates;
import uk.daymark.people.Pupils;
import uk.daymark.time.TypedDay;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;

/** The suspensions of one pupil: enter, correct, and enter that the pupil was seen in public. */
@Controller
@RequestMapping("/pupils/{urn}/{ref}")
class SuspensionPages {

    private static final String NEW = "";
    private static final String IN_HOURS = "yes";
    private static final Map<String, String> HOURS = hours();

    private final Access access;
    private final SuspendedPupils pupils;
    private final PublicPlaces places;
    private final Journal journal;

    SuspensionPages(Access access, SuspendedPupils pupils, PublicPlaces places, Journal journal) {
        this.access = access;
        this.pupils = pupils;
        this.places = places;
        this.journal = journal;
    }

    @GetMapping("/suspensions")
    ModelAndView show(@PathVariable String urn, @PathVariable String ref) {
        SignedIn person = access.require(Action.SEE_SUSPENSIONS);
        Pupils.OnRoll pupil = pupils.at(urn, ref, person);
        journal.looked("SUSPENSIONS", "/pupils/" + urn + "/" + ref + "/suspensions");
        return page(pupil, person, Map.of(), Map.of());
    }

    @PostMapping("/suspensions")
    ModelAndView enter(
            @PathVariable String urn,
            @PathVariable String ref,
            @RequestParam Map<String, String> typed,
            RedirectAttributes after) {
        SignedIn person = access.require(Action.KEEP_SUSPENSIONS);
        Pupils.OnRoll pupil = pupils.at(urn, ref, person);
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<LocalDate> firstDay = day(typed, "firstDay", errors);
        String days = typed.getOrDefault("schoolDays", "").strip();
        if (!days.matches("[1-9][0-9]?|100")) {
            errors.put("schoolDays", "Enter how many school days, from 1 to 100");
        }
        Optional<LocalDate> noticeOn =
                typed.getOrDefault("noticeOn", "").isBlank() ? Optional.empty() : day(typed, "noticeOn", errors);
        String reason = text(typed, "reason", "Enter the reason", SuspensionsApi.LONGEST_TEXT, errors);
        Optional<Suspension.Kind> kind = kind(typed.getOrDefault("kind", ""));
        if (kind.isEmpty()) {
            errors.put("kind", "Choose what it is");
        }
        String corrects = typed.getOrDefault("corrects", NEW);
        if (!corrects.matches("[0-9]{0,18}")) {
            errors.put("corrects", "Choose what you enter");
        }
        if (errors.isEmpty()) {
            Suspension.Entered entered = new Suspension.Entered(
                    kind.orElseThrow(), firstDay.orElseThrow(), Integer.parseInt(days), noticeOn, reason);
            try {
                if (corrects.equals(NEW)) {
                    places.enter(pupil.enrolment().id(), entered);
                } else {
                    places.correct(pupil.enrolment().id(), Long.parseLong(corrects), entered);
                }
                after.addFlashAttribute(
                        "said",
                        corrects.equals(NEW)
                                ? "The suspension is entered."
                                : "Corrected. The entry as it was is kept.");
                return new ModelAndView("redirect:/pupils/" + urn + "/" + ref + "/suspensions");
            } catch (InvalidInput refused) {
                tell(refused, errors);
            }
        }
        return wrong(pupil, person, typed, errors);
    }

    @PostMapping("/sightings")
    ModelAndView seen(
            @PathVariable String urn,
            @PathVariable String ref,
            @RequestParam Map<String, String> typed,
            RedirectAttributes after) {
        SignedIn person = access.require(Action.KEEP_SUSPENSIONS);
        Pupils.OnRoll pupil = pupils.at(urn, ref, person);
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<LocalDate> on = day(typed, "seenOn", errors);
        String at = typed.getOrDefault("seenAt", "").strip();
        if (!at.matches(SuspensionsApi.TIME)) {
            errors.put("seenAt", "Enter the time, like 11:20");
        }
        String inHours = typed.getOrDefault("duringSchoolHours", "");
        if (!HOURS.containsKey(inHours)) {
            errors.put("duringSchoolHours", "Choose whether it was in school hours");
        }
        String place = text(typed, "place", "Enter the place", SuspensionsApi.LONGEST_NAME, errors);
        String by = text(typed, "seenBy", "Enter who saw the pupil", SuspensionsApi.LONGEST_NAME, errors);
        if (errors.isEmpty()) {
            try {
                CaseRef opened = places.seen(
                        pupil.enrolment().id(),
                        new Sighting.Seen(on.orElseThrow(), at, inHours.equals(IN_HOURS), place, by));
                after.addFlashAttribute("said", "The sighting is entered. The parents are asked first.");
                return new ModelAndView("redirect:/cases/" + opened);
            } catch (InvalidInput refused) {
                tell(refused, errors);
            } catch (Conflict refused) {
                errors.put("seenOn", String.valueOf(refused.getMessage()));
            }
        }
        return wrong(pupil, person, typed, errors);
    }

    private ModelAndView wrong(
            Pupils.OnRoll pupil, SignedIn person, Map<String, String> typed, Map<String, String> errors) {
        ModelAndView page = page(pupil, person, typed, errors);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private ModelAndView page(
            Pupils.OnRoll pupil, SignedIn person, Map<String, String> typed, Map<String, String> errors) {
        ModelAndView view = new ModelAndView("publicplace/suspensions");
        view.addObject("pupil", pupil);
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(NEW, "A new suspension or exclusion");
        List<Map.Entry<String, String>> lines = new ArrayList<>();
        places.suspensions(pupil.enrolment().id()).forEach(one -> {
            entries.put(String.valueOf(one.id()), "Correct: " + places.words(one));
            lines.add(Map.entry(places.words(one), one.why()));
        });
        view.addObject("entries", entries);
        view.addObject("lines", lines);
        view.addObject("sightings", places.sightings(pupil.enrolment().id()));
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Suspension.Kind kind : Suspension.Kind.values()) {
            kinds.put(kind.name(), kind.title());
        }
        view.addObject("kinds", kinds);
        view.addObject("hours", HOURS);
        Map<String, String> filled = new HashMap<>(Map.of("kind", "SUSPENSION", "corrects", NEW));
        filled.putAll(typed);
        view.addObject("typed", filled);
        view.addObject("errors", errors);
        view.addObject("mayKeep", person.may(Action.KEEP_SUSPENSIONS));
        return view;
    }

    private static Map<String, String> hours() {
        Map<String, String> hours = new LinkedHashMap<>();
        hours.put(IN_HOURS, "Yes");
        hours.put("no", "No");
        return hours;
    }

    private static Optional<Suspension.Kind> kind(String word) {
        return Arrays.stream(Suspension.Kind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst();
    }

    private static Optional<LocalDate> day(Map<String, String> typed, String field, Map<String, String> errors) {
        Optional<LocalDate> day = TypedDay.read(typed.getOrDefault(field, "")).filter(RegisterDates::plausible);
        if (day.isEmpty()) {
            errors.put(field, "Enter the day, " + TypedDay.LIKE);
        }
        return day;
    }

    private static String text(
            Map<String, String> typed, String field, String otherwise, int longest, Map<String, String> errors) {
        String text = typed.getOrDefault(field, "").strip();
        if (text.isEmpty() || text.indexOf('\0') >= 0) {
            errors.put(field, otherwise);
        } else if (text.length() > longest) {
            errors.put(field, "Enter " + longest + " characters or fewer");
        }
        return text;
    }

    private static void tell(InvalidInput refused, Map<String, String> errors) {
        refused.faults().forEach(fault -> errors.put(fault.pointer().replace("/", ""), fault.message()));
    }
}
