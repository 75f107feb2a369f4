package uk.daymark.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Says which form a value has to have, for the person who sent another. */
final class ExpectedForm {

    private ExpectedForm() {}

    static String of(Class<?> type) {
        if (type == LocalDate.class) {
            return "Give a date that exists, as in 2025-09-15.";
        }
        if (type == LocalDateTime.class) {
            return "Give a date and a time that exist, as in 2025-09-15T08:30.";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "Give true or false.";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "Give a whole number.";
        }
        if (type == String.class) {
            return "Give text in quotation marks.";
        }
        if (type.isEnum()) {
            return "Give one of: "
                    + Arrays.stream(type.getEnumConstants())
                            .map(value -> ((Enum<?>) value).name())
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        return "This has not the form that is expected here. The API description shows it.";
    }
}
