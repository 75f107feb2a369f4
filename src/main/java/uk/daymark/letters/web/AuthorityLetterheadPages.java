package uk.daymark.letters.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.letters.AuthorityLetterhead;
import uk.daymark.letters.AuthorityLetterheads;
import uk.daymark.people.Scope;
import uk.daymark.people.Scopes;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;
import uk.daymark.web.NotFound;

/** What stands at the head and the foot of the letters of the officer's own authority. */
@Controller
@RequestMapping("/letters/authority-letterhead")
class AuthorityLetterheadPages {

    private static final int LONGEST = 200;
    private static final int LONGEST_PHONE = 50;
    private static final int LONGEST_ADDRESS = 500;
    private static final int MOST_LINES = 5;

    private final Access access;
    private final Scopes scopes;
    private final Policies policies;
    private final AuthorityLetterheads letterheads;

    AuthorityLetterheadPages(Access access, Scopes scopes, Policies policies, AuthorityLetterheads letterheads) {
        this.access = access;
        this.scopes = scopes;
        this.policies = policies;
        this.letterheads = letterheads;
    }

    @GetMapping
    ModelAndView letterhead() {
        String authority = authority(access.require(Action.SET_AUTHORITY_LETTERHEAD));
        AuthorityLetterhead stands = letterheads.of(authority);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", stands.name());
        values.put("address", String.join("\n", stands.address()));
        values.put("sender", stands.sender());
        values.put("phone", stands.phone());
        values.put("email", stands.email());
        return page(authority, values, Map.of());
    }

    @PostMapping
    ModelAndView set(@RequestParam Map<String, String> typed, RedirectAttributes after) {
        String authority = authority(access.require(Action.SET_AUTHORITY_LETTERHEAD));
        List<String> address = text("address", typed)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        Map<String, String> errors = faults(typed, address);
        if (!errors.isEmpty()) {
            ModelAndView page = page(authority, typed, errors);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        letterheads.set(new AuthorityLetterhead(
                authority,
                text("name", typed),
                address,
                text("sender", typed),
                text("phone", typed),
                text("email", typed)));
        after.addFlashAttribute("said", "Saved. Letters of the authority written from now on have this letterhead.");
        return new ModelAndView("redirect:/letters/authority-letterhead");
    }

    private static Map<String, String> faults(Map<String, String> typed, List<String> address) {
        Map<String, String> errors = new LinkedHashMap<>();
        Map.of("name", LONGEST, "sender", LONGEST, "email", LONGEST, "phone", LONGEST_PHONE, "address", LONGEST_ADDRESS)
                .forEach((field, most) -> {
                    if (text(field, typed).length() > most) {
                        errors.put(field, "Keep this to " + most + " characters");
                    }
                });
        if (text("name", typed).isEmpty()) {
            errors.put("name", "Enter the name of the authority");
        }
        if (address.size() > MOST_LINES) {
            errors.put("address", "Enter at most " + MOST_LINES + " lines");
        }
        if (!text("email", typed).isEmpty() && !text("email", typed).matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")) {
            errors.put("email", "Enter an e-mail address, like attendance@council.example");
        }
        return errors;
    }

    private String authority(SignedIn person) {
        return scopes.of(person) instanceof Scope.OneAuthority authority ? authority.name() : none();
    }

    private static String none() {
        throw new NotFound("Your authority is not known: no school of it is your home school.");
    }

    private ModelAndView page(String authority, Map<String, String> values, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("letters/authority-letterhead");
        page.addObject("authority", policies.named(authority).map(Policy::title).orElse(authority));
        page.addObject("values", values);
        page.addObject("errors", errors);
        return page;
    }

    private static String text(String field, Map<String, String> typed) {
        return typed.getOrDefault(field, "").strip();
    }
}
