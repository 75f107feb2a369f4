package uk.daymark.worklist;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the work list reads once. */
@Configuration(proxyBeanMethods = false)
class WorkListConfiguration {

    @Bean
    WorkLimits workLimits() {
        return WorkLimits.load();
    }
}
