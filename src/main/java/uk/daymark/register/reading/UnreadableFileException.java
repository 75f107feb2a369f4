package uk.daymark.register.reading;

/** No line of the file can be trusted. The message says why and what to do, for the person who made the file. */
public final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String message) {
        super(message);
    }
}
