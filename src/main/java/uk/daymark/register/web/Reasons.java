package uk.daymark.register.web;

import java.util.Optional;

/** Reasons that people have to give. */
final class Reasons {

    /** As many characters as the register keeps. */
    static final int LONGEST = 1000;

    private Reasons() {}

    /** What is wrong with a reason that has to be given; empty where nothing is. */
    static Optional<String> fault(String typed, String whereMissing) {
        return typed.isBlank() ? Optional.of(whereMissing) : tooLong(typed);
    }

    /** What is wrong with a reason that may be left out. */
    static Optional<String> tooLong(String typed) {
        return typed.strip().length() > LONGEST
                ? Optional.of("Keep the reason to " + LONGEST + " characters")
                : Optional.empty();
    }
}
