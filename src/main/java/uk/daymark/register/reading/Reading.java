package uk.daymark.register.reading;

import java.util.Optional;

/**
 * What a cell says. Without value and fault it says nothing, because it is empty.
 *
 * @param value what was understood
 * @param fault why it cannot be taken; empty text where it can
 * @param note what the person should know although it was taken
 * @param noteText the note in words; empty text where there is none
 */
record Reading<T>(Optional<T> value, String fault, Note note, String noteText) {

    /** Kinds of notes: of each kind a column repeats only the first few. */
    enum Note {
        NONE,
        TRIMMED,
        UPPER_CASED,
        SET_BY_SESSION,
        SERIAL_DATE,
        INVISIBLE_CHARACTERS,
        SPREADSHEET_NUMBER
    }

    private static final Reading<?> EMPTY = new Reading<>(Optional.empty(), "", Note.NONE, "");

    @SuppressWarnings("unchecked")
    static <T> Reading<T> empty() {
        return (Reading<T>) EMPTY;
    }

    static <T> Reading<T> of(T value) {
        return new Reading<>(Optional.of(value), "", Note.NONE, "");
    }

    static <T> Reading<T> noted(T value, Note note, String text) {
        return new Reading<>(Optional.of(value), "", note, text);
    }

    static <T> Reading<T> fault(String fault) {
        return new Reading<>(Optional.empty(), fault, Note.NONE, "");
    }

    boolean isFault() {
        return !fault.isEmpty();
    }
}
