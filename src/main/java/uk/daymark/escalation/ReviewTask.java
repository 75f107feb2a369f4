package uk.daymark.escalation;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.access.Role;
import uk.daymark.cases.DecisionMade;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.web.Conflict;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** A decision whose marks were amended is looked at again by who decided; what the headteacher decided, by the headteacher alone. */
@Component
class ReviewTask implements TaskHandler {

    private static final Set<String> HEADS_OWN = Set.of(Rung.CONSIDER.id(), DoubtTask.KIND);

    private final DecisionReviews reviews;
    private final DecisionsMade decisions;

    ReviewTask(DecisionReviews reviews, DecisionsMade decisions) {
        this.reviews = reviews;
        this.decisions = decisions;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Models.REVIEW);
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        boolean headsOwn = reviews.decisionOf(task.id())
                .flatMap(decisions::find)
                .map(DecisionMade::taskKind)
                .filter(HEADS_OWN::contains)
                .isPresent();
        if (headsOwn && answer.by().role() != Role.HEAD) {
            throw new Conflict("The headteacher decided this, so only the headteacher says whether it stands.");
        }
        return Map.of("review", answer.text("review"));
    }
}
