package uk.daymark.forms;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.daymark.forms.FormPart.Field;
import uk.daymark.forms.FormPart.Option;
import uk.daymark.forms.FormPart.Rules;
import uk.daymark.measure.RegisterDates;

/** Checks what was given for one field. */
final class FieldCheck {

    private final Field field;
    private final Rules rules;
    private final FieldWords words;

    FieldCheck(Field field) {
        this.field = field;
        this.rules = field.rules();
        this.words = new FieldWords(field);
    }

    /**
     * What became of it: the value to keep, or what is wrong; neither where it may be empty and is.
     *
     * @param error what is wrong, as a sentence without its full stop
     */
    record Result(Optional<Object> value, Optional<String> error) {

        static Result of(Object value) {
            return new Result(Optional.of(value), Optional.empty());
        }

        static Result wrong(String error) {
            return new Result(Optional.empty(), Optional.of(error));
        }
    }

    Result of(@Nullable Object given) {
        return switch (field.kind()) {
            case TEXT_FIELD, TEXT_AREA -> text(given);
            case NUMBER -> number(given);
            case DATE -> date(given);
            case RADIO, SELECT -> choice(given);
            case CHECKBOX -> tick(given);
            case CHECKLIST -> ticks(given);
        };
    }

    private Result empty() {
        return rules.required() ? Result.wrong(words.missing()) : new Result(Optional.empty(), Optional.empty());
    }

    private Result text(@Nullable Object given) {
        if (given == null) {
            return empty();
        }
        if (!(given instanceof String typed)) {
            return Result.wrong(words.must("be text"));
        }
        String text = typed.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (text.isEmpty()) {
            return empty();
        }
        if (!writable(text)) {
            return Result.wrong(words.must("not include characters that cannot be printed"));
        }
        // As the database counts: a character beyond the basic ones takes two places.
        int length = text.length();
        if (length > rules.maxLength()) {
            return Result.wrong(words.must("be " + rules.maxLength() + " characters or fewer"));
        }
        if (length < rules.minLength()) {
            return Result.wrong(words.must("be " + rules.minLength() + " characters or more"));
        }
        if (rules.pattern().filter(pattern -> !pattern.matcher(text).matches()).isPresent()) {
            return Result.wrong(words.must("be in the right format"));
        }
        return Result.of(text);
    }

    /** No control characters but tabs and, in an area, line ends; no halves of characters, which no database can store. */
    private boolean writable(String text) {
        return text.codePoints()
                .allMatch(character -> character == '\t'
                        || (character == '\n' && field.kind() == FieldKind.TEXT_AREA)
                        || !(Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE));
    }

    private Result number(@Nullable Object given) {
        if (given == null || (given instanceof String typed && typed.isBlank())) {
            return empty();
        }
        boolean whole = given instanceof Integer
                || given instanceof Long
                || given instanceof BigInteger
                || given instanceof String;
        String digits = String.valueOf(given).strip();
        if (!whole || !digits.matches("-?[0-9]{1,40}")) {
            return Result.wrong(words.must("be a whole number, like 12"));
        }
        BigInteger number = new BigInteger(digits);
        if (number.compareTo(BigInteger.valueOf(rules.min())) < 0) {
            return Result.wrong(words.must("be " + rules.min() + " or more"));
        }
        if (number.compareTo(BigInteger.valueOf(rules.max())) > 0) {
            return Result.wrong(words.must("be " + rules.max() + " or fewer"));
        }
        return Result.of(number.intValueExact());
    }

    private Result date(@Nullable Object given) {
        if (given == null
                || (given instanceof String typed && typed.isBlank())
                || (given instanceof DateBoxes boxes && boxes.isEmpty())) {
            return empty();
        }
        if (given instanceof DateBoxes boxes && !boxes.missing().isEmpty()) {
            return Result.wrong(words.must("include a " + String.join(" and ", boxes.missing())));
        }
        Optional<LocalDate> day = given instanceof DateBoxes boxes ? boxes.date() : iso(given);
        if (day.isEmpty()) {
            return Result.wrong(words.must("be a real date"));
        }
        if (!RegisterDates.plausible(day.get())) {
            return Result.wrong(words.must(
                    "have a year from " + RegisterDates.EARLIEST.getYear() + " to " + RegisterDates.LATEST.getYear()));
        }
        return Result.of(day.get().toString());
    }

    private static Optional<LocalDate> iso(Object given) {
        try {
            return given instanceof String text && text.strip().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                    ? Optional.of(LocalDate.parse(text.strip()))
                    : Optional.empty();
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private Result choice(@Nullable Object given) {
        if (given == null || "".equals(given)) {
            return empty();
        }
        return given instanceof String chosen && offered(chosen) ? Result.of(chosen) : Result.wrong(words.notListed());
    }

    private Result tick(@Nullable Object given) {
        if (given == null || "".equals(given) || Boolean.FALSE.equals(given) || "false".equals(given)) {
            return empty();
        }
        return Boolean.TRUE.equals(given) || "true".equals(given)
                ? Result.of(Boolean.TRUE)
                : Result.wrong(words.must("be ticked or not ticked"));
    }

    private Result ticks(@Nullable Object given) {
        List<?> ticked = given instanceof List<?> several
                ? several
                : given == null || "".equals(given) ? List.of() : List.of(given);
        if (ticked.isEmpty()) {
            return empty();
        }
        if (!ticked.stream().allMatch(value -> value instanceof String text && offered(text))) {
            return Result.wrong(words.notListed());
        }
        return Result.of(field.options().stream()
                .map(Option::value)
                .filter(ticked::contains)
                .toList());
    }

    private boolean offered(String value) {
        return field.options().stream().anyMatch(option -> option.value().equals(value));
    }
}
