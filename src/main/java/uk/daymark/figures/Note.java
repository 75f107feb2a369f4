package uk.daymark.figures;

/**
 * Something the asker should know of an answer that was given all the same.
 *
 * @param code stable name of the kind of note
 * @param pointer JSON pointer to what it speaks of; empty for the whole
 * @param message for a person
 */
public record Note(String code, String pointer, String message) {}
