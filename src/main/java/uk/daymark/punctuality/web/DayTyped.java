package uk.daymark.punctuality.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import uk.daymark.measure.RegisterDates;

/** A day as addresses and calls name it: 2025-09-15. */
final class DayTyped {

    private DayTyped() {}

    /** Empty where it is no day on which a register can lie. */
    static Optional<LocalDate> read(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip())).filter(RegisterDates::plausible);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
