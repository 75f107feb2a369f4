package uk.daymark.govuk;

import org.jspecify.annotations.Nullable;

/** The way past the head of the page. */
public record SkipLink(
        String text, @Nullable String href, @Nullable String classes) {}
