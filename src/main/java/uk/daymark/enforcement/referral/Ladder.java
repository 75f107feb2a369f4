package uk.daymark.enforcement.referral;

import java.time.LocalDate;
import java.util.List;
import uk.daymark.policy.Policy;

/** In which order a policy takes its tools. */
final class Ladder {

    private static final List<String> PROSECUTIONS = List.of("444(1)", "444(1A)");

    private Ladder() {}

    /**
     * As the table {@code sanction-route} writes it: {@code steps} where the policy itself names both prosecutions as steps that follow
     * one another, else {@code choice}. A list that names other tools only says nothing of when to prosecute.
     */
    static String word(Policy policy, LocalDate on) {
        List<String> tools = policy.list("ladder", on).orElse(List.of());
        boolean steps = PROSECUTIONS.stream()
                .allMatch(section -> tools.stream().anyMatch(tool -> tool.contains("section " + section)));
        return steps ? "steps" : "choice";
    }
}
