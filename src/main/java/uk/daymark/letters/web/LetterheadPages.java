package uk.daymark.letters.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
import uk.daymark.letters.Letterhead;
import uk.daymark.letters.Letterheads;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Scopes;
import uk.daymark.web.NotFound;

/** What stands at the head and the foot of a school's letters. */
@Controller
@RequestMapping("/letters/letterheads")
class LetterheadPages {

    private static final int LONGEST = 200;
    private static final int LONGEST_PHONE = 50;
    private static final int LONGEST_ADDRESS = 500;
    private static final int MOST_LINES = 5;
    private static final Pattern DAYS = Pattern.compile("[1-9]|[1-5][0-9]|60");

    private final Access access;
    private final Scopes scopes;
    private final Schools schools;
    private final Letterheads letterheads;

    LetterheadPages(Access access, Scopes scopes, Schools schools, Letterheads letterheads) {
        this.access = access;
        this.scopes = scopes;
        this.schools = schools;
        this.letterheads = letterheads;
    }

    @GetMapping
    ModelAndView list() {
        List<School> inScope = schools.in(scopes.of(access.require(Action.SET_LETTERHEAD)));
        if (inScope.size() == 1) {
            return new ModelAndView(
                    "redirect:/letters/letterheads/" + inScope.get(0).urn());
        }
        ModelAndView page = new ModelAndView("letters/letterheads");
        page.addObject("schools", inScope);
        return page;
    }

    @GetMapping("/{urn}")
    ModelAndView letterhead(@PathVariable String urn) {
        School school = find(urn);
        Letterhead stands = letterheads.of(school.urn());
        Map<String, String> values = new LinkedHashMap<>();
        values.put("sender", stands.sender());
        values.put("phone", stands.phone());
        values.put("email", stands.email());
        values.put("head", stands.head());
        values.put("address", String.join("\n", stands.address()));
        values.put("replyDays", stands.replyDays().map(String::valueOf).orElse(""));
        return page(school, values, Map.of());
    }

    @PostMapping("/{urn}")
    ModelAndView set(@PathVariable String urn, @RequestParam Map<String, String> typed, RedirectAttributes after) {
        School school = find(urn);
        Map<String, String> errors = new LinkedHashMap<>();
        longest("sender", typed, LONGEST, errors);
        longest("phone", typed, LONGEST_PHONE, errors);
        longest("email", typed, LONGEST, errors);
        longest("head", typed, LONGEST, errors);
        longest("address", typed, LONGEST_ADDRESS, errors);
        List<String> address = text("address", typed)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (address.size() > MOST_LINES) {
            errors.put("address", "Enter at most " + MOST_LINES + " lines");
        }
        if (!text("email", typed).isEmpty() && !text("email", typed).matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")) {
            errors.put("email", "Enter an e-mail address, like office@school.example");
        }
        String days = text("replyDays", typed);
        if (!days.isEmpty() && !DAYS.matcher(days).matches()) {
            errors.put("replyDays", "Enter a number of school days from 1 to 60, or leave it empty");
        }
        if (!errors.isEmpty()) {
            ModelAndView page = page(school, typed, errors);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        letterheads.set(new Letterhead(
                school.urn(),
                text("sender", typed),
                text("phone", typed),
                text("email", typed),
                text("head", typed),
                address,
                days.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(days))));
        after.addFlashAttribute("said", "Saved. Letters written from now on have this letterhead.");
        return new ModelAndView("redirect:/letters/letterheads/" + school.urn());
    }

    private static String text(String field, Map<String, String> typed) {
        return typed.getOrDefault(field, "").strip();
    }

    private static void longest(String field, Map<String, String> typed, int most, Map<String, String> errors) {
        if (text(field, typed).length() > most) {
            errors.put(field, "Keep this to " + most + " characters");
        }
    }

    private School find(String urn) {
        return schools.in(scopes.of(access.require(Action.SET_LETTERHEAD))).stream()
                .filter(school -> school.urn().value().equals(urn))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such school of yours."));
    }

    private static ModelAndView page(School school, Map<String, String> values, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("letters/letterhead");
        page.addObject("school", school);
        page.addObject("values", values);
        page.addObject("errors", errors);
        return page;
    }
}
