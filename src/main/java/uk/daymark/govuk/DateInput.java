package uk.daymark.govuk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A day, typed into three boxes: those of {@code items}, or day, month and year where there are none. */
public record DateInput(
        @Nullable String id,
        @Nullable String namePrefix,
        @Nullable List<Box> items,
        @Nullable String classes,
        @Nullable Fieldset fieldset,
        @Nullable Hint hint,
        @Nullable ErrorMessage errorMessage) {

    /** One of the boxes. */
    public record Box(
            @Nullable String id,
            String name,
            @Nullable String label,
            @Nullable String value,
            @Nullable String inputmode,
            @Nullable String autocomplete,
            @Nullable String pattern,
            @Nullable String classes) {}
}
