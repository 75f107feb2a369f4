package uk.daymark.workflow.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.daymark.workflow.Step;

/** The steps by their names in the models; gathered when the first is asked for, since steps may themselves start processes. */
final class StepNames {

    private final Supplier<List<Step>> steps;
    private volatile @Nullable Map<String, Step> byName;

    StepNames(Supplier<List<Step>> steps) {
        this.steps = steps;
    }

    Optional<Step> find(String name) {
        Map<String, Step> known = byName;
        if (known == null) {
            known = steps.get().stream().collect(Collectors.toUnmodifiableMap(Step::name, Function.identity()));
            byName = known;
        }
        return Optional.ofNullable(known.get(name));
    }
}
