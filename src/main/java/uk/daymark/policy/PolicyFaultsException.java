package uk.daymark.policy;

import java.util.List;
import java.util.stream.Collectors;

/** The policies cannot be used. The message lists every fault of every file; nothing starts until they are mended. */
public final class PolicyFaultsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<PolicyFault> faults;

    /** @param faults all faults, in the order of files and lines; not empty */
    PolicyFaultsException(List<PolicyFault> faults) {
        super(faults.stream()
                .map(fault -> "\n  " + fault)
                .collect(
                        Collectors.joining("", "The policies cannot be used. Mend these faults and start again:", "")));
        this.faults = List.copyOf(faults);
    }

    /** All faults, in the order of files and lines. */
    public List<PolicyFault> faults() {
        return faults;
    }
}
