package uk.daymark.govuk;

import org.jspecify.annotations.Nullable;

/** A word about the state of something. */
public record Tag(String text, @Nullable String classes) {}
