package uk.daymark.practice;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import uk.daymark.measure.RegisterDates;
import uk.daymark.start.CannotStartException;

/**
 * The options of practice mode, {@code --daymark.practice.*}.
 *
 * @param clock where the clock starts in a new data folder, London time, as in {@code 2025-09-15T08:30}
 * @param home URN of the school of the practice users, or nothing
 * @param sample what a new data folder is filled with
 */
@ConfigurationProperties("daymark.practice")
record PracticeSettings(String clock, @Nullable String home, Sample sample) {

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
    }

    LocalDateTime clockStart() {
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

    Optional<String> homeSchoolUrn() {
        return Optional.ofNullable(home).filter(urn -> !urn.isEmpty());
    }
}
