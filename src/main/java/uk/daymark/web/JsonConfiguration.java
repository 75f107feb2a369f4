package uk.daymark.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How strictly JSON is read beyond what application.yaml can say. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    /** Deeper than any form definition, far from what would exhaust a thread's stack. */
    private static final int DEEPEST = 64;

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_NAME = 1_000;

    @Bean
    Jackson2ObjectMapperBuilderCustomizer strictJson() {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(LONGEST_NUMBER)
                .maxStringLength(LONGEST_TEXT)
                .maxNameLength(LONGEST_NAME)
                .build();
        return builder -> builder.factory(
                        JsonFactory.builder().streamReadConstraints(limits).build())
                // Else a number would pass for a date, and a time of day would be cut off in silence.
                .postConfigurer(mapper -> mapper.setDefaultLeniency(false));
    }
}
