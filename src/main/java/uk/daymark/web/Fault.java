package uk.daymark.web;

/**
 * One thing that is wrong with what was sent.
 *
 * @param pointer where: a JSON pointer into the body ({@code /calendar/terms/0/from}; empty for the body as a whole), or
 *     {@code ?name} for a parameter of the address
 * @param message what is wrong and what to do, for a person
 */
public record Fault(String pointer, String message) {}
