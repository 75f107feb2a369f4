package uk.daymark.register;

import uk.daymark.web.Conflict;

/** What was asked does not fit what is stored, or what was asked before. The message says why and what to do. */
public final class RegisterConflictException extends Conflict {

    private static final long serialVersionUID = 1L;

    RegisterConflictException(String message) {
        super(message);
    }
}
