package uk.daymark.forms;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import uk.daymark.forms.FormPart.Field;
import uk.daymark.forms.FormPart.Heading;
import uk.daymark.forms.FormPart.Option;
import uk.daymark.forms.FormPart.Rules;
import uk.daymark.forms.FormPart.ShowWhen;
import uk.daymark.forms.FormPart.Words;

/**
 * Reads Camunda Forms files. Only what Daymark shows and checks on the server is taken; everything else is refused, so that no rule in a
 * file is silently passed over.
 */
final class FormReader {

    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 4000;

    /** More digits than any count or amount in a form; fits every database's and table's whole number. */
    private static final int GREATEST = 999_999_999;

    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,49}");

    private static final Set<String> FIELD_KEYS = Set.of(
            "id",
            "type",
            "key",
            "label",
            "dateLabel",
            "subtype",
            "description",
            "values",
            "validate",
            "properties",
            "layout");

    private static final Set<String> RULES = Set.of("required", "minLength", "maxLength", "min", "max", "pattern");

    private static final Set<String> EXTRAS = Set.of("hint", "error", "showWhen", "options");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<String> faults = new ArrayList<>();
    private final List<FormPart> parts = new ArrayList<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();

    private FormReader() {}

    /**
     * Reads a form.
     *
     * @throws UnusableFormException naming all that is wrong with it
     */
    static FormDefinition read(String json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw new UnusableFormException("", List.of("It is not JSON: " + unreadable.getOriginalMessage() + "."));
        }
        return new FormReader().form(root);
    }

    private FormDefinition form(JsonNode root) {
        String id = root.path("id").asText();
        if (id.isEmpty()) {
            faults.add("It has no id.");
        }
        if (!root.path("components").isArray()) {
            faults.add("It has no list of components.");
        }
        components(root.path("components"));
        JsonNode extras = root.path("properties");
        extras.fieldNames().forEachRemaining(name -> {
            if (!name.equals("confirm") || !extras.path(name).isBoolean()) {
                faults.add("Its property '" + name + "' says nothing here: only confirm, true or false, does.");
            }
        });
        if (!faults.isEmpty()) {
            throw new UnusableFormException(id, faults);
        }
        return new FormDefinition(id, parts, extras.path("confirm").asBoolean());
    }

    private void components(JsonNode list) {
        list.forEach(this::component);
    }

    private void component(JsonNode node) {
        String type = node.path("type").asText();
        switch (type) {
            case "text" -> {
                known(node, "a text", Set.of("id", "type", "text", "layout"));
                parts.add(new Words(words(node, "text", "A text").orElse("")));
            }
            case "group" -> {
                known(node, "a group", Set.of("id", "type", "label", "components", "layout", "showOutline"));
                parts.add(new Heading(words(node, "label", "A group").orElse("")));
                components(node.path("components"));
            }
            default ->
                FieldKind.ofType(type)
                        .ifPresentOrElse(
                                kind -> field(node, kind),
                                () -> faults.add("Components of the type '" + type + "' are not shown here."));
        }
    }

    private void field(JsonNode node, FieldKind kind) {
        String key = node.path("key").asText();
        String name = "The field '" + key + "'";
        if (!KEY.matcher(key).matches()) {
            faults.add(name + " needs a key of letters and digits that begins with a small letter.");
        }
        known(node, "the field '" + key + "'", FIELD_KEYS);
        if (kind == FieldKind.DATE && !node.path("subtype").asText().equals("date")) {
            faults.add(name + " must be a date without a time: \"subtype\": \"date\".");
        }
        String label =
                words(node, node.has("label") ? "label" : "dateLabel", name).orElse("");
        JsonNode extras = node.path("properties");
        known(extras, "the properties of '" + key + "'", EXTRAS);
        String hint = extras.path("hint").asText(node.path("description").asText());
        Field field = new Field(
                key,
                kind,
                label,
                hint,
                extras.path("error").asText(),
                kind.hasOptions() && !asked(node, name) ? options(node.path("values"), name) : List.of(),
                rules(node.path("validate"), kind, name),
                extras.has("showWhen") ? showWhen(extras.path("showWhen").asText(), name) : Optional.empty());
        if (fields.putIfAbsent(key, field) != null) {
            faults.add("There are two fields '" + key + "'.");
        }
        parts.add(field);
    }

    /** Whether the options differ from task to task, so that the task's feature gives them. */
    private boolean asked(JsonNode node, String name) {
        JsonNode options = node.path("properties").path("options");
        if (options.isMissingNode()) {
            return false;
        }
        if (!options.asText().equals("asked") || !node.path("values").isEmpty()) {
            faults.add(name + " has other options than \"asked\", or options of its own beside them.");
        }
        return true;
    }

    private List<Option> options(JsonNode values, String name) {
        List<Option> options = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>();
        values.forEach(value -> {
            String text = value.path("value").asText();
            if (!value.path("value").isTextual() || text.isBlank() || !taken.add(text)) {
                faults.add(name + " has an option without a value, or two of one value.");
            }
            options.add(new Option(text, words(value, "label", name).orElse(text)));
        });
        if (options.isEmpty()) {
            faults.add(name + " has no options.");
        }
        return options;
    }

    private Rules rules(JsonNode rules, FieldKind kind, String name) {
        known(rules, "the rules of " + name.substring("The ".length()), RULES);
        boolean text = kind.isText();
        boolean number = kind == FieldKind.NUMBER;
        if ((!text && Stream.of("minLength", "maxLength", "pattern").anyMatch(rules::has))
                || (!number && Stream.of("min", "max").anyMatch(rules::has))) {
            faults.add(name + " has a rule that does not fit its type.");
        }
        int longest = kind == FieldKind.TEXT_FIELD ? LONGEST_LINE : LONGEST_TEXT;
        return new Rules(
                rules.path("required").asBoolean(),
                whole(rules, "minLength", 0, longest, name).orElse(0),
                whole(rules, "maxLength", 1, longest, name).orElse(longest),
                whole(rules, "min", -GREATEST, GREATEST, name).orElse(-GREATEST),
                whole(rules, "max", -GREATEST, GREATEST, name).orElse(GREATEST),
                rules.has("pattern") ? pattern(rules.path("pattern").asText(), name) : Optional.empty());
    }

    private Optional<Integer> whole(JsonNode rules, String rule, int least, int most, String name) {
        if (!rules.has(rule)) {
            return Optional.empty();
        }
        JsonNode value = rules.path(rule);
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            faults.add(name + " has a " + rule + " that is not a whole number from " + least + " to " + most + ".");
        }
        return Optional.of(value.asInt());
    }

    private Optional<Pattern> pattern(String regex, String name) {
        try {
            return Optional.of(Pattern.compile(regex));
        } catch (PatternSyntaxException unreadable) {
            faults.add(name + " has a pattern that cannot be read.");
            return Optional.empty();
        }
    }

    /** {@code field=option} or {@code field=option|other}; the field stands before. */
    private Optional<ShowWhen> showWhen(String text, String name) {
        int equals = text.indexOf('=');
        Optional<Field> control =
                equals < 0 ? Optional.empty() : Optional.ofNullable(fields.get(text.substring(0, equals)));
        List<String> answers = List.of(text.substring(equals + 1).split("\\|", -1));
        boolean fits = control.filter(field -> answers.stream()
                        .allMatch(answer -> field.kind() == FieldKind.CHECKBOX
                                ? answer.equals("true")
                                : field.options().stream()
                                        .anyMatch(option -> option.value().equals(answer))))
                .isPresent();
        if (!fits) {
            faults.add(name + " has a showWhen that names no option of a field before it: " + text + ".");
        }
        return control.map(field -> new ShowWhen(field.key(), answers));
    }

    /** Text for people. Expressions are not worked out here, so they are refused. */
    private Optional<String> words(JsonNode node, String name, String of) {
        String text = node.path(name).asText().strip();
        if (text.isEmpty()) {
            faults.add(of + " has no " + name + ".");
            return Optional.empty();
        }
        if (text.startsWith("=")) {
            faults.add(of + " has an expression for a " + name + ".");
        }
        return Optional.of(text);
    }

    private void known(JsonNode node, String what, Set<String> names) {
        for (Iterator<String> given = node.fieldNames(); given.hasNext(); ) {
            String name = given.next();
            if (!names.contains(name)) {
                faults.add("'" + name + "' in " + what + " is not taken here.");
            }
        }
    }
}
