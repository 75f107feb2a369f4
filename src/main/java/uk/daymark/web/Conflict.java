package uk.daymark.web;

/** It cannot be done as things stand now. Answered with 409. */
public class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message why, and what to do, for a person */
    public Conflict(String message) {
        super(message);
    }
}
