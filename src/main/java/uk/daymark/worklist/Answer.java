package uk.daymark.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.daymark.access.SignedIn;

/**
 * A form as it was filled in, found valid by the form's own rules.
 *
 * @param by who filled it in
 * @param fields by the field's key: text, whole number, true or false, ISO date as text, or a list of ticked options; a field that was
 *     left empty is not there
 */
public record Answer(SignedIn by, Map<String, Object> fields) {

    public Answer {
        fields = Map.copyOf(fields);
    }

    /** A field's text; empty text where it was left empty. */
    public String text(String key) {
        return String.valueOf(fields.getOrDefault(key, ""));
    }

    /** A date; empty where it was left empty. */
    public Optional<LocalDate> date(String key) {
        return Optional.ofNullable(fields.get(key)).map(value -> LocalDate.parse(String.valueOf(value)));
    }

    /** Whether a box was ticked. */
    public boolean yes(String key) {
        return Boolean.TRUE.equals(fields.get(key)) || "yes".equals(fields.get(key));
    }

    /** The options ticked in a list; empty where none was. */
    public List<String> list(String key) {
        return fields.get(key) instanceof List<?> ticked
                ? ticked.stream().map(String::valueOf).toList()
                : List.of();
    }
}
