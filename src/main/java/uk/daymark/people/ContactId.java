package uk.daymark.people;

/**
 * A parent, carer or other contact as one school knows the person.
 *
 * @param number given by Daymark, never used twice
 */
public record ContactId(long number) {}
