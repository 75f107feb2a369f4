package uk.daymark.cases;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What may be kept with a case: {@code policies/document-limits.yaml}.
 *
 * @param bytes of one file, at most
 * @param pixels of a picture, at most
 */
record DocumentLimits(long bytes, long pixels) {

    private static final String RESOURCE = "/policies/document-limits.yaml";

    /** @throws IllegalStateException where the resource is missing; it is part of the application */
    static DocumentLimits load() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (InputStream in = DocumentLimits.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("Missing: " + RESOURCE);
            }
            return yaml.readValue(in, DocumentLimits.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot be read: " + RESOURCE, e);
        }
    }
}
