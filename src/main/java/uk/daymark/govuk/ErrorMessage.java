package uk.daymark.govuk;

import org.jspecify.annotations.Nullable;

/** What is wrong with one field. {@code visuallyHiddenText} is read out before it; "Error" where it is null, nothing where it is empty. */
public record ErrorMessage(
        String text,
        @Nullable String id,
        @Nullable String classes,
        @Nullable String visuallyHiddenText) {}
