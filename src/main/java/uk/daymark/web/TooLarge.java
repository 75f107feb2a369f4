package uk.daymark.web;

/** More was sent than is taken. Answered with 413. */
public final class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message how much is taken, and what to do, for a person */
    public TooLarge(String message) {
        super(message);
    }
}
