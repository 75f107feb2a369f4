package uk.daymark.govuk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is wrong with a page. */
public record ErrorSummary(
        String titleText,
        @Nullable String descriptionText,
        @Nullable List<Line> errorList,
        @Nullable Boolean disableAutoFocus,
        @Nullable String classes) {

    /** One fault, and where it is. */
    public record Line(String text, @Nullable String href) {}
}
