package uk.daymark.policy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.policy.Policies;

/** Policies for other systems. */
@RestController
@RequestMapping("/api/policies")
@Tag(name = "Policies")
class PolicyApi {

    private final Access access;
    private final Policies policies;
    private final Clock clock;

    PolicyApi(Access access, Policies policies, Clock clock) {
        this.access = access;
        this.policies = policies;
        this.clock = clock;
    }

    /** All policies; there are few, so they come on one page. */
    record PolicyList(int total, List<PolicySummary> items) {}

    @GetMapping
    @Operation(summary = "Every policy, national first")
    PolicyList list() {
        access.require(Action.SEE_POLICY);
        List<PolicySummary> items =
                policies.all().stream().map(PolicySummary::of).toList();
        return new PolicyList(items.size(), items);
    }

    @GetMapping("/{name}")
    @Operation(summary = "One policy with the values used on a day, today where none is given")
    PolicyDetail one(
            @PathVariable String name,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> on) {
        access.require(Action.SEE_POLICY);
        return policies.named(name)
                .map(policy -> PolicyDetail.of(policy, policies, on.orElseGet(() -> LocalDate.now(clock))))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no policy of this name; /api/policies lists them"));
    }
}
