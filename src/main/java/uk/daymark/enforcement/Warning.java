package uk.daymark.enforcement;

/**
 * What the person who decides should know, although it stops nothing.
 *
 * @param code stable name of the kind of warning
 * @param message for a person
 * @param source where it is written, and whether that has still to be confirmed
 */
public record Warning(String code, String message, String source) {}
