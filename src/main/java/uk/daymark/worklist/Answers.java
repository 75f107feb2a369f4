package uk.daymark.worklist;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.daymark.forms.FieldKind;
import uk.daymark.forms.FormDefinition;
import uk.daymark.forms.FormPart.Field;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;

/** What a form's answers become: variables of the process where no feature decides, and words for the record. */
final class Answers {

    private Answers() {}

    /** Choices, ticks, numbers and dates, under their own names. A choice that was not made is empty text, a box not ticked is false. */
    static Map<String, Object> asVariables(FormDefinition form, Map<String, Object> given) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            Optional<Object> value = Optional.ofNullable(given.get(field.key()));
            switch (field.kind()) {
                case RADIO, SELECT -> variables.put(field.key(), value.orElse(""));
                case CHECKBOX -> variables.put(field.key(), value.isPresent());
                case NUMBER -> value.ifPresent(number -> variables.put(field.key(), number));
                case DATE ->
                    value.map(day -> LocalDate.parse(String.valueOf(day)))
                            .map(day -> day.atStartOfDay(LondonTime.ZONE).toInstant())
                            .ifPresent(moment -> variables.put(field.key(), moment));
                case TEXT_FIELD, TEXT_AREA, CHECKLIST -> {
                    // Words and lists of ticks say something to people; nothing in a model reads them.
                }
            }
        }
        return variables;
    }

    /** One line a question that was answered: its label and the answer as people read it. */
    static String inWords(FormDefinition form, Map<String, Object> given, Dates dates) {
        return each(form, given, dates).stream()
                .map(said -> said.label() + ": " + said.text())
                .collect(Collectors.joining("\n"));
    }

    /** Each question that was answered, with the answer as people read it. */
    static List<TaskDesk.Said> each(FormDefinition form, Map<String, Object> given, Dates dates) {
        return form.fields().stream()
                .filter(field -> given.containsKey(field.key()))
                .map(field -> new TaskDesk.Said(field.label(), answer(field, given, dates)))
                .toList();
    }

    private static String answer(Field field, Map<String, Object> given, Dates dates) {
        Object value = Optional.ofNullable(given.get(field.key())).orElse("");
        if (field.kind() == FieldKind.CHECKBOX) {
            return "yes";
        }
        if (field.kind() == FieldKind.DATE) {
            return dates.day(LocalDate.parse(String.valueOf(value)));
        }
        return value instanceof List<?> ticked
                ? ticked.stream().map(one -> field.labelOf(String.valueOf(one))).collect(Collectors.joining(", "))
                : field.labelOf(String.valueOf(value));
    }
}
