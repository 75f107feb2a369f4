package uk.daymark.govuk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question of which one answer holds. */
public record Radios(
        @Nullable String idPrefix,
        String name,
        @Nullable String value,
        List<Choice> items,
        @Nullable String classes,
        @Nullable Fieldset fieldset,
        @Nullable Hint hint,
        @Nullable ErrorMessage errorMessage) {}
