package uk.daymark.web;

/** What was asked for is done, but part of what follows from it failed. Answered with 500. */
public final class Unfinished extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is done and what is not, for a person */
    public Unfinished(String message) {
        super(message);
    }
}
