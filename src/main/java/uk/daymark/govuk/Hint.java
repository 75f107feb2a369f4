package uk.daymark.govuk;

import org.jspecify.annotations.Nullable;

/** Help that stands under a label. */
public record Hint(
        String text, @Nullable String id, @Nullable String classes) {}
