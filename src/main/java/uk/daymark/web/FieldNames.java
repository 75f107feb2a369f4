package uk.daymark.web;

import java.util.Locale;

/** The name of a form's field as people can read it, where its question is no longer at hand. */
public final class FieldNames {

    /** What the fields of a task's form begin with. */
    public static final String OF_TASKS = "field-";

    private FieldNames() {}

    /** "field-whoAnswered" and "whoAnswered" as "Who answered". */
    public static String inWords(String name) {
        String key = name.startsWith(OF_TASKS) ? name.substring(OF_TASKS.length()) : name;
        String words = key.replaceAll("([A-Z])", " $1").replace('-', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
