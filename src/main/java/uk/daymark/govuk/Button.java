package uk.daymark.govuk;

import org.jspecify.annotations.Nullable;

/** A button that sends a form, or a link that looks like one where {@code href} is given. */
public record Button(
        String text,
        @Nullable String id,
        @Nullable String name,
        @Nullable String value,
        @Nullable String type,
        @Nullable String href,
        boolean disabled,
        @Nullable Boolean preventDoubleClick,
        @Nullable String classes) {}
