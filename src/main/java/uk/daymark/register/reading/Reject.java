package uk.daymark.register.reading;

/**
 * Why a line cannot be taken.
 *
 * @param line the line in the file, counted from 1; the header is a line
 * @param column the canonical name of the column, or empty where the whole line is at fault
 * @param value what stood there, shortened where it is long
 * @param message what is wrong and what to do, for the person who made the file
 */
public record Reject(long line, String column, String value, String message) {}
