package uk.daymark.people;

/**
 * One pupil's time on one school's roll.
 *
 * @param number given by Daymark, never used twice
 */
public record EnrolmentId(long number) {}
