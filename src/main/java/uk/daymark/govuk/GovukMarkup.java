package uk.daymark.govuk;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the fragments reckon from a component: which words describe a field, what is chosen, how a box of a date is set. */
@Component
public class GovukMarkup {

    private static final String ERROR = "govuk-input--error";
    private static final String WIDTH = "govuk-input--width-";

    /** The ids of what describes a field, or null where nothing does. */
    public @Nullable String describedBy(
            @Nullable String given, @Nullable String id, @Nullable Hint hint, @Nullable ErrorMessage error) {
        return joined(given, hint == null ? null : id + "-hint", error == null ? null : id + "-error");
    }

    /** The same for a group of radio buttons. */
    public @Nullable String describedBy(Radios field, String prefix) {
        return describedBy(
                field.fieldset() == null ? null : field.fieldset().describedBy(),
                prefix,
                field.hint(),
                field.errorMessage());
    }

    /** The same for a group of boxes. */
    public @Nullable String describedBy(Checkboxes field, String prefix) {
        String ofGroup = field.fieldset() == null ? null : field.fieldset().describedBy();
        return describedBy(ofGroup == null ? field.describedBy() : ofGroup, prefix, field.hint(), field.errorMessage());
    }

    /** What describes one radio button: its own hint. */
    public @Nullable String describedBy(Radios field, Choice item, String id) {
        return item.hint() == null ? null : id + "-item-hint";
    }

    /** What describes one box: its own hint, and what describes them all where there is no group to say it. */
    public @Nullable String describedBy(Checkboxes field, Choice item, String id) {
        String prefix = field.idPrefix() == null ? Objects.toString(field.name(), "") : field.idPrefix();
        return joined(
                field.fieldset() == null ? describedBy(field, prefix) : null,
                item.hint() == null ? null : id + "-item-hint");
    }

    /** Whether a radio button is chosen. */
    public boolean checked(Radios field, Choice item) {
        return item.checked() == null ? field.value() != null && field.value().equals(item.value()) : item.checked();
    }

    /** Whether a box is ticked. */
    public boolean checked(Checkboxes field, Choice item) {
        return item.checked() == null
                ? field.values() != null
                        && item.value() != null
                        && field.values().contains(item.value())
                : item.checked();
    }

    /** Whether a line of a list is chosen. */
    public boolean selected(Select field, Select.Item item) {
        if (item.selected() != null) {
            return item.selected();
        }
        String value = item.value() == null ? item.text() : item.value();
        return field.value() != null && !field.value().isEmpty() && value.equals(field.value());
    }

    /** Whether any fact of a list offers something to do. */
    public boolean anyActions(SummaryList list) {
        return list.rows().stream()
                .anyMatch(row -> row.actions() != null
                        && row.actions().items() != null
                        && !row.actions().items().isEmpty());
    }

    /** The boxes of a date as fields: wide enough for what they hold, and marked where the date is wrong. */
    public List<Input> boxes(DateInput field) {
        List<DateInput.Box> boxes = field.items() == null || field.items().isEmpty()
                ? Stream.of("day", "month", "year").map(GovukMarkup::empty).toList()
                : field.items();
        boolean oneIsMarked = boxes.stream()
                .anyMatch(box -> Objects.toString(box.classes(), "").contains(ERROR));
        return boxes.stream().map(box -> box(field, box, oneIsMarked)).toList();
    }

    private static Input box(DateInput field, DateInput.Box box, boolean oneIsMarked) {
        String given = Objects.toString(box.classes(), "");
        String classes = joined(
                "govuk-date-input__input",
                field.errorMessage() != null && !oneIsMarked ? ERROR : null,
                given.contains(WIDTH) ? null : WIDTH + (box.name().equals("year") ? "4" : "2"),
                box.classes());
        String label = box.label() == null ? capitalised(box.name()) : box.label();
        return new Input(
                box.id() == null ? field.id() + "-" + box.name() : box.id(),
                field.namePrefix() == null ? box.name() : field.namePrefix() + "-" + box.name(),
                "text",
                box.value(),
                box.inputmode() == null ? "numeric" : box.inputmode(),
                box.autocomplete(),
                null,
                box.pattern(),
                null,
                classes,
                new Label(label, null, "govuk-date-input__label", false),
                null,
                null,
                null);
    }

    private static DateInput.Box empty(String name) {
        return new DateInput.Box(null, name, null, null, null, null, null, null);
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static @Nullable String joined(@Nullable String... words) {
        String joined = Stream.of(words)
                .filter(Objects::nonNull)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
        return joined.isEmpty() ? null : joined;
    }
}
