package uk.daymark.checks.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The made-up register with which the page begins, from {@code checks/example-register.yaml}. */
@Component
class ExampleRegister {

    private final PastedRegister register;

    ExampleRegister() {
        try (var file = new ClassPathResource("checks/example-register.yaml").getInputStream()) {
            JsonNode example = new YAMLMapper().readTree(file);
            register = new PastedRegister(
                    text(example, "policy"),
                    text(example, "terms"),
                    text(example, "closures"),
                    text(example, "halfDays"),
                    text(example, "dateOfBirth"),
                    text(example, "from"),
                    text(example, "to"),
                    text(example, "asOf"),
                    text(example, "unlistedWeeks"),
                    text(example, "marks"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    PastedRegister register() {
        return register;
    }

    private static String text(JsonNode example, String name) {
        return example.path(name).asText("").stripTrailing();
    }
}
