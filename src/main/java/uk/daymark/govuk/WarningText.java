package uk.daymark.govuk;

import org.jspecify.annotations.Nullable;

/** Something that must not be missed. */
public record WarningText(
        String text,
        @Nullable String iconFallbackText,
        @Nullable String classes) {}
