package uk.daymark.register;

/** There is no such pupil, session, decided code or import within the caller's scope. The message says so in words. */
public final class NotInRegisterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotInRegisterException(String message) {
        super(message);
    }
}
