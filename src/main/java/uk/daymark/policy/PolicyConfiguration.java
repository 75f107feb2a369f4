package uk.daymark.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Reads {@code policies/} from the class path when the application starts; a fault in a file keeps it from starting. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    private static final String FOLDER = "policies/";

    /** Files of the folder that hold no policy. */
    static final Set<String> OTHER_FILES =
            Set.of(BankHolidayFile.NAME, "import-limits.yaml", "document-limits.yaml", "worklist-limits.yaml");

    @Bean
    Policies policies(ResourcePatternResolver resources) throws IOException {
        List<PolicyLoader.Source> sources = new ArrayList<>();
        for (Resource resource : resources.getResources("classpath*:" + FOLDER + "*.yaml")) {
            String file = resource.getFilename();
            if (file != null && !OTHER_FILES.contains(file)) {
                sources.add(new PolicyLoader.Source(file, resource.getContentAsByteArray()));
            }
        }
        return new PolicyLoader(schema(resources, "policy.schema.json")).load(sources);
    }

    @Bean
    BankHolidayChanges bankHolidayChanges(ResourcePatternResolver resources) throws IOException {
        byte[] content = resources
                .getResource("classpath:" + FOLDER + BankHolidayFile.NAME)
                .getContentAsByteArray();
        return BankHolidayFile.read(content, schema(resources, "bank-holidays.schema.json"));
    }

    private static JsonNode schema(ResourcePatternResolver resources, String name) throws IOException {
        return new ObjectMapper()
                .readTree(resources.getResource("classpath:" + FOLDER + name).getContentAsByteArray());
    }
}
