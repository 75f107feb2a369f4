package uk.daymark.register;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.daymark.register.reading.RegisterFile;

@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

    @Bean
    RegisterReader registerReader() {
        return RegisterFile::read;
    }

    @Bean
    ImportLimits importLimits() {
        return ImportLimits.load();
    }

    @Bean
    SpoolFolder spoolFolder(@Value("${daymark.data:./data}") Path data, ImportLimits limits) {
        return new SpoolFolder(data.resolve("imports"), limits.file().bytes());
    }
}
