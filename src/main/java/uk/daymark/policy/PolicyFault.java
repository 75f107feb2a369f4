package uk.daymark.policy;

import java.util.Comparator;

/**
 * What is wrong in a file of {@code policies/}.
 *
 * @param file the name of the file
 * @param line where, counted from 1
 * @param message what is wrong and what to do, for the person who wrote the file
 */
public record PolicyFault(String file, int line, String message) {

    static final Comparator<PolicyFault> IN_ORDER = Comparator.comparing(PolicyFault::file)
            .thenComparing(PolicyFault::line)
            .thenComparing(PolicyFault::message);

    @Override
    public String toString() {
        return file + ", line " + line + ": " + message;
    }
}
