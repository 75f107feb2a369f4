package uk.daymark.punctuality;

import java.util.Map;
import org.springframework.stereotype.Component;
import uk.daymark.time.Dates;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.StepContext;

/** Counts how often the pupil was late since the last step. */
@Component
class MeasureLateness implements Step {

    private static final String NO_STEP_YET = "none";

    private final LatenessConcerns concerns;
    private final LateCount count;

    MeasureLateness(LatenessConcerns concerns, LateCount count) {
        this.concerns = concerns;
        this.count = count;
    }

    @Override
    public String name() {
        return "measureLateness";
    }

    @Override
    public Map<String, Object> run(StepContext context) {
        LatenessConcern concern = concerns.running(context.key()).orElseThrow();
        String rung = context.text("rung").orElse(NO_STEP_YET);
        boolean better = !rung.equals(NO_STEP_YET) && count.better(concern.enrolment(), concern.watchedFrom());
        concerns.watchIsOver(concern.id());
        if (better) {
            concerns.end(concern.id(), "On time again since " + Dates.inWords(concern.watchedFrom()));
        }
        return Map.of("rung", rung, "better", better);
    }
}
