package uk.daymark.people;

/**
 * A pupil as Daymark knows the person, whatever school has them on its roll.
 *
 * @param number given by Daymark, never used twice
 */
public record PupilId(long number) {}
