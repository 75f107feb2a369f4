package uk.daymark.people;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Days on a school's roll without a break.
 *
 * @param from the first day; empty where the school has not said
 * @param to the last day; empty while on roll
 */
public record Stay(Optional<LocalDate> from, Optional<LocalDate> to) {

    private static final String OPEN = "..";

    /** Whether the pupil is on roll that day. */
    public boolean contains(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Whether a day lies in both. */
    public boolean overlaps(Stay other) {
        return !endsBefore(other) && !other.endsBefore(this);
    }

    private boolean endsBefore(Stay other) {
        return to.isPresent() && other.from.isPresent() && to.get().isBefore(other.from.get());
    }

    /** As the database keeps them. */
    static String inColumn(List<Stay> stays) {
        return stays.stream().map(stay -> text(stay.from) + "/" + text(stay.to)).collect(Collectors.joining(" "));
    }

    static List<Stay> ofColumn(String column) {
        return column.isEmpty()
                ? List.of()
                : Arrays.stream(column.split(" ")).map(Stay::read).toList();
    }

    private static Stay read(String text) {
        int between = text.indexOf('/');
        return new Stay(day(text.substring(0, between)), day(text.substring(between + 1)));
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(OPEN);
    }

    private static Optional<LocalDate> day(String text) {
        return text.equals(OPEN) ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }
}
