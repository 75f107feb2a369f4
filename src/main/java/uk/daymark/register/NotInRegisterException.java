package uk.daymark.register;

import uk.daymark.web.NotFound;

/** There is no such pupil, session, decided code or import within the caller's scope. The message says so in words. */
public final class NotInRegisterException extends NotFound {

    private static final long serialVersionUID = 1L;

    public NotInRegisterException(String message) {
        super(message);
    }
}
