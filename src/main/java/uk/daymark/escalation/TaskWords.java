package uk.daymark.escalation;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/** The words of {@code messages/case-tasks.properties}. */
@Component
class TaskWords {

    private final ResourceBundle words = ResourceBundle.getBundle("messages.case-tasks", Locale.ROOT);

    boolean has(String name) {
        return words.containsKey(name);
    }

    /** The words of that name with these filled in. */
    String say(String name, Object... filledIn) {
        // An apostrophe is a mark of quotation to the format, and a word's own to people.
        return new MessageFormat(words.getString(name).replace("'", "''"), Locale.UK).format(filledIn);
    }

    /** As {@link #say}; empty where there are no words of that name. */
    Optional<String> maybe(String name, Object... filledIn) {
        return has(name) ? Optional.of(say(name, filledIn)) : Optional.empty();
    }
}
