package uk.daymark.forms;

import java.util.Locale;
import uk.daymark.forms.FormPart.Field;

/** What is said about a field that cannot be taken, in the words of the GOV.UK Design System. */
final class FieldWords {

    private final Field field;

    FieldWords(Field field) {
        this.field = field;
    }

    /** It was left empty. */
    String missing() {
        if (!field.error().isEmpty()) {
            return field.error();
        }
        String verb = field.kind().hasOptions() || field.kind() == FieldKind.CHECKBOX ? "Select " : "Enter ";
        return verb + (isQuestion() ? "an answer to “" + field.label() + "”" : inASentence());
    }

    /** It must be or have something: "Date of the meeting must be a real date". */
    String must(String be) {
        return (isQuestion() ? "Your answer to “" + field.label() + "”" : field.label()) + " must " + be;
    }

    /** It was answered with something that is not offered. */
    String notListed() {
        return isQuestion()
                ? "Select one of the listed answers to “" + field.label() + "”"
                : "Select " + inASentence() + " from what is listed";
    }

    private boolean isQuestion() {
        return field.label().endsWith("?");
    }

    /** The label within a sentence: an abbreviation such as "SEND" keeps its capitals. */
    private String inASentence() {
        String label = field.label();
        boolean ordinary = label.length() > 1 && !Character.isUpperCase(label.charAt(1));
        return ordinary ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1) : label;
    }
}
