package uk.daymark.register;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.daymark.measure.AttendanceCode;

/**
 * What an import may do by itself: {@code policies/import-limits.yaml}.
 *
 * @param held what waits for a person
 * @param plannedAhead codes, as written in a register, that may stand on a day that has not come
 * @param file how long a file may be
 * @param previews how long what was previewed is kept
 */
record ImportLimits(Held held, List<String> plannedAhead, FileSize file, Previews previews) {

    private static final String RESOURCE = "/policies/import-limits.yaml";

    /** Files that wait for a person. */
    record Held(HeldMarks marks, HeldPupils pupils) {}

    /**
     * @param pupils pupils marked, at least
     * @param absentPercent of them newly marked absent, at least, in percent
     */
    record HeldMarks(int pupils, int absentPercent) {}

    /**
     * @param schoolSize pupils on roll, at least
     * @param leavingPercent of them given a leaving date, at least, in percent
     */
    record HeldPupils(int schoolSize, int leavingPercent) {}

    /**
     * @param bytes at most
     * @param pupilWeeks weeks of pupils in a file of marks, at most
     * @param peopleRows rows of any other file, at most
     * @param rejectedRows rows of any file that are rejected, at most
     */
    record FileSize(long bytes, int pupilWeeks, int peopleRows, int rejectedRows) {}

    /** @param keptHours hours after which a preview that nobody imported is thrown away, with its file */
    record Previews(int keptHours) {

        Duration kept() {
            return Duration.ofHours(keptHours);
        }
    }

    /** @throws IllegalStateException where the resource is missing or wrong; it is part of the application */
    static ImportLimits load() {
        YAMLMapper yaml = YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (InputStream in = ImportLimits.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("Missing: " + RESOURCE);
            }
            ImportLimits limits = yaml.readValue(in, ImportLimits.class);
            limits.codesPlannedAhead();
            return limits;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot be read: " + RESOURCE, e);
        }
    }

    Set<AttendanceCode> codesPlannedAhead() {
        Set<AttendanceCode> codes = EnumSet.noneOf(AttendanceCode.class);
        for (String token : plannedAhead) {
            codes.add(AttendanceCode.ofToken(token)
                    .orElseThrow(() -> new IllegalStateException(RESOURCE + ": there is no code " + token)));
        }
        return codes;
    }
}
