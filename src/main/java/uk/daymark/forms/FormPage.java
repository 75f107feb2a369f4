package uk.daymark.forms;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.daymark.forms.FormPart.Field;
import uk.daymark.forms.FormPart.Heading;
import uk.daymark.forms.FormPart.ShowWhen;
import uk.daymark.forms.FormPart.Words;

/**
 * A form on a page: what its boxes are called and hold, and what was typed into them. {@code fragments/form-fields.html} shows the
 * lines. Names of boxes begin with {@code field-}, so that none takes the place of another part of the page.
 */
public final class FormPage {

    private static final String PREFIX = "field-";
    private static final String DAY = "-day";
    private static final String MONTH = "-month";
    private static final String YEAR = "-year";

    private FormPage() {}

    /**
     * One thing to show, from top to bottom.
     *
     * @param kind {@code WORDS}, {@code HEADING} or the name of a {@link FieldKind}
     * @param id the name of its box, and the id of the first
     * @param hint empty text where there is none
     * @param text what stands in the box
     * @param boxes what stands in the boxes of a date
     * @param choices what can be chosen
     */
    public record Line(
            String kind, String id, String label, String hint, String text, DateBoxes boxes, List<Choice> choices) {}

    /** One thing to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    /**
     * The form's lines.
     *
     * @param values what the boxes hold, by the field's key: as {@link #typed} gives it, or as {@link Forms#check} does
     */
    public static List<Line> lines(FormDefinition form, Map<String, ?> values) {
        List<Line> lines = new ArrayList<>();
        for (FormPart part : form.parts()) {
            if (part instanceof Words words) {
                lines.add(bare("WORDS", words.text()));
            } else if (part instanceof Heading heading) {
                lines.add(bare("HEADING", heading.text()));
            } else if (part instanceof Field field) {
                lines.add(line(form, field, Optional.ofNullable(values.get(field.key()))));
            }
        }
        return lines;
    }

    /**
     * What was typed, for {@link Forms#check}.
     *
     * @param sent what the page sent, by the box's name; what belongs to no form is passed over, what belongs to none of this form's
     *     fields stays, so that the check refuses it
     */
    public static Map<String, Object> typed(FormDefinition form, Map<String, List<String>> sent) {
        Map<String, Object> typed = new LinkedHashMap<>();
        List<String> dates = form.fields().stream()
                .filter(field -> field.kind() == FieldKind.DATE)
                .map(Field::key)
                .toList();
        sent.forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                String key = name.substring(PREFIX.length());
                String date = key.replaceFirst("(" + DAY + "|" + MONTH + "|" + YEAR + ")$", "");
                if (dates.contains(date)) {
                    typed.put(date, boxes(PREFIX + date, sent));
                } else if (form.field(key)
                        .filter(field -> field.kind() == FieldKind.CHECKLIST)
                        .isPresent()) {
                    typed.put(key, values);
                } else {
                    typed.put(key, values.isEmpty() ? "" : values.get(0));
                }
            }
        });
        return typed;
    }

    /** Errors by the id of the box they belong to, in order. */
    public static Map<String, String> errors(Map<String, String> byKey) {
        Map<String, String> errors = new LinkedHashMap<>();
        byKey.forEach((key, error) -> errors.put(PREFIX + key, error));
        return errors;
    }

    private static DateBoxes boxes(String name, Map<String, List<String>> sent) {
        return new DateBoxes(first(sent, name + DAY), first(sent, name + MONTH), first(sent, name + YEAR));
    }

    private static String first(Map<String, List<String>> sent, String name) {
        return sent.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    private static Line bare(String kind, String words) {
        return new Line(kind, "", words, "", "", new DateBoxes("", "", ""), List.of());
    }

    private static Line line(FormDefinition form, Field field, Optional<?> value) {
        List<String> chosen = value.map(given -> given instanceof List<?> several
                        ? several.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(given)))
                .orElse(List.of());
        return new Line(
                field.kind().name(),
                PREFIX + field.key(),
                field.label(),
                hint(form, field),
                value.filter(given -> field.kind() != FieldKind.DATE)
                        .map(String::valueOf)
                        .orElse(""),
                field.kind() == FieldKind.DATE ? boxes(value) : new DateBoxes("", "", ""),
                field.options().stream()
                        .map(option -> new Choice(option.value(), option.label(), chosen.contains(option.value())))
                        .toList());
    }

    private static DateBoxes boxes(Optional<?> value) {
        if (value.isPresent() && value.get() instanceof DateBoxes boxes) {
            return boxes;
        }
        try {
            return value.map(day -> DateBoxes.of(LocalDate.parse(String.valueOf(day))))
                    .orElse(new DateBoxes("", "", ""));
        } catch (DateTimeParseException none) {
            return new DateBoxes("", "", "");
        }
    }

    /** Fields that are not always asked stand there all the same: the page works without scripts, so it says when to answer them. */
    private static String hint(FormDefinition form, Field field) {
        String when = field.showWhen().map(condition -> when(form, condition)).orElse("");
        return (field.hint().isEmpty() || when.isEmpty()) ? field.hint() + when : field.hint() + ". " + when;
    }

    private static String when(FormDefinition form, ShowWhen condition) {
        Field asked = form.field(condition.field()).orElseThrow();
        return asked.kind() == FieldKind.CHECKBOX
                ? "Answer this only if you ticked “" + asked.label() + "”"
                : "Answer this only if you chose "
                        + condition.answers().stream()
                                .map(answer -> "“" + asked.labelOf(answer) + "”")
                                .collect(Collectors.joining(" or "));
    }
}
