package uk.daymark.workflow.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.daymark.time.ClockFollower;

/** Keeps the engine's clock where the practice clock stands. */
@Component
@Profile("practice")
class EngineClock extends AbstractProcessEnginePlugin implements ClockFollower {

    private final Clock clock;

    EngineClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        ClockUtil.setCurrentTime(Date.from(clock.instant()));
    }

    @Override
    public void clockMoved(Instant from, Instant to) {
        ClockUtil.setCurrentTime(Date.from(to));
    }
}
