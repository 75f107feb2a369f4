package uk.daymark.practice.sample;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files that describe the sample. They are part of the application, so a fault in them is ours. */
record SampleFiles(SchoolsFile schools, PeopleFile people, AttendanceFile attendance) {

    private static final String FOLDER = "/practice/sample/";

    static SampleFiles load() {
        YAMLMapper yaml = yaml();
        return new SampleFiles(
                read(yaml, "schools.yaml", SchoolsFile.class),
                read(yaml, "people.yaml", PeopleFile.class),
                read(yaml, "attendance.yaml", AttendanceFile.class));
    }

    static ReferralsFile referrals() {
        return read(yaml(), "referrals.yaml", ReferralsFile.class);
    }

    private static YAMLMapper yaml() {
        return YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .addModule(new JavaTimeModule())
                .build();
    }

    private static <T> T read(YAMLMapper yaml, String name, Class<T> type) {
        try (InputStream file = SampleFiles.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException(FOLDER + name + " is missing");
            }
            return yaml.readValue(file, type);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
