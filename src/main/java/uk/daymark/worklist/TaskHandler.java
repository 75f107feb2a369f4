package uk.daymark.worklist;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a feature does around a task of its own. Where no bean handles a kind, the answers of choices, ticks, numbers and dates become
 * variables of the same names and everything is journalled.
 */
public interface TaskHandler {

    /** Whether it handles tasks of this kind in this model. */
    boolean handles(String model, String kind);

    /** Facts to show above the form, in order: the label and what stands there; a part with several lines is one text with line breaks. */
    default List<Fact> facts(TaskAbout task) {
        return List.of();
    }

    /** What the form is filled with when it is opened, by the field's key. */
    default Map<String, Object> values(TaskAbout task) {
        return Map.of();
    }

    /**
     * What can be chosen in lists that differ from task to task, by the field's key: the form says {@code "options": "asked"} under its
     * properties and gives no options itself.
     */
    default Map<String, List<Choice>> options(TaskAbout task) {
        return Map.of();
    }

    /**
     * What will happen, to whom and when, once this answer is confirmed: for a form that asks to be confirmed. Changes nothing, and refuses
     * nothing that {@link #complete} would refuse.
     */
    default List<Fact> consequences(TaskAbout task, Answer answer) {
        return List.of();
    }

    /**
     * Does what follows from a valid answer, in the transaction that ends the task.
     *
     * @return variables for the process: strings, whole numbers, booleans and instants
     * @throws uk.daymark.web.InvalidInput with pointers {@code /fields/key} where the answer cannot be taken
     * @throws uk.daymark.web.Conflict where the task cannot be done now
     */
    Map<String, Object> complete(TaskAbout task, Answer answer);

    /** Something to choose: what the answer holds and what stands on the form. */
    record Choice(String value, String label) {}

    /**
     * A fact.
     *
     * @param label what it is
     * @param text what is known
     * @param link where more of it stands
     */
    record Fact(String label, String text, Optional<String> link) {

        /** A fact that stands for itself. */
        public Fact(String label, String text) {
            this(label, text, Optional.empty());
        }
    }
}
