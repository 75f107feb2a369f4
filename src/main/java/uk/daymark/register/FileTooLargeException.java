package uk.daymark.register;

/** The file is longer than one import may be. The message says what to do, for the person who sent it. */
public final class FileTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FileTooLargeException(String message) {
        super(message);
    }
}
