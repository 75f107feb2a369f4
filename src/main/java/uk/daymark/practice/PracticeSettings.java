package uk.daymark.practice;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import uk.daymark.measure.RegisterDates;
import uk.daymark.practice.sample.SampleSchools;
import uk.daymark.start.CannotStartException;

/**
 * The options of practice mode, {@code --daymark.practice.*}.
 *
 * @param clock where the clock starts in a new data folder, London time, as in {@code 2025-09-15T08:30}; nothing for a morning that suits
 *     the sample
 * @param home URN of the school of the practice users; nothing for the first of the sample
 * @param sample what a new data folder is filled with
 */
@ConfigurationProperties("daymark.practice")
record PracticeSettings(@Nullable String clock, @Nullable String home, Sample sample) {

    /** Where the clock starts in a folder without a sample: after the marks of {@code docs/example}. */
    private static final LocalDateTime WITHOUT_A_SAMPLE = LocalDateTime.of(2025, 12, 12, 8, 30);

    /** The home school of a folder without a sample: that of {@code docs/example}. */
    private static final String HOME_WITHOUT_A_SAMPLE = "999001";

    enum Sample {
        NONE,
        SCHOOL,
        AUTHORITY
    }

    PracticeSettings {
        if (home != null && !home.isEmpty() && !home.matches("[0-9]{6}")) {
            throw new CannotStartException(
                    "The school of the practice users, " + home + ", is not a URN: a URN has six digits.",
                    "Give one as in --daymark.practice.home=999001, or leave the option out.");
        }
        if (sample == Sample.AUTHORITY) {
            throw new CannotStartException(
                    "The sample authority, one authority of about 40,000 pupils, is not built yet.",
                    "Start with --daymark.practice.sample=school for three schools, or =none for an empty database.");
        }
    }

    LocalDateTime clockStart() {
        if (clock == null || clock.isEmpty()) {
            return sample == Sample.SCHOOL ? SampleSchools.clock() : WITHOUT_A_SAMPLE;
        }
        try {
            LocalDateTime start = LocalDateTime.parse(clock);
            if (RegisterDates.plausible(start.toLocalDate())) {
                return start;
            }
        } catch (DateTimeParseException unreadable) {
            // Told below, like a time in which there are no registers.
        }
        throw new CannotStartException(
                "The practice clock cannot start at " + clock + ": that is not a date and time.",
                "Give one as in --daymark.practice.clock=2025-09-15T08:30.");
    }

    /** @param begunWith what the data folder was begun with, whatever the options say now */
    String homeSchoolUrn(Sample begunWith) {
        if (home != null && !home.isEmpty()) {
            return home;
        }
        return begunWith == Sample.SCHOOL ? SampleSchools.firstUrn() : HOME_WITHOUT_A_SAMPLE;
    }
}
