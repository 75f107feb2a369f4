package uk.daymark.time;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks for due work each minute where the clock runs by itself. In practice mode the clock's moves do it. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Profile("!practice")
class LookingForDueWork {

    private final DueWorkers workers;

    LookingForDueWork(DueWorkers workers) {
        this.workers = workers;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        workers.catchUp();
    }
}
