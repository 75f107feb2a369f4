package uk.daymark.measure;

import java.time.LocalDate;
import java.util.Optional;

/**
 * School days of a school year that hold a mark for illness; half a day touches the whole day.
 *
 * @param schoolDays how many
 * @param reachedOn the day on which they reached the number that must be reported; empty where they did not
 */
public record Sickness(int schoolDays, Optional<LocalDate> reachedOn) {}
