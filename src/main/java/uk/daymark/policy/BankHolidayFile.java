package uk.daymark.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code policies/bank-holidays.yaml}. */
final class BankHolidayFile {

    static final String NAME = "bank-holidays.yaml";

    private BankHolidayFile() {}

    /**
     * @param content the bytes of the file
     * @param schema the content of {@code bank-holidays.schema.json}
     * @throws PolicyFaultsException with every fault of the file
     */
    static BankHolidayChanges read(byte[] content, JsonNode schema) {
        YamlTree tree = YamlTree.read(NAME, content);
        List<PolicyFault> faults = new ArrayList<>(tree.faults());
        if (faults.isEmpty()) {
            for (ValidationMessage objection : new CheckedSchema(schema).objections(tree.root())) {
                faults.add(tree.fault(
                        objection.getInstanceLocation().toString(),
                        "A change is written as 'day', perhaps 'instead_of', 'reason' and 'source', days as 2024-08-19; here "
                                + objection.getError()));
            }
        }
        Set<LocalDate> extra = new HashSet<>();
        Set<LocalDate> removed = new HashSet<>();
        if (faults.isEmpty()) {
            JsonNode changes = tree.root().path("changes");
            for (int i = 0; i < changes.size(); i++) {
                add(changes.get(i).path("day"), extra, tree, "/changes/" + i, faults);
                add(changes.get(i).path("instead_of"), removed, tree, "/changes/" + i, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw new PolicyFaultsException(
                    faults.stream().sorted(PolicyFault.IN_ORDER).toList());
        }
        return new BankHolidayChanges(extra, removed);
    }

    private static void add(JsonNode day, Set<LocalDate> days, YamlTree tree, String at, List<PolicyFault> faults) {
        if (!day.isMissingNode() && !days.add(LocalDate.parse(day.asText()))) {
            faults.add(tree.fault(at, day.asText() + " is changed twice; take one of the lines out"));
        }
    }
}
