package uk.daymark.govuk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question of which several answers may hold. */
public record Checkboxes(
        @Nullable String idPrefix,
        @Nullable String name,
        @Nullable List<String> values,
        List<Choice> items,
        @Nullable String classes,
        @Nullable String describedBy,
        @Nullable Fieldset fieldset,
        @Nullable Hint hint,
        @Nullable ErrorMessage errorMessage) {}
