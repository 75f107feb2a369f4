package uk.daymark.checks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to one question about dates. */
sealed interface DateAnswer {

    /**
     * One day.
     *
     * @param date null where the calendar does not reach so far
     * @param message why it is null; left out else
     */
    record Day(
            @Nullable LocalDate date,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String message) implements DateAnswer {

        static Day of(Optional<LocalDate> date) {
            return new Day(
                    date.orElse(null),
                    date.isPresent()
                            ? null
                            : "The calendar ends before this can be counted. Add the terms that follow.");
        }
    }

    /** A first and a last day. */
    record Period(LocalDate from, LocalDate to) implements DateAnswer {}
}
