package uk.daymark.enforcement.improve;

import org.springframework.stereotype.Component;
import uk.daymark.cases.DecisionsMade;

/** Why a person ended a notice early: the end is recorded when the parent has been told, which is later. */
@Component
class BreachDecided {

    static final String END = "End the notice to improve early";

    private final DecisionsMade decisions;

    BreachDecided(DecisionsMade decisions) {
        this.decisions = decisions;
    }

    /** In the words of the one who decided it. */
    String why(ImprovementNotice notice) {
        return decisions.of(notice.caseRef()).stream()
                .filter(made -> made.what().startsWith(END))
                .reduce((earlier, later) -> later)
                .map(made -> made.reason() + " (" + made.by() + ")")
                .orElse("A ground that the notice named was met.");
    }
}
