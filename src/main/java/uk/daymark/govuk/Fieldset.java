package uk.daymark.govuk;

import org.jspecify.annotations.Nullable;

/** A group of fields with its question. */
public record Fieldset(
        @Nullable Legend legend,
        @Nullable String describedBy,
        @Nullable String classes,
        @Nullable String role) {}
