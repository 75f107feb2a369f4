package uk.daymark.checks.web;

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
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.checks.RegisterChecks;
import uk.daymark.policy.Policies;
import uk.daymark.web.InvalidInput;

/** The page on which anybody types in marks and sees what a policy counts. */
@Controller
@RequestMapping("/try-the-rules")
class TryTheRulesPage {

    private final Access access;
    private final RegisterChecks checks;
    private final Policies policies;
    private final ExampleRegister example;

    TryTheRulesPage(Access access, RegisterChecks checks, Policies policies, ExampleRegister example) {
        this.access = access;
        this.checks = checks;
        this.policies = policies;
        this.example = example;
    }

    @GetMapping
    ModelAndView form() {
        access.require(Action.CHECK);
        return page(example.register(), Map.of());
    }

    @PostMapping
    ModelAndView figures(
            @RequestParam(defaultValue = "") String policy,
            @RequestParam(defaultValue = "") String terms,
            @RequestParam(defaultValue = "") String closures,
            @RequestParam(defaultValue = "") String halfDays,
            @RequestParam(defaultValue = "") String dateOfBirth,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String unlistedWeeks,
            @RequestParam(defaultValue = "") String marks) {
        access.require(Action.CHECK);
        PastedRegister pasted = new PastedRegister(
                policy, terms, closures, halfDays, dateOfBirth, from, to, asOf, unlistedWeeks, marks);
        Map<String, String> errors = pasted.errors(List.of());
        if (errors.isEmpty()) {
            try {
                return page(pasted, errors).addObject("measured", checks.check(pasted.body()));
            } catch (InvalidInput refused) {
                errors = pasted.errors(refused.faults());
            }
        }
        ModelAndView page = page(pasted, errors);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private ModelAndView page(PastedRegister pasted, Map<String, String> errors) {
        Map<String, String> choices = new LinkedHashMap<>();
        policies.all().forEach(policy -> choices.put(policy.name(), policy.title()));
        ModelAndView page = new ModelAndView("checks/try-the-rules");
        page.addObject("pasted", pasted);
        page.addObject("errors", errors);
        page.addObject("policies", choices);
        page.addObject("unlistedChoices", unlistedChoices());
        return page;
    }

    private static Map<String, String> unlistedChoices() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("PRESENT", "Present at every session");
        choices.put("NOT_TAKEN", "Not taken: nothing is known of them");
        return choices;
    }
}
