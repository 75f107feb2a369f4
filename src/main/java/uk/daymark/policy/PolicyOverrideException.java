package uk.daymark.policy;

import java.util.Map;

/** Overrides that the policy schema does not allow. */
public final class PolicyOverrideException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> faults;

    /** @param faults key to what is wrong with it, for a person */
    public PolicyOverrideException(Map<String, String> faults) {
        super("Overrides that cannot be taken: " + faults);
        this.faults = Map.copyOf(faults);
    }

    /** Key to what is wrong with it, for a person. */
    public Map<String, String> faults() {
        return faults;
    }
}
