package uk.daymark.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import uk.daymark.forms.FormPart.Field;
import uk.daymark.forms.FormPart.ShowWhen;

/** Reads forms and checks answers against them. This check is the only judge: pages and programs go through it alike. */
@Component
public class Forms {

    static final String UNKNOWN = "There is no question of this name in the form";

    /** Forms of models that are still running are few; each text is read once. */
    private final Map<String, FormDefinition> byText = new ConcurrentHashMap<>();

    /**
     * Reads every file of {@code forms/} on the class path.
     *
     * @throws UnusableFormException where one of them cannot be shown or checked: Daymark does not start then
     */
    Forms() {
        checkAll("classpath*:forms/**/*.form");
    }

    /** Reads every form that the pattern finds. */
    static void checkAll(String pattern) {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                String name = String.valueOf(file.getFilename());
                FormDefinition form = FormReader.read(file.getContentAsString(StandardCharsets.UTF_8));
                if (!name.equals(form.id() + ".form")) {
                    throw new UnusableFormException(
                            name, List.of("Its id, " + form.id() + ", is not its file's name."));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The form that a text defines.
     *
     * @param json the content of a form file
     * @throws UnusableFormException where it holds something that cannot be shown or checked
     */
    public FormDefinition read(String json) {
        return byText.computeIfAbsent(json, FormReader::read);
    }

    /**
     * An answer after its check.
     *
     * @param fields what to keep, by the field's key: text, whole number, TRUE for a tick, ISO date as text, list of options; what was
     *     left empty or not asked is not there
     * @param errors what is wrong, by the field's key, in the form's order; empty where the answer can be taken
     * @param foreign fields that the form does not have, and those answered with something that it does not offer: no page of ours sends
     *     them
     */
    public record Checked(Map<String, Object> fields, Map<String, String> errors, Set<String> foreign) {}

    /**
     * Checks an answer.
     *
     * @param given by the field's key: text, numbers, true or false, lists of text, {@link DateBoxes} from a page; anything else is a
     *     fault of that field, never an exception
     */
    public Checked check(FormDefinition form, Map<String, ?> given) {
        Map<String, Object> taken = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        Set<String> foreign = new TreeSet<>();
        for (Field field : form.fields()) {
            if (field.showWhen().map(when -> holds(when, taken)).orElse(true)) {
                FieldCheck.Result result = new FieldCheck(field).of(given.get(field.key()));
                result.value().ifPresent(value -> taken.put(field.key(), value));
                result.error().ifPresent(error -> {
                    errors.put(field.key(), error);
                    if (isChosen(field) && !isEmpty(given.get(field.key()))) {
                        foreign.add(field.key());
                    }
                });
            }
        }
        Set<String> known = form.fields().stream().map(Field::key).collect(Collectors.toSet());
        given.keySet().stream().filter(key -> !known.contains(key)).sorted().forEach(key -> {
            errors.put(key, UNKNOWN);
            foreign.add(key);
        });
        return new Checked(taken, errors, foreign);
    }

    private static boolean isChosen(Field field) {
        return field.kind() == FieldKind.RADIO
                || field.kind() == FieldKind.SELECT
                || field.kind() == FieldKind.CHECKLIST;
    }

    private static boolean isEmpty(@Nullable Object given) {
        return given == null
                || (given instanceof String text && text.isBlank())
                || (given instanceof List<?> list && list.isEmpty());
    }

    private static boolean holds(ShowWhen when, Map<String, Object> taken) {
        return Optional.ofNullable(taken.get(when.field()))
                .filter(value -> value instanceof List<?> ticked
                        ? when.answers().stream().anyMatch(ticked::contains)
                        : when.answers().contains(String.valueOf(value)))
                .isPresent();
    }
}
