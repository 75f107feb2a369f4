package uk.daymark.govuk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Components as Daymark's pages use them, made from the few things that differ from page to page. {@code fragments/components.html}
 * shows them. Errors come as a map of field to message; what there is none of is null.
 */
@Component("govuk")
public class GovukParts {

    /** A field for one line; {@code type} is text, password, email or tel. What a password field holds is never sent back. */
    public Input input(
            String id,
            String label,
            @Nullable String hint,
            @Nullable String value,
            @Nullable Map<String, String> errors,
            String type,
            @Nullable String autocomplete) {
        return new Input(
                id,
                id,
                type,
                type.equals("password") ? null : value,
                null,
                autocomplete,
                null,
                null,
                null,
                null,
                label(label),
                hint(hint),
                error(errors, id),
                null);
    }

    /** A field for several lines. */
    public Textarea textarea(
            String id,
            String label,
            @Nullable String hint,
            @Nullable String value,
            @Nullable Map<String, String> errors,
            int rows) {
        return new Textarea(
                id,
                id,
                value,
                Integer.toString(rows),
                null,
                null,
                null,
                label(label),
                hint(hint),
                error(errors, id),
                null);
    }

    /** A list to choose one from; {@code options} are values with their words, in order. */
    public Select select(
            String id,
            String label,
            @Nullable String hint,
            @Nullable Object value,
            @Nullable Map<String, String> errors,
            Map<?, ?> options) {
        return new Select(
                id,
                id,
                null,
                options.entrySet().stream()
                        .map(option -> new Select.Item(
                                String.valueOf(option.getKey()),
                                String.valueOf(option.getValue()),
                                is(option.getKey(), value),
                                false))
                        .toList(),
                null,
                label(label),
                hint(hint),
                error(errors, id),
                null);
    }

    /** A field for a file. */
    public FileUpload file(String id, String label, @Nullable String hint, @Nullable Map<String, String> errors) {
        return new FileUpload(id, id, false, false, null, label(label), hint(hint), error(errors, id), null);
    }

    /** A question of which one answer holds; {@code options} are values with their words, in order. */
    public Radios radios(
            String id,
            String question,
            @Nullable String hint,
            @Nullable Object value,
            @Nullable Map<String, String> errors,
            Map<?, ?> options) {
        return new Radios(
                id,
                id,
                null,
                options.entrySet().stream()
                        .map(option -> choice(
                                String.valueOf(option.getKey()),
                                String.valueOf(option.getValue()),
                                is(option.getKey(), value)))
                        .toList(),
                null,
                group(question),
                hint(hint),
                error(errors, id));
    }

    /** The button that does what the form is for; pressed twice, it sends once. */
    public Button mainButton(String text) {
        return new Button(text, null, null, null, null, null, false, true, null);
    }

    /** Another button of the same form. */
    public Button otherButton(String text, @Nullable String name, @Nullable String value) {
        return new Button(text, null, name, value, null, null, false, null, "govuk-button--secondary");
    }

    /** A word about the state of something; {@code colour} is grey, green, teal, blue, purple, red, orange or yellow. */
    public Tag tag(String text, @Nullable String colour) {
        return new Tag(text, colour == null ? null : "govuk-tag--" + colour);
    }

    /** All that is wrong with a page, each line a link to its field. */
    public ErrorSummary errorSummary(Map<String, String> errors) {
        return new ErrorSummary(
                "There is a problem",
                null,
                errors.entrySet().stream()
                        .map(error -> new ErrorSummary.Line(error.getValue(), "#" + error.getKey()))
                        .toList(),
                null,
                null);
    }

    /** Facts with their names, in order. */
    public SummaryList facts(Map<?, ?> facts) {
        return new SummaryList(
                facts.entrySet().stream()
                        .map(fact -> new SummaryList.Row(
                                new SummaryList.Words(String.valueOf(fact.getKey()), null),
                                new SummaryList.Words(Objects.toString(fact.getValue(), ""), null),
                                null,
                                null))
                        .toList(),
                null);
    }

    /**
     * The way to the other pages of a list: the first, the last, this one and those beside it.
     *
     * @param page this one, from 1
     * @param address to which the number of a page is added
     */
    public Pagination pages(int page, int last, String address) {
        List<Pagination.Page> items = new ArrayList<>();
        int before = 0;
        for (int number = 1; number <= last; number++) {
            if (number == 1 || number == last || Math.abs(number - page) <= 1) {
                if (number > before + 1) {
                    items.add(new Pagination.Page(null, null, false, true, null));
                }
                items.add(new Pagination.Page(Integer.toString(number), address + number, number == page, false, null));
                before = number;
            }
        }
        return new Pagination(
                page > 1 ? new Pagination.Step(address + (page - 1), null, null) : null,
                page < last ? new Pagination.Step(address + (page + 1), null, null) : null,
                items,
                "Pages",
                null);
    }

    /** Something that must not be missed. */
    public WarningText warning(String text) {
        return new WarningText(text, null, null);
    }

    /** The way past the head of the page. */
    public SkipLink skipLink() {
        return new SkipLink("Skip to main content", "#main-content", null);
    }

    /** A line under the head of the page that says in which state the service is. */
    public PhaseBanner phase(String state, String text) {
        return new PhaseBanner(text, new Tag(state, null), null);
    }

    /** One radio button or box. */
    public static Choice choice(String value, String text, boolean chosen) {
        return new Choice(value, text, null, null, chosen, false, null, null, null);
    }

    /** A group with its question. */
    public static Fieldset group(String question) {
        return new Fieldset(new Legend(question, null, false), null, null, null);
    }

    /** A label. */
    public static Label label(String text) {
        return new Label(text, null, null, false);
    }

    /** Help under a label; null where there is none. */
    public static @Nullable Hint hint(@Nullable String text) {
        return text == null || text.isEmpty() ? null : new Hint(text, null, null);
    }

    /** What is wrong with a field; null where nothing is. */
    public static @Nullable ErrorMessage error(@Nullable Map<String, String> errors, String id) {
        String text = errors == null ? null : errors.get(id);
        return text == null ? null : new ErrorMessage(text, null, null, null);
    }

    private static boolean is(@Nullable Object option, @Nullable Object value) {
        return value != null && String.valueOf(option).equals(String.valueOf(value));
    }
}
