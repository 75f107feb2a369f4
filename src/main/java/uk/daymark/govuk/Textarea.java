package uk.daymark.govuk;

import org.jspecify.annotations.Nullable;

/** A field for several lines. */
public record Textarea(
        @Nullable String id,
        String name,
        @Nullable String value,
        @Nullable String rows,
        @Nullable String autocomplete,
        @Nullable Boolean spellcheck,
        @Nullable String classes,
        @Nullable Label label,
        @Nullable Hint hint,
        @Nullable ErrorMessage errorMessage,
        @Nullable String describedBy) {}
