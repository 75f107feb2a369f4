package uk.daymark.letters.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is filled into a letter. Text from records stays text, whatever signs it has. */
public final class Values {

    private final Map<Field, Object> values = new EnumMap<>(Field.class);

    /** Sets words. */
    public Values words(Field field, String text) {
        return put(field, Field.Kind.WORDS, oneLine(text));
    }

    /** Sets lines. */
    public Values lines(Field field, List<String> lines) {
        return put(field, Field.Kind.LINES, lines.stream().map(Values::oneLine).toList());
    }

    /** Sets a flag. */
    public Values flag(Field field, boolean set) {
        return put(field, Field.Kind.FLAG, set);
    }

    /** Whether it is set. */
    public boolean has(Field field) {
        return values.containsKey(field);
    }

    String words(Field field) {
        return (String) needed(field);
    }

    @SuppressWarnings("unchecked")
    List<String> lines(Field field) {
        return (List<String>) needed(field);
    }

    boolean flag(Field field) {
        return (Boolean) needed(field);
    }

    private Object needed(Field field) {
        Object value = values.get(field);
        if (value == null) {
            throw new IllegalStateException("Nothing was given for ((" + field.written() + "))");
        }
        return value;
    }

    private Values put(Field field, Field.Kind kind, Object value) {
        if (field.kind() != kind) {
            throw new IllegalArgumentException("((" + field.written() + ")) takes " + field.kind() + ", not " + kind);
        }
        values.put(field, value);
        return this;
    }

    /** Control characters and line breaks could change how a letter is laid out. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
    }
}
