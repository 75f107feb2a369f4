package uk.daymark.govuk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way to the other pages of a list. */
public record Pagination(
        @Nullable Step previous,
        @Nullable Step next,
        @Nullable List<Page> items,
        @Nullable String landmarkLabel,
        @Nullable String classes) {

    /** The page before or the page after. */
    public record Step(
            String href, @Nullable String text, @Nullable String labelText) {}

    /** A page by its number, or a gap. */
    public record Page(
            @Nullable String number,
            @Nullable String href,
            boolean current,
            boolean ellipsis,
            @Nullable String visuallyHiddenText) {}
}
