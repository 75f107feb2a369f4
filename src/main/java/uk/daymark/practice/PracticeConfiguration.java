package uk.daymark.practice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("practice")
@EnableConfigurationProperties(PracticeSettings.class)
class PracticeConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PracticeConfiguration.class);

    @Bean
    ApplicationRunner sampleData(PracticeSettings settings) {
        return arguments -> {
            if (settings.sample() != PracticeSettings.Sample.NONE) {
                LOG.info("sample data is not built yet; starting empty");
            }
        };
    }
}
