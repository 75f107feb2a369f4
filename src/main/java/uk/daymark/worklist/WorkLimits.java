package uk.daymark.worklist;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/**
 * How work lists are shown, kept and shared: {@code policies/worklist-limits.yaml}.
 *
 * @param list a page of a list
 * @param views lists that are kept under a name
 * @param calls ringing families one after another
 */
public record WorkLimits(Shown list, Views views, Calls calls) {

    private static final String RESOURCE = "/policies/worklist-limits.yaml";

    /**
     * @param pageSizes tasks on a page that can be chosen, the usual one first
     * @param together tasks that can be given to a colleague at once, at most
     * @param beforeEverything tasks that stand on top of every list, at most
     */
    public record Shown(List<Integer> pageSizes, int together, int beforeEverything) {

        public Shown {
            pageSizes = List.copyOf(pageSizes);
        }
    }

    /** @param each of one person, at most */
    public record Views(int each) {}

    /** @param heldMinutes minutes after which a call that somebody opened is free for others again */
    public record Calls(int heldMinutes) {

        /** The same as a time. */
        public Duration held() {
            return Duration.ofMinutes(heldMinutes);
        }
    }

    /** @throws IllegalStateException where the resource is missing; it is part of the application */
    static WorkLimits load() {
        YAMLMapper yaml = YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (InputStream in = WorkLimits.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("Missing: " + RESOURCE);
            }
            return yaml.readValue(in, WorkLimits.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot be read: " + RESOURCE, e);
        }
    }
}
