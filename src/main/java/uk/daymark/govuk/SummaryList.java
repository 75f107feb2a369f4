package uk.daymark.govuk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts with their names. */
public record SummaryList(List<Row> rows, @Nullable String classes) {

    /** One fact. */
    public record Row(
            Words key,
            Words value,
            @Nullable Actions actions,
            @Nullable String classes) {}

    /** A name or what it says. */
    public record Words(String text, @Nullable String classes) {}

    /** What can be done about it. */
    public record Actions(
            @Nullable List<Link> items, @Nullable String classes) {}

    /** One way to do something. {@code visuallyHiddenText} says of what it speaks. */
    public record Link(
            String href,
            String text,
            @Nullable String visuallyHiddenText,
            @Nullable String classes) {}
}
