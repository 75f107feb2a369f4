package uk.daymark.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class RunningClockTest {

    @Test
    void outsidePracticeTheClockRunsInLondon() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment().setActiveProfiles("live");
            context.register(LondonTime.class);
            context.refresh();
            Clock clock = context.getBean(Clock.class);
            assertThat(clock).isEqualTo(Clock.system(LondonTime.ZONE));
            assertThat(clock.getZone()).hasToString("Europe/London");
        }
    }

    @Test
    void inPracticeThereIsNoRunningClock() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment().setActiveProfiles("practice");
            context.register(LondonTime.class);
            context.refresh();
            assertThat(context.getBeansOfType(Clock.class)).isEmpty();
        }
    }
}
