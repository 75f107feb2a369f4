package uk.daymark.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;

/** The pages that belong to no feature. */
@Controller
class FramePages {

    private final Access access;
    private final PageFrame frame;

    FramePages(Access access, PageFrame frame) {
        this.access = access;
        this.frame = frame;
    }

    /** Whoever works tasks starts with them. */
    @GetMapping("/")
    String home(Model model) {
        SignedIn person = access.signedIn();
        if (person.may(Action.SEE_TASKS)) {
            return "forward:/tasks";
        }
        model.addAttribute("school", person.homeSchoolUrn());
        model.addAttribute("reachesEverything", person.role().scope() == Role.Scope.EVERYTHING);
        model.addAttribute("sections", frame.current().sections());
        return "home";
    }

    @GetMapping("/sign-in")
    String signIn(Model model) {
        return signIn(model, "", Map.of());
    }

    /** Comes from the sign-in form when name and password do not match; keeps the name that was typed. */
    @PostMapping("/sign-in-again")
    String signInAgain(@RequestParam(defaultValue = "") String username, Model model) {
        return signIn(model, username, Map.of("username", "Enter a user name and a password that belong together"));
    }

    @GetMapping("/accessibility-statement")
    String accessibilityStatement() {
        return "accessibility-statement";
    }

    private static String signIn(Model model, String username, Map<String, String> errors) {
        Map<String, String> roles = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            roles.put(role.name().toLowerCase(java.util.Locale.ROOT), role.title());
        }
        model.addAttribute("username", username);
        model.addAttribute("errors", errors);
        model.addAttribute("roles", roles);
        return "sign-in";
    }
}
