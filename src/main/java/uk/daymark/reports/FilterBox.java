package uk.daymark.reports;

import java.util.Map;

/**
 * Something to choose from.
 *
 * @param name its name in the address
 * @param label its question
 * @param value what is chosen now
 * @param options what can be chosen with its words, in order
 */
public record FilterBox(String name, String label, String value, Map<String, String> options) {}
