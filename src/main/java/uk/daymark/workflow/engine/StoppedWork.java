package uk.daymark.workflow.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The engine's work that failed so often that it is not tried any more by itself. How much there is of it is a detail of Daymark's health
 * and one of the operator's figures; the rest goes on, so it does not make Daymark ill.
 */
@Component("work")
class StoppedWork implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(StoppedWork.class);

    private static final int TRIES = 3;

    private final ManagementService management;

    StoppedWork(ManagementService management, MeterRegistry meters) {
        this.management = management;
        Gauge.builder("daymark.work.stopped", this, StoppedWork::count)
                .description(
                        "Pieces of work that failed so often that they are not tried any more until Daymark starts anew")
                .register(meters);
    }

    /** How many pieces there are of it. */
    long count() {
        return management.createJobQuery().noRetriesLeft().count();
    }

    @Override
    public Health health() {
        return Health.up().withDetail("stopped", count()).build();
    }

    /** Whoever starts the application anew may have mended what was in the way. */
    @EventListener(ApplicationReadyEvent.class)
    void tryAgain() {
        for (Job job : management.createJobQuery().noRetriesLeft().unlimitedList()) {
            LOG.warn("Work that had stopped is tried again: {} of {}", job.getId(), job.getProcessDefinitionKey());
            management.setJobRetries(job.getId(), TRIES);
        }
    }
}
