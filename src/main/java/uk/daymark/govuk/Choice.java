package uk.daymark.govuk;

import org.jspecify.annotations.Nullable;

/** One radio button or box to tick, or a word between two of them ({@code divider}). */
public record Choice(
        @Nullable String value,
        @Nullable String text,
        @Nullable String id,
        @Nullable String name,
        @Nullable Boolean checked,
        boolean disabled,
        @Nullable String divider,
        @Nullable String behaviour,
        @Nullable Hint hint) {}
