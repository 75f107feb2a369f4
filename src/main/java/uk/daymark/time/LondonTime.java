package uk.daymark.time;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The zone of every date and time in Daymark, and the running clock. */
@Configuration(proxyBeanMethods = false)
public class LondonTime {

    /** England's schools keep London time. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** The clock that everything asks; in practice mode another stands in its place. */
    @Bean
    @Profile("!practice")
    Clock runningClock() {
        return Clock.system(ZONE);
    }
}
