package uk.daymark.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.daymark.workflow.Decisions.Fired;
import uk.daymark.workflow.ModelFiles;

/** The rules that fired, each with the wording of its own version; and which of them led where. */
final class RulesInWords {

    private final List<RuleFired> all = new ArrayList<>();

    /** What fired at the steps of models, by whom it is about and at which step, each time apart. */
    private final Map<String, List<List<RuleFired>>> atSteps = new HashMap<>();

    RulesInWords(List<Fired> fired, Map<String, String> keys, ModelFiles files) {
        Map<String, Optional<TableFile>> tables = new HashMap<>();
        for (Fired one : fired) {
            Optional<TableFile> table = tables.computeIfAbsent(
                    one.table() + " " + one.version() + " " + one.number(),
                    key -> files.table(one.table(), one.version(), one.number())
                            .map(file -> TableFile.read(file.text())));
            int number = all.size() + 1;
            String about = keys.getOrDefault(one.about(), one.about());
            RuleFired rule = table.map(file -> file.fired(number, one, about))
                    .orElseGet(() -> TableFile.withoutFile(number, one, about));
            all.add(rule);
            if (!one.askedAt().isEmpty()) {
                keep(rule);
            }
        }
    }

    /** Rules that fired at once, from the same facts, are one answer. */
    private void keep(RuleFired rule) {
        List<List<RuleFired>> times = atSteps.computeIfAbsent(
                rule.fired().about() + " " + rule.fired().askedAt(), key -> new ArrayList<>());
        if (!times.isEmpty()) {
            List<RuleFired> last = times.get(times.size() - 1);
            Fired before = last.get(last.size() - 1).fired();
            boolean same = before.at().equals(rule.fired().at())
                    && before.inputs().equals(rule.fired().inputs())
                    && rule.order() > last.get(last.size() - 1).order();
            if (same) {
                last.add(rule);
                return;
            }
        }
        times.add(new ArrayList<>(List.of(rule)));
    }

    List<RuleFired> all() {
        return List.copyOf(all);
    }

    /**
     * What fired at a step of a model.
     *
     * @param time which time the step was left, from 1
     */
    List<RuleFired> at(String key, String model, String step, int time) {
        List<List<RuleFired>> times = atSteps.getOrDefault(key + " " + model + "/" + step, List.of());
        return time <= times.size() ? List.copyOf(times.get(time - 1)) : List.of();
    }
}
