package uk.daymark.forms;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.daymark.forms.FormPage.Line;
import uk.daymark.govuk.Checkboxes;
import uk.daymark.govuk.Choice;
import uk.daymark.govuk.DateInput;
import uk.daymark.govuk.GovukParts;
import uk.daymark.govuk.Input;
import uk.daymark.govuk.Radios;
import uk.daymark.govuk.Select;
import uk.daymark.govuk.Textarea;

/** The lines of a form as GOV.UK fields, for {@code fragments/form-fields.html}. */
@Component("formFields")
class FormFields {

    private static final int ROWS = 4;

    private final GovukParts parts;

    FormFields(GovukParts parts) {
        this.parts = parts;
    }

    /** A field for one line. */
    public Input text(Line line, Map<String, String> errors) {
        return parts.input(line.id(), line.label(), line.hint(), line.text(), errors, "text", "off");
    }

    /** A field for several lines. */
    public Textarea lines(Line line, Map<String, String> errors) {
        return parts.textarea(line.id(), line.label(), line.hint(), line.text(), errors, ROWS);
    }

    /** A field for a number. */
    public Input number(Line line, Map<String, String> errors) {
        return new Input(
                line.id(),
                line.id(),
                "text",
                line.text(),
                "numeric",
                "off",
                null,
                null,
                null,
                "govuk-input--width-5",
                GovukParts.label(line.label()),
                GovukParts.hint(line.hint()),
                GovukParts.error(errors, line.id()),
                null);
    }

    /** Three boxes for a day. The month may be a word; the first box bears the line's own id, so that the error summary leads to it. */
    public DateInput date(Line line, Map<String, String> errors) {
        return new DateInput(
                line.id() + "-date",
                line.id(),
                List.of(
                        box(line.id(), "day", line.boxes().day(), "numeric", "govuk-input--width-2"),
                        box(line.id() + "-month", "month", line.boxes().month(), "text", "govuk-input--width-4"),
                        box(line.id() + "-year", "year", line.boxes().year(), "numeric", "govuk-input--width-4")),
                null,
                GovukParts.group(line.label()),
                GovukParts.hint(line.hint()),
                GovukParts.error(errors, line.id()));
    }

    /** A question of which one answer holds. */
    public Radios radios(Line line, Map<String, String> errors) {
        return new Radios(
                line.id(),
                line.id(),
                null,
                choices(line),
                null,
                GovukParts.group(line.label()),
                GovukParts.hint(line.hint()),
                GovukParts.error(errors, line.id()));
    }

    /** A list to choose one from; nothing is chosen at first. */
    public Select select(Line line, Map<String, String> errors) {
        return new Select(
                line.id(),
                line.id(),
                null,
                Stream.concat(
                                Stream.of(new Select.Item("", "Choose one", null, false)),
                                line.choices().stream()
                                        .map(choice -> new Select.Item(
                                                choice.value(), choice.label(), choice.chosen(), false)))
                        .toList(),
                null,
                GovukParts.label(line.label()),
                GovukParts.hint(line.hint()),
                GovukParts.error(errors, line.id()),
                null);
    }

    /** One box to tick. */
    public Checkboxes checkbox(Line line, Map<String, String> errors) {
        Choice box = new Choice(
                "true",
                line.label(),
                null,
                null,
                line.text().equals("true"),
                false,
                null,
                null,
                GovukParts.hint(line.hint()));
        return boxes(line, List.of(box), null, null, errors);
    }

    /** A question of which several answers may hold. */
    public Checkboxes checklist(Line line, Map<String, String> errors) {
        return boxes(line, choices(line), line.label(), line.hint(), errors);
    }

    private static Checkboxes boxes(
            Line line,
            List<Choice> boxes,
            @Nullable String question,
            @Nullable String hint,
            Map<String, String> errors) {
        return new Checkboxes(
                line.id(),
                line.id(),
                null,
                boxes,
                null,
                null,
                question == null ? null : GovukParts.group(question),
                GovukParts.hint(hint),
                GovukParts.error(errors, line.id()));
    }

    private static List<Choice> choices(Line line) {
        return line.choices().stream()
                .map(choice -> GovukParts.choice(choice.value(), choice.label(), choice.chosen()))
                .toList();
    }

    private static DateInput.Box box(String id, String name, String value, String inputmode, String classes) {
        return new DateInput.Box(id, name, null, value, inputmode, "off", null, classes);
    }
}
