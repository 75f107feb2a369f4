package uk.daymark.punctuality;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.daymark.time.LondonTime;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.StepContext;

/** Sets until when the pupil is watched after a step: so many school days, the day of the step not counted. */
@Component
class SetLateWatch implements Step {

    private final LatenessConcerns concerns;
    private final LateCount count;
    private final Clock clock;

    SetLateWatch(LatenessConcerns concerns, LateCount count, Clock clock) {
        this.concerns = concerns;
        this.count = count;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "setLateWatch";
    }

    @Override
    public Map<String, Object> run(StepContext context) {
        LatenessConcern concern = concerns.running(context.key()).orElseThrow();
        LocalDate last = count.after(concern.enrolment(), "lateness.monitor");
        concerns.watch(concern.id(), LocalDate.now(clock).plusDays(1));
        return Map.of(
                "rung",
                context.text("route").orElseThrow(),
                "watchUntil",
                last.plusDays(1).atStartOfDay(LondonTime.ZONE).toInstant());
    }
}
