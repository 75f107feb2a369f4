package uk.daymark.govuk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list to choose one from. */
public record Select(
        @Nullable String id,
        String name,
        @Nullable String value,
        List<Item> items,
        @Nullable String classes,
        @Nullable Label label,
        @Nullable Hint hint,
        @Nullable ErrorMessage errorMessage,
        @Nullable String describedBy) {

    /** One thing to choose; its value is its text where {@code value} is null. */
    public record Item(
            @Nullable String value, String text, @Nullable Boolean selected, boolean disabled) {}
}
