package uk.daymark.govuk;

import org.jspecify.annotations.Nullable;

/** A line under the head of the page that says in which state the service is. */
public record PhaseBanner(
        String text, @Nullable Tag tag, @Nullable String classes) {}
