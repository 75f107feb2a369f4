package uk.daymark.firstday;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.StepContext;

/** Sees which sessions have reached the day by which N has to be replaced, or when the next one will. */
@Component
class DeadlineStep implements Step {

    private final Rounds rounds;
    private final Absentees absentees;
    private final Clock clock;

    DeadlineStep(Rounds rounds, Absentees absentees, Clock clock) {
        this.rounds = rounds;
        this.absentees = absentees;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "seeDeadline";
    }

    @Override
    public Map<String, Object> run(StepContext context) {
        Round round = rounds.get(context.key());
        Timings timings = absentees.timings(round);
        Missing missing = absentees.missing(round);
        Missing due = missing.due(timings, LocalDate.now(clock));
        rounds.confirms(round.ref(), due.named());
        if (!due.none()) {
            return Map.of("deadlines", "now");
        }
        return missing.first()
                .<Map<String, Object>>map(session -> Map.of(
                        "deadlines", "later", "deadline", timings.deadlineMoment(session.date(), clock.instant())))
                .orElse(Map.of("deadlines", "none"));
    }
}
