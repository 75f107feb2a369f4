package uk.daymark.web;

import java.util.List;

/** What was sent cannot be used. Answered with 400 and every fault. */
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** @param faults all that is wrong, at least one */
    public InvalidInput(List<Fault> faults) {
        super("Input that cannot be used: " + faults.size() + " faults");
        this.faults = List.copyOf(faults);
    }

    /** One fault only. */
    public InvalidInput(String pointer, String message) {
        this(List.of(new Fault(pointer, message)));
    }

    /** All that is wrong. */
    public List<Fault> faults() {
        return faults;
    }
}
