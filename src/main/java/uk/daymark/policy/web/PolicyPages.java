package uk.daymark.policy.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.policy.Policies;

/** Policies for people. */
@Controller
@RequestMapping("/policies")
class PolicyPages {

    private final Access access;
    private final Policies policies;
    private final Clock clock;

    PolicyPages(Access access, Policies policies, Clock clock) {
        this.access = access;
        this.policies = policies;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        access.require(Action.SEE_POLICY);
        model.addAttribute("policies", policies.all());
        return "policy/policies";
    }

    @GetMapping("/{name}")
    String one(
            @PathVariable String name,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> on,
            Model model) {
        access.require(Action.SEE_POLICY);
        LocalDate day = on.orElseGet(() -> LocalDate.now(clock));
        PolicyPage page = policies.named(name)
                .map(policy -> PolicyPage.of(policy, policies, day))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no policy of this name; the page Policies lists them"));
        model.addAttribute("page", page);
        model.addAttribute("on", day);
        return "policy/policy";
    }
}
