package uk.daymark.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.figures.Note;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;
import uk.daymark.web.JsonFields;

/** Finds the policy that a body names. */
@Component
class PolicyChoice {

    private static final String NATIONAL = "national";

    private final Policies policies;
    private final Policy national;

    PolicyChoice(Policies policies) {
        this.policies = policies;
        this.national = policies.named(NATIONAL)
                .orElseThrow(() -> new IllegalStateException("policies/" + NATIONAL + ".yaml is missing"));
    }

    /** The policy named; a fault where none is named or there is none of that name, a note where it has been superseded. */
    Optional<Policy> needed(JsonFields body, String name, List<Note> notes) {
        body.need(name);
        return chosen(body, name, notes);
    }

    /** The policy named, or the national one where none is. */
    Optional<Policy> orNational(JsonFields body, String name, List<Note> notes) {
        return body.any(name).isEmpty() ? Optional.of(national) : chosen(body, name, notes);
    }

    private Optional<Policy> chosen(JsonFields body, String name, List<Note> notes) {
        return body.text(name).flatMap(wanted -> {
            Optional<Policy> policy = policies.named(wanted);
            if (policy.isEmpty()) {
                body.fault(
                        name,
                        "There is no policy of this name. There are: "
                                + policies.all().stream().map(Policy::name).collect(Collectors.joining(", ")) + ".");
            }
            policy.ifPresent(found -> found.lastDay()
                    .ifPresent(lastDay -> notes.add(new Note(
                            "POLICY_SUPERSEDED",
                            body.pointerTo(name),
                            found.title() + " was in force until " + lastDay + " and has been superseded"
                                    + found.supersededBy()
                                            .map(by -> " by " + by)
                                            .orElse("")
                                    + ". It is used because it was named."))));
            return policy;
        });
    }
}
