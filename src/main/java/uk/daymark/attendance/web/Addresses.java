package uk.daymark.attendance.web;

import java.time.LocalDate;
import java.util.Optional;
import uk.daymark.measure.RegisterDates;
import uk.daymark.people.Urn;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;

/** Reads what stands in an address. */
final class Addresses {

    private Addresses() {}

    /** A school that was named in a parameter. */
    static Optional<Urn> urn(Optional<String> school) {
        return school.filter(given -> !given.isBlank()).map(given -> {
            if (!given.matches("[0-9]{6}")) {
                throw new InvalidInput("?school", "A school is named by its URN: six digits.");
            }
            return new Urn(given);
        });
    }

    /** A school that is part of the path: one that cannot exist is not found. */
    static Urn urn(String school) {
        if (!school.matches("[0-9]{6}")) {
            throw new NotFound("There is no such school.");
        }
        return new Urn(school);
    }

    /** A day to speak of, near enough to hold a register. */
    static Optional<LocalDate> plausible(Optional<LocalDate> asOf) {
        asOf.filter(day -> !RegisterDates.plausible(day)).ifPresent(day -> {
            throw new InvalidInput("?asOf", "Give a year from 1900 to 2199.");
        });
        return asOf;
    }
}
