package uk.daymark.govuk;

import org.jspecify.annotations.Nullable;

/** The question that a group of fields answers. */
public record Legend(String text, @Nullable String classes, boolean isPageHeading) {}
