package uk.daymark.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads a JSON object field by field, so that every fault is told at once and not only the first. A field that is null counts as left
 * out. Ask for each field once, then {@link #finish()}: fields that nobody asked for are faults.
 */
public final class JsonFields {

    /** So many faults are told: a body of nothing but faults must not call for an answer many times as long. */
    static final int MOST_FAULTS = 1000;

    /** More objects than any list holds that a person or a school's system sends. */
    static final int MOST_OBJECTS = 10_000;

    static final String UNKNOWN = "There is no field of this name here. Check the spelling, or leave it out.";

    private final JsonNode object;
    private final String pointer;
    private final List<Fault> faults;
    private final List<JsonFields> parts = new ArrayList<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private JsonFields(JsonNode object, String pointer, List<Fault> faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
    }

    /**
     * The fields of a body.
     *
     * @throws InvalidInput where it is not an object
     */
    public static JsonFields of(JsonNode body) {
        if (!body.isObject()) {
            throw new InvalidInput("", "Give an object in curly brackets.");
        }
        return new JsonFields(body, "", new ArrayList<>());
    }

    /** Notes a fault where the field is left out. */
    public void need(String name) {
        if (!object.hasNonNull(name)) {
            fault(name, "This is missing.");
        }
    }

    /** Any JSON value. */
    public Optional<JsonNode> any(String name) {
        asked.add(name);
        return object.hasNonNull(name) ? Optional.of(object.get(name)) : Optional.empty();
    }

    /** Text. */
    public Optional<String> text(String name) {
        return read(name, String.class, value -> value.isTextual() ? Optional.of(value.textValue()) : Optional.empty());
    }

    /** A day, as in {@code 2025-09-15}. */
    public Optional<LocalDate> date(String name) {
        return read(name, LocalDate.class, value -> parsed(value, LocalDate::parse));
    }

    /** A day and a time, as in {@code 2025-09-15T08:30}. */
    public Optional<LocalDateTime> dateTime(String name) {
        return read(name, LocalDateTime.class, value -> parsed(value, LocalDateTime::parse));
    }

    /** A whole number. */
    public Optional<Integer> whole(String name) {
        return read(
                name,
                Integer.class,
                value -> value.isIntegralNumber() && value.canConvertToInt()
                        ? Optional.of(value.intValue())
                        : Optional.empty());
    }

    /** True or false. */
    public Optional<Boolean> flag(String name) {
        return read(
                name, Boolean.class, value -> value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty());
    }

    /** One of the names of an enum. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> choices) {
        return read(
                name,
                choices,
                value -> Stream.of(choices.getEnumConstants())
                        .filter(choice -> value.isTextual() && choice.name().equals(value.textValue()))
                        .findFirst());
    }

    /** An object within. */
    public Optional<JsonFields> object(String name) {
        return any(name).flatMap(value -> {
            if (value.isObject()) {
                return Optional.of(part(value, pointerTo(name)));
            }
            fault(name, "Give an object in curly brackets.");
            return Optional.empty();
        });
    }

    /** A list of objects; empty where the field is left out. Anything else in the list is a fault, and so is a list too long. */
    public List<JsonFields> objects(String name) {
        return objects(name, MOST_OBJECTS);
    }

    /** A list of so many objects at most. */
    public List<JsonFields> objects(String name, int most) {
        List<JsonFields> found = new ArrayList<>();
        any(name).ifPresent(value -> {
            if (!value.isArray()) {
                fault(name, "Give a list in square brackets.");
                return;
            }
            if (value.size() > most) {
                fault(name, "Give at most " + most + " of these.");
                return;
            }
            for (int index = 0; index < value.size(); index++) {
                if (value.get(index).isObject()) {
                    found.add(part(value.get(index), pointerTo(name) + "/" + index));
                } else {
                    note(pointerTo(name) + "/" + index, "Give an object in curly brackets.");
                }
            }
        });
        return found;
    }

    /** The names of all fields, asked for or not: for objects whose names are data. */
    public List<String> names() {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }

    /** Notes a fault of a field. */
    public void fault(String name, String message) {
        note(pointerTo(name), message);
    }

    /** The JSON pointer to a field. */
    public String pointerTo(String name) {
        return pointer + "/" + escaped(name);
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidInput where there is any fault here or within, fields that nobody asked for included
     */
    public void finish() {
        noteUnknown();
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private void note(String where, String message) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(where, message));
        } else if (faults.size() == MOST_FAULTS) {
            faults.add(new Fault("", "There are more faults than these " + MOST_FAULTS + ". Correct these first."));
        }
    }

    private void noteUnknown() {
        names().stream().filter(name -> !asked.contains(name)).forEach(name -> fault(name, UNKNOWN));
        parts.forEach(JsonFields::noteUnknown);
    }

    private JsonFields part(JsonNode value, String where) {
        JsonFields part = new JsonFields(value, where, faults);
        parts.add(part);
        return part;
    }

    private <T> Optional<T> read(String name, Class<T> type, Function<JsonNode, Optional<T>> reader) {
        return any(name).flatMap(value -> {
            Optional<T> found = reader.apply(value);
            if (found.isEmpty()) {
                fault(name, ExpectedForm.of(type));
            }
            return found;
        });
    }

    private static <T> Optional<T> parsed(JsonNode value, Function<String, T> parser) {
        try {
            return value.isTextual() ? Optional.of(parser.apply(value.textValue())) : Optional.empty();
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
