package uk.daymark.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Policies for tests: the shipped ones, and the shipped ones with a small file more or instead. */
public final class PolicyFiles {

    private static final PathMatchingResourcePatternResolver RESOURCES = new PathMatchingResourcePatternResolver();

    private PolicyFiles() {}

    /** The policies of this product. */
    public static Policies shipped() {
        return loaded(shippedTexts());
    }

    public static Policy shipped(String name) {
        return shipped().named(name).orElseThrow();
    }

    /** The policies of this product, and one more (or another text for one of them). */
    static Policies shippedAnd(String name, String text) {
        Map<String, String> texts = shippedTexts();
        texts.put(name + ".yaml", text);
        return loaded(texts);
    }

    /** The faults that this file brings to the policies of this product. */
    static List<PolicyFault> faultsOf(String name, String text) {
        Map<String, String> texts = shippedTexts();
        texts.put(name + ".yaml", text);
        return faultsOf(texts);
    }

    static List<PolicyFault> faultsOf(Map<String, String> texts) {
        try {
            loaded(texts);
            return List.of();
        } catch (PolicyFaultsException e) {
            return e.faults();
        }
    }

    static Policies loaded(Map<String, String> texts) {
        List<PolicyLoader.Source> sources = new ArrayList<>();
        texts.forEach((file, text) -> sources.add(new PolicyLoader.Source(file, text.getBytes(UTF_8))));
        return new PolicyLoader(json("policy.schema.json")).load(sources);
    }

    static Map<String, String> shippedTexts() {
        try {
            Map<String, String> texts = new LinkedHashMap<>();
            for (var resource : RESOURCES.getResources("classpath:policies/*.yaml")) {
                texts.put(resource.getFilename(), resource.getContentAsString(UTF_8));
            }
            texts.keySet().removeAll(PolicyConfiguration.OTHER_FILES);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String schema) {
        try {
            return new ObjectMapper()
                    .readTree(RESOURCES
                            .getResource("classpath:policies/" + schema)
                            .getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Overrides as an API would read them. */
    static Map<String, JsonNode> overrides(String json) {
        try {
            Map<String, JsonNode> values = new LinkedHashMap<>();
            new ObjectMapper()
                    .readTree(json)
                    .properties()
                    .forEach(value -> values.put(value.getKey(), value.getValue()));
            return values;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
