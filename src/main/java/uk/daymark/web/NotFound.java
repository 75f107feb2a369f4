package uk.daymark.web;

/** There is no such thing, or it is not the asker's to see: both are answered alike, with 404. */
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what was not found and what to do, for a person; the same in both cases */
    public NotFound(String message) {
        super(message);
    }
}
