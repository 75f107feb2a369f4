package uk.daymark.govuk;

import org.jspecify.annotations.Nullable;

/** A field for a file. */
public record FileUpload(
        @Nullable String id,
        String name,
        boolean multiple,
        boolean disabled,
        @Nullable String classes,
        @Nullable Label label,
        @Nullable Hint hint,
        @Nullable ErrorMessage errorMessage,
        @Nullable String describedBy) {}
