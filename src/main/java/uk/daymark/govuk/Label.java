package uk.daymark.govuk;

import org.jspecify.annotations.Nullable;

/** The label of one field. */
public record Label(
        String text, @Nullable String forId, @Nullable String classes, boolean isPageHeading) {}
