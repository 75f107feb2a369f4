package uk.daymark.govuk;

import org.jspecify.annotations.Nullable;

/** A field for one line. */
public record Input(
        @Nullable String id,
        String name,
        @Nullable String type,
        @Nullable String value,
        @Nullable String inputmode,
        @Nullable String autocomplete,
        @Nullable String autocapitalize,
        @Nullable String pattern,
        @Nullable Boolean spellcheck,
        @Nullable String classes,
        @Nullable Label label,
        @Nullable Hint hint,
        @Nullable ErrorMessage errorMessage,
        @Nullable String describedBy) {}
