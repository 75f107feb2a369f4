package uk.daymark.forms;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of questions, of all that Camunda Forms has. */
public enum FieldKind {
    /** One line of text. */
    TEXT_FIELD("textfield"),
    /** Several lines of text. */
    TEXT_AREA("textarea"),
    /** A whole number. */
    NUMBER("number"),
    /** A day without a time. */
    DATE("datetime"),
    /** One of a few options, all in sight. */
    RADIO("radio"),
    /** One of many options. */
    SELECT("select"),
    /** Ticked or not. */
    CHECKBOX("checkbox"),
    /** Any of a few options. */
    CHECKLIST("checklist");

    private final String type;

    FieldKind(String type) {
        this.type = type;
    }

    /** The kind of a component of that type; empty where it is none of these. */
    static Optional<FieldKind> ofType(String type) {
        return Stream.of(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }

    /** Whether it is answered with one or more of listed options. */
    public boolean hasOptions() {
        return this == RADIO || this == SELECT || this == CHECKLIST;
    }

    /** Whether it is answered with text. */
    public boolean isText() {
        return this == TEXT_FIELD || this == TEXT_AREA;
    }
}
